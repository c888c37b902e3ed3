package org.anuyat.payments.service.callbacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.anuyat.payments.service.PaymentsSettings;
import org.anuyat.payments.service.callbacks.CallbackBook.End;
import org.anuyat.payments.service.callbacks.CallbackBook.Waiting;
import org.anuyat.payments.service.callbacks.GroupCommit.Arrival;
import org.anuyat.testing.TestPostgres;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Callbacks in a real database that two hands work on, because the lease of the first ran out. */
class CallbackBookTest {

    private JdbcClient sql;
    private CallbackBook book;

    @BeforeEach
    void migrate() {
        JdbcConnectionDetails database = TestPostgres.newDatabase();
        DriverManagerDataSource source =
                new DriverManagerDataSource(database.getJdbcUrl(), database.getUsername(), database.getPassword());
        Flyway.configure().dataSource(source).schemas("payments").locations("classpath:db/payments").load().migrate();
        sql = JdbcClient.create(source);
        PaymentsSettings settings = new Binder(new MapConfigurationPropertySource(Map.of())).bindOrCreate("anuyat.payments", PaymentsSettings.class);
        book = new CallbackBook(sql, settings, Clock.systemUTC());
    }

    @Test
    void what_the_bank_confirmed_is_not_unconfirmed_by_a_slower_hand() {
        Waiting callback = claimed();
        book.confirmed(List.of(callback));

        book.end(callback.id(), End.NOT_CONFIRMED, "the bank doesn't know the transaction");

        assertThat(state(callback)).isEqualTo("CONFIRMED");
    }

    @Test
    void a_confirmation_counts_even_when_it_comes_last() {
        Waiting callback = claimed();
        book.end(callback.id(), End.NOT_CONFIRMED, "the bank doesn't know the transaction");
        assertThat(state(callback)).isEqualTo("NOT_CONFIRMED");

        book.confirmed(List.of(callback));

        assertThat(state(callback)).isEqualTo("CONFIRMED");
    }

    private Waiting claimed() {
        book.store(List.of(new Arrival("scb", Instant.parse("2026-11-21T05:06:07Z"), "127.0.0.1", new byte[] {'{', '}'})));
        return book.claim(1).get(0);
    }

    private String state(Waiting callback) {
        return sql.sql("select state from payments.callback where id = ?").param(callback.id()).query(String.class).single();
    }
}
