package org.anuyat.allinone.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.anuyat.allinone.Anuyat;
import org.anuyat.allinone.web.Browser.Page;
import org.anuyat.testing.TestPostgres;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Nothing is lost and nobody is blamed when every connection to the database is in use. */
@SpringBootTest(
        classes = Anuyat.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "anuyat.home=target/overload-test",
            "spring.datasource.hikari.maximum-pool-size=4",
            "spring.datasource.hikari.connection-timeout=2000"
        })
@Import(TestPostgres.class)
class OverloadTest {

    @LocalServerPort
    int port;

    @Autowired
    DataSource database;

    @Test
    void readers_are_asked_to_come_back_while_no_connection_is_free() throws Exception {
        Browser browser = new Browser(port);
        List<Connection> taken = takeAll();
        try {
            Page busy = browser.open("/register");
            assertThat(busy.status()).isEqualTo(503);
            assertThat(busy.text()).contains("ระบบไม่พร้อมให้บริการชั่วคราว", "กรุณา").doesNotContain("Exception", "Hikari");
        } finally {
            for (Connection connection : taken) {
                connection.close();
            }
        }
        assertThat(browser.open("/register").status()).isEqualTo(200);
    }

    /** Jobs of the platform hold a connection now and then, so what is given back is taken as well, until none is left. */
    private List<Connection> takeAll() {
        List<Connection> taken = new ArrayList<>();
        try {
            while (taken.size() < 100) {
                taken.add(database.getConnection());
            }
        } catch (SQLException none) {
            return taken;
        }
        throw new AssertionError("there is no end of connections");
    }
}
