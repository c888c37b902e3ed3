package org.anuyat.allinone.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.anuyat.allinone.Anuyat;
import org.anuyat.testing.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;

class RestartTest {

    @TempDir
    Path home;

    @Test
    void a_restart_signs_nobody_out() throws Exception {
        JdbcConnectionDetails database = TestPostgres.newDatabase();
        Browser browser;
        try (ConfigurableApplicationContext first = start(database)) {
            browser = new Browser(port(first));
            assertThat(browser.signIn("/account/test/me", "somchai", "anuyat-demo").text()).startsWith("citizen");
        }
        try (ConfigurableApplicationContext second = start(database)) {
            Browser.Page page = browser.at(port(second)).open("/account/test/me");
            assertThat(page.path()).isEqualTo("/account/test/me");
            assertThat(page.text()).startsWith("citizen นายสมชาย");
        }
    }

    private ConfigurableApplicationContext start(JdbcConnectionDetails database) {
        return new SpringApplication(Anuyat.class, WhoAmI.class)
                .run(
                        "--server.port=0",
                        "--anuyat.home=" + home,
                        "--spring.datasource.url=" + database.getJdbcUrl(),
                        "--spring.datasource.username=" + database.getUsername(),
                        "--spring.datasource.password=" + database.getPassword());
    }

    private static int port(ConfigurableApplicationContext context) {
        return context.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
    }
}
