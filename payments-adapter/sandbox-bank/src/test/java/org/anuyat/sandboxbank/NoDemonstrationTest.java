package org.anuyat.sandboxbank;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.anuyat.testing.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

class NoDemonstrationTest {

    @ParameterizedTest
    @ValueSource(strings = {"anuyat.mode=production", "nothing=said"})
    void outsideOfDemonstrationsThereIsNoBankAndNoSchema(String setting) throws Exception {
        JdbcConnectionDetails database = TestPostgres.newDatabase();
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(SandboxBank.class)
                .properties(
                        setting,
                        "server.port=0",
                        "spring.flyway.enabled=false",
                        "spring.datasource.url=" + database.getJdbcUrl(),
                        "spring.datasource.username=" + database.getUsername(),
                        "spring.datasource.password=" + database.getPassword())
                .run()) {
            assertThat(context.getBeanNamesForAnnotation(BankPart.class)).isEmpty();
            assertThat(context.getBean(JdbcClient.class)
                            .sql("select count(*) from pg_namespace where nspname = 'sandbox_bank'")
                            .query(Long.class)
                            .single())
                    .isZero();
        }
    }

    @Test
    void bothLanguagesHaveTheSameKeys() throws IOException {
        assertThat(messages("en").keySet()).isEqualTo(messages("th").keySet());
        assertThat(messages("en").values()).noneMatch(text -> text.toString().contains("'"));
    }

    private static Properties messages(String language) throws IOException {
        Properties messages = new Properties();
        try (InputStreamReader text = new InputStreamReader(
                SandboxBank.class.getResourceAsStream("/messages/sandbox-bank_" + language + ".properties"),
                StandardCharsets.UTF_8)) {
            messages.load(text);
        }
        return messages;
    }
}
