package org.anuyat.payments.service.books;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.sql.DataSource;
import org.anuyat.payments.api.Bill;
import org.anuyat.payments.api.BillOrder;
import org.anuyat.payments.api.Bills;
import org.anuyat.payments.api.DiscrepancyNotice;
import org.anuyat.payments.api.PaymentNotice;
import org.anuyat.payments.api.PaymentNotices;
import org.anuyat.payments.api.refunds.RefundNotice;
import org.anuyat.payments.service.PaymentsService;
import org.anuyat.payments.service.banks.BankTransaction;
import org.anuyat.payments.service.running.Launch;
import org.anuyat.testing.FreePort;
import org.anuyat.testing.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A large file has been entered, and the platform is still to be told of nearly all its payments. */
class LaterNoticesTest {

    private static final String BILLER = "099400016550100";
    private static final int PAYMENTS = 20_000;
    /** Notices that may be told after an event before its own: what was due already, and what was written while the event was being written. */
    private static final int BEFORE = 3 * LaterNotices.PIECE;

    private final Told told = new Told();
    private ConfigurableApplicationContext adapter;
    private JdbcClient sql;

    /** The platform, in the order in which it was told. */
    private static final class Told implements PaymentNotices {

        private final List<String> words = new CopyOnWriteArrayList<>();
        private volatile boolean listening = true;

        @Override
        public void paymentPosted(PaymentNotice notice) {
            if (!listening) {
                throw new IllegalStateException("not now");
            }
            words.add(word(notice.bill(), notice.sequence()));
        }

        @Override
        public void paymentException(DiscrepancyNotice notice) {
            words.add(word(notice.bill(), notice.sequence()));
        }

        @Override
        public void refundEnded(RefundNotice notice) {}

        static String word(Bill bill, int sequence) {
            return bill.reference1() + " " + sequence;
        }
    }

    @BeforeEach
    void enterFile() {
        Map<String, Object> settings = Map.of(
                "anuyat.payments.agencies.bma.biller-id", BILLER,
                "anuyat.payments.agencies.bma.bank", "files",
                "anuyat.payments.banks.files.adapter", "generic",
                "anuyat.payments.banks.files.code", "030",
                "anuyat.payments.banks.files.dialect.inquiry", "none",
                "anuyat.payments.banks.files.callback-secret", "a-secret-nobody-guesses",
                "anuyat.payments.work-every", "100ms",
                "anuyat.payments.retry-first", "2s");
        adapter = Launch.start(PaymentsService.class, FreePort.find(), TestPostgres.newDatabase(), settings, beans -> {
            beans.registerBean(Clock.class, Clock::systemUTC);
            beans.registerBean(PaymentNotices.class, () -> told);
        });
        sql = adapter.getBean(JdbcClient.class);
        SettledByFile.enter(sql, BILLER, PAYMENTS);
    }

    @AfterEach
    void stop() {
        adapter.close();
    }

    @Test
    void a_payment_of_now_is_told_before_those_of_the_file() {
        await().until(() -> told.words.size() > LaterNotices.PIECE);
        String key = UUID.randomUUID().toString();
        Bill fresh = adapter.getBean(Bills.class).present(new BillOrder(
                key, "bma", "กรุงเทพมหานคร", "ค่าธรรมเนียมใบอนุญาต", "นางสาวสมใจ ใจดี", 10_000, now().plus(1, ChronoUnit.DAYS), "APP-" + key));
        pay(fresh.reference1(), fresh.reference2());
        int before = told.words.size();

        await().until(() -> told.words.contains(Told.word(fresh, 1)));
        assertThat(told.words.indexOf(Told.word(fresh, 1))).isLessThan(before + BEFORE);
    }

    @Test
    void of_a_bill_that_gets_money_again_the_first_notice_is_told_first_and_once() {
        String last = "F0" + PAYMENTS;
        await().until(() -> told.words.size() > LaterNotices.PIECE);
        pay(last, "1");
        int before = told.words.size();

        await().until(() -> told.words.contains(last + " 2"));
        assertThat(told.words.indexOf(last + " 2")).isLessThan(before + BEFORE);
        assertThat(told.words).filteredOn(word -> word.startsWith(last)).containsExactly(last + " 1", last + " 2");
        LaterNotices later = adapter.getBean(LaterNotices.class);
        await().atMost(Duration.ofMinutes(2)).until(() -> !later.writeSome() && count("select count(*) from payments.later_notices") == 0);
        assertThat(count("select count(*) from payments.notice")).isEqualTo(PAYMENTS + 1);
        assertThat(count("select count(*) from (select bill_id from payments.notice where kind = 'POSTED' group by 1) bills")).isEqualTo(PAYMENTS);
    }

    @Test
    void for_a_platform_that_does_not_listen_no_more_are_written_than_one_piece_a_pause() {
        told.listening = false;
        await().until(() -> count("select count(*) from payments.notice where last_error is not null") > 0);
        long begun = count("select count(*) from payments.notice");
        await().during(Duration.ofSeconds(1)).atMost(Duration.ofSeconds(10)).until(
                () -> count("select count(*) from payments.notice") <= begun + LaterNotices.PIECE);
        told.listening = true;
        int before = told.words.size();
        await().until(() -> told.words.size() > before + 2 * LaterNotices.PIECE);
    }

    @Test
    void while_parts_of_a_file_are_being_entered_none_is_written() throws Exception {
        try (Connection holder = adapter.getBean(DataSource.class).getConnection(); Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            // a part can't be entered as long as nobody may write lines
            statement.execute("lock table payments.day_file_line in share row exclusive mode");
            sql.sql("insert into payments.day_file_part select id, 900000, 900001 from payments.day_file").update();
            // the adapter's own hand may be at a piece that it began before
            sql.sql("select first_line from payments.later_notices for update").query(Integer.class).single();
            assertThat(adapter.getBean(LaterNotices.class).writeSome()).isFalse();
            long written = count("select count(*) from payments.notice");
            await().during(Duration.ofSeconds(1)).atMost(Duration.ofSeconds(10)).until(() -> count("select count(*) from payments.notice") == written);
            assertThat(written).isLessThan(PAYMENTS);
            holder.rollback();
        }
        int before = told.words.size();
        await().until(() -> told.words.size() > before + 2 * LaterNotices.PIECE);
    }

    private void pay(String reference1, String reference2) {
        adapter.getBean(Posting.class)
                .post(List.of(new BankTransaction("030", UUID.randomUUID().toString(), BILLER, reference1, reference2, 10_000, now())));
    }

    private long count(String query) {
        return sql.sql(query).query(Long.class).single();
    }

    private static Instant now() {
        return Clock.systemUTC().instant();
    }
}
