package org.anuyat.payments.service.callbacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.anuyat.payments.service.PaymentsSettings;
import org.anuyat.payments.service.callbacks.GroupCommit.Arrival;
import org.anuyat.testing.TestPostgres;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Against a real PostgreSQL. Writers are held up by a lock on the table, so that others come together behind them. */
class GroupCommitTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int WRITERS = 2;
    private static final Instant AT = Instant.parse("2026-11-21T05:06:07.123456Z");

    private final ExecutorService callers = Executors.newCachedThreadPool();
    private final Map<String, Long> stored = new ConcurrentHashMap<>();
    private final Map<String, Exception> refused = new ConcurrentHashMap<>();
    private HikariDataSource pool;
    private DriverManagerDataSource outside;
    private JdbcClient books;
    private GroupCommit commits;

    @BeforeEach
    void migrate() {
        JdbcConnectionDetails database = TestPostgres.newDatabase();
        outside = new DriverManagerDataSource(database.getJdbcUrl(), database.getUsername(), database.getPassword());
        books = JdbcClient.create(outside);
        Flyway.configure().dataSource(outside).schemas("payments").locations("classpath:db/payments").load().migrate();
        pool = new HikariDataSource();
        pool.setJdbcUrl(database.getJdbcUrl());
        pool.setUsername(database.getUsername());
        pool.setPassword(database.getPassword());
        pool.setMaximumPoolSize(4);
        pool.setConnectionTimeout(2_000);
        commits = commits(PATIENCE);
    }

    @AfterEach
    void leave() throws Exception {
        callers.shutdownNow();
        pool.close();
        assertThat(callers.awaitTermination(60, TimeUnit.SECONDS)).as("nobody hangs").isTrue();
    }

    private GroupCommit commits(Duration longest) {
        PaymentsSettings settings = new Binder(new MapConfigurationPropertySource(Map.of())).bindOrCreate("anuyat.payments", PaymentsSettings.class);
        return new GroupCommit(new CallbackBook(JdbcClient.create(pool), settings, Clock.systemUTC()), longest);
    }

    @Test
    void one_is_stored_as_it_came() {
        byte[] body = {0, 1, (byte) 0xff, '{', '\\', '"', ','};
        long id = commits.store(new Arrival("scb", AT, "fe80::1", body));
        books.sql("select * from payments.callback where id = ?").param(id).query(row -> {
            assertThat(row.getBytes("body")).isEqualTo(body);
            assertThat(row.getString("bank")).isEqualTo("scb");
            assertThat(row.getString("remote_address")).isEqualTo("fe80::1");
            assertThat(row.getTimestamp("received_at").toInstant()).isEqualTo(AT.truncatedTo(ChronoUnit.MICROS));
            assertThat(row.getTimestamp("next_try")).isEqualTo(row.getTimestamp("received_at"));
            assertThat(row.getString("state")).isEqualTo("WAITING");
        });
    }

    @Test
    void many_at_once_are_stored_once_each_in_few_commits() throws Exception {
        List<Future<?>> calls = new ArrayList<>();
        try (Connection lock = lock()) {
            calls.addAll(callInTurn(0, WRITERS));
            calls.addAll(call(IntStream.range(WRITERS, 150)));
            await().atMost(PATIENCE).until(() -> commits.waiting() == 150 - WRITERS);
            lock.rollback();
        }
        ended(calls);
        assertThat(refused).isEmpty();
        assertThat(rows()).isEqualTo(stored).hasSize(150);
        // two alone, and 148 in parts of at most 64, the last of which both writers may share
        assertThat(commitsInTheDatabase()).isBetween(WRITERS + 3, WRITERS + 4);
    }

    @Test
    void without_a_lock_nobody_is_lost_either() throws Exception {
        ended(call(IntStream.range(0, 2_000)));
        assertThat(refused).isEmpty();
        assertThat(rows()).isEqualTo(stored).hasSize(2_000);
    }

    @Test
    void one_that_the_database_refuses_does_not_keep_others_out() throws Exception {
        books.sql("alter table payments.callback add check (body <> convert_to('call 7', 'UTF8'))").update();
        List<Future<?>> calls = new ArrayList<>();
        try (Connection lock = lock()) {
            calls.addAll(callInTurn(0, WRITERS));
            calls.addAll(call(IntStream.range(WRITERS, 30)));
            await().atMost(PATIENCE).until(() -> commits.waiting() == 30 - WRITERS);
            lock.rollback();
        }
        ended(calls);
        assertThat(refused).containsOnlyKeys("call 7");
        assertThat(refused.get("call 7")).isInstanceOf(DataAccessException.class);
        assertThat(rows()).isEqualTo(stored).hasSize(29);
    }

    @Test
    void connections_that_break_under_writers_are_their_trouble_only() throws Exception {
        List<Future<?>> calls = new ArrayList<>();
        try (Connection lock = lock()) {
            calls.addAll(callInTurn(0, WRITERS));
            calls.addAll(call(IntStream.range(WRITERS, 20)));
            await().atMost(PATIENCE).until(() -> commits.waiting() == 20 - WRITERS);
            assertThat(books.sql("select count(pg_terminate_backend(pid)) from pg_locks where not granted and relation = 'payments.callback'::regclass")
                            .query(Integer.class)
                            .single())
                    .isEqualTo(WRITERS);
            await().atMost(PATIENCE).until(() -> refused.size() == WRITERS);
            lock.rollback();
        }
        ended(calls);
        assertThat(refused).containsOnlyKeys("call 0", "call 1");
        assertThat(rows()).isEqualTo(stored).hasSize(20 - WRITERS);
    }

    @Test
    void without_a_database_everybody_is_refused_and_later_all_goes_on() throws Exception {
        List<Connection> taken = takeAllConnections();
        List<Future<?>> calls = call(IntStream.range(0, 20));
        ended(calls);
        assertThat(refused).hasSize(20);
        assertThat(refused.values()).allSatisfy(refusal -> assertThat(refusal).isInstanceOf(DataAccessException.class));
        for (Connection connection : taken) {
            connection.close();
        }

        ended(call(IntStream.range(20, 40)));

        assertThat(stored).hasSize(20);
        assertThat(rows()).isEqualTo(stored);
    }

    @Test
    void an_interrupted_writer_takes_nobody_along() throws Exception {
        pool.setConnectionTimeout(PATIENCE.toMillis());
        List<Connection> taken = takeAllConnections();
        List<Future<?>> writers = callInTurn(0, WRITERS);
        List<Future<?>> calls = call(IntStream.range(WRITERS, 20));
        await().atMost(PATIENCE).until(() -> commits.waiting() == 20 - WRITERS);
        writers.forEach(writer -> writer.cancel(true));
        await().atMost(PATIENCE).until(() -> refused.size() == WRITERS);
        for (Connection connection : taken) {
            connection.close();
        }
        ended(calls);
        assertThat(refused).containsOnlyKeys("call 0", "call 1");
        assertThat(rows()).isEqualTo(stored).hasSize(20 - WRITERS);
    }

    @Test
    void behind_writers_that_hang_nobody_waits_for_ever() throws Exception {
        commits = commits(Duration.ofMillis(300));
        try (Connection lock = lock()) {
            List<Future<?>> writers = callInTurn(0, WRITERS);
            ended(call(IntStream.range(WRITERS, 10)));
            assertThat(refused).hasSize(10 - WRITERS);
            lock.rollback();
            ended(writers);
        }
        assertThat(rows()).isEqualTo(stored).containsOnlyKeys("call 0", "call 1");
    }

    private Connection lock() throws SQLException {
        Connection lock = outside.getConnection();
        lock.setAutoCommit(false);
        lock.createStatement().execute("lock table payments.callback in share row exclusive mode");
        return lock;
    }

    private List<Connection> takeAllConnections() throws SQLException {
        List<Connection> taken = new ArrayList<>();
        while (taken.size() < pool.getMaximumPoolSize()) {
            taken.add(pool.getConnection());
        }
        return taken;
    }

    /** Each waits for the database, or for a connection, before the next one comes. */
    private List<Future<?>> callInTurn(int first, int end) {
        List<Future<?>> calls = new ArrayList<>();
        for (int i = first; i < end; i++) {
            calls.addAll(call(IntStream.of(i)));
            int writers = i + 1 - first;
            await().atMost(PATIENCE).until(() -> heldUp() == writers);
        }
        return calls;
    }

    private int heldUp() {
        return pool.getHikariPoolMXBean().getThreadsAwaitingConnection()
                + books.sql("select count(*) from pg_locks where not granted and relation = 'payments.callback'::regclass").query(Integer.class).single();
    }

    private List<Future<?>> call(IntStream numbers) {
        return numbers.<Future<?>>mapToObj(number -> callers.submit(() -> store("call " + number))).toList();
    }

    private void store(String body) {
        try {
            stored.put(body, commits.store(new Arrival("scb", AT, "127.0.0.1", body.getBytes(StandardCharsets.UTF_8))));
        } catch (RuntimeException e) {
            refused.put(body, e);
        }
    }

    private static void ended(List<Future<?>> calls) throws Exception {
        for (Future<?> call : calls) {
            call.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        }
    }

    /** What is in the database, by body. */
    private Map<String, Long> rows() {
        Map<String, Long> rows = new ConcurrentHashMap<>();
        books.sql("select id, convert_from(body, 'UTF8') as body from payments.callback").query(row -> {
            assertThat(rows.put(row.getString("body"), row.getLong("id"))).as("stored twice: " + row.getString("body")).isNull();
        });
        return rows;
    }

    private int commitsInTheDatabase() {
        return books.sql("select count(distinct xmin::text) from payments.callback").query(Integer.class).single();
    }
}
