package org.anuyat.payments.service.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.anuyat.payments.service.PaymentsService;
import org.anuyat.payments.service.banks.BankTransaction;
import org.anuyat.payments.service.running.Launch;
import org.anuyat.testing.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Callbacks and the later notices of a file may be about the same bills at the same time. Whoever writes notices begins with the bill of the smallest
 * id: then nobody waits in a circle, of which PostgreSQL would end one.
 */
class LockOrderTest {

    private static final String BILLER = "099400016550100";
    private static final String FIRST_OF_FILE = "F000001";
    private static final String SMALLEST = "F000002";

    private ConfigurableApplicationContext adapter;
    private JdbcClient sql;

    @BeforeEach
    void enterFile() {
        adapter = Launch.start(
                PaymentsService.class,
                0,
                TestPostgres.newDatabase(),
                Map.of(
                        "anuyat.payments.http.enabled", "false",
                        "anuyat.payments.work", "false",
                        "anuyat.payments.agencies.bma.biller-id", BILLER,
                        "anuyat.payments.agencies.bma.bank", "files",
                        "anuyat.payments.banks.files.adapter", "generic",
                        "anuyat.payments.banks.files.code", "030",
                        "anuyat.payments.banks.files.dialect.inquiry", "none",
                        "anuyat.payments.banks.files.callback-secret", "a-secret-nobody-guesses"),
                beans -> {});
        sql = adapter.getBean(JdbcClient.class);
        SettledByFile.enter(sql, BILLER, 2);
    }

    @AfterEach
    void stop() {
        adapter.close();
    }

    @Test
    void later_notices_begin_with_the_bill_of_the_smallest_id() throws Exception {
        whileAnotherWritesInOrder(() -> adapter.getBean(LaterNotices.class).writeSome());
        assertThat(notices()).containsExactly(SMALLEST + " 1", FIRST_OF_FILE + " 1");
    }

    @Test
    void posting_begins_with_the_bill_of_the_smallest_id_though_its_payment_is_the_later_one() throws Exception {
        Instant paid = Instant.parse("2026-11-20T03:00:00Z");
        whileAnotherWritesInOrder(() -> adapter.getBean(Posting.class).post(List.of(
                again(FIRST_OF_FILE, paid),
                again(SMALLEST, paid.plusSeconds(1)))));
        assertThat(notices()).containsExactly(SMALLEST + " 1", SMALLEST + " 2", FIRST_OF_FILE + " 1", FIRST_OF_FILE + " 2");
    }

    private static BankTransaction again(String reference, Instant paidAt) {
        return new BankTransaction("030", "again-" + reference, BILLER, reference, "1", 10_000, paidAt);
    }

    /** The other has written about the smallest when this begins, and writes about the next one when this waits for it. */
    private void whileAnotherWritesInOrder(Runnable writing) throws Exception {
        try (Connection other = adapter.getBean(DataSource.class).getConnection()) {
            other.setAutoCommit(false);
            write(other, SMALLEST);
            CompletableFuture<Void> done = CompletableFuture.runAsync(writing);
            await().until(() -> done.isDone() || waiting() > 0);
            write(other, FIRST_OF_FILE);
            other.commit();
            done.get(30, TimeUnit.SECONDS);
        }
    }

    private static void write(Connection other, String reference) throws SQLException {
        try (PreparedStatement notice = other.prepareStatement(
                """
                insert into payments.notice (id, bill_id, sequence, kind, payment_id, next_try)
                select gen_random_uuid(), bill_id, 1, 'POSTED', id, now() from payments.bank_payment
                 where reference1 = ? and later_notice is not null
                on conflict (bill_id, sequence) do nothing
                """)) {
            notice.setString(1, reference);
            notice.executeUpdate();
        }
    }

    private long waiting() {
        return sql.sql("select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'")
                .query(Long.class)
                .single();
    }

    private List<String> notices() {
        return sql.sql("select reference1 || ' ' || sequence from payments.notice n join payments.bill b on b.id = n.bill_id order by b.id, sequence")
                .query(String.class)
                .list();
    }
}
