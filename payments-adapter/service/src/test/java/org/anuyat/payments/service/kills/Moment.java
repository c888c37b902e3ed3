package org.anuyat.payments.service.kills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.net.Socket;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anuyat.payments.api.Bill;
import org.anuyat.payments.api.PaymentsRefusal;
import org.anuyat.payments.api.refunds.RefundOrder;
import org.postgresql.PGConnection;
import org.springframework.core.io.InputStreamResource;
import org.springframework.web.client.RestClientException;

/** The moments between two steps in which the adapter is killed. Each stops it there, by a call or a lock that it waits for. */
enum Moment {
    /** The database has the callback, or is about to; the bank has no answer. */
    CALLBACK_STORED(town -> {
        Bill bill = town.bill(110_000);
        locked(town, "insert into payments.callback", () -> town.pay(bill, "NORMAL"));
    }),
    CALLBACK_ANSWERED_BANK_NOT_ASKED(town -> {
        Bill bill = town.bill(120_000);
        stopped(town, town.toBank.before("/inquiry"), () -> town.pay(bill, "NORMAL"));
    }),
    BANK_ASKED_ANSWER_ON_ITS_WAY(town -> {
        Bill bill = town.bill(130_000);
        stopped(town, town.toBank.after("/inquiry"), () -> town.pay(bill, "CALLBACK_TWICE"));
    }),
    ANSWERED_AND_NOT_POSTED(town -> {
        Bill bill = town.bill(140_000);
        locked(town, "insert into payments.bank_payment", () -> town.pay(bill, "TWICE"));
    }),
    /** Money and bill are written, the notice isn't: one transaction, so nothing of it may stay. */
    POSTED_AND_NO_NOTICE_WRITTEN(town -> {
        Bill bill = town.bill(150_000);
        locked(town, "insert into payments.notice", () -> town.pay(bill, "NORMAL"));
    }),
    POSTED_AND_NOTICE_NOT_SENT(town -> {
        Bill bill = town.bill(160_000);
        stopped(town, town.toPlatform.before("/posted"), () -> town.pay(bill, "NORMAL"));
    }),
    PLATFORM_ACTED_AND_DID_NOT_ACKNOWLEDGE_YET(town -> {
        Bill bill = town.bill(170_000);
        stopped(town, town.toPlatform.after("/exceptions"), () -> town.pay(bill, "WRONG_AMOUNT"));
    }),
    ACKNOWLEDGED_AND_NOT_NOTED(town -> {
        Bill bill = town.bill(180_000);
        Relay.Stop answer = town.toPlatform.after("/posted");
        town.pay(bill, "NORMAL");
        answer.await();
        locked(town, "update payments.notice set delivered_at", answer::goOn);
    }),
    DAY_FILE_HALF_READ(town -> {
        Bill bill = town.bill(190_000);
        town.pay(bill, "CALLBACK_LOST");
        byte[] file = town.payer.dayFile(Quarter.BILLER, today());
        try (Socket sender = town.sendsHalf(file)) {
            town.adapter.kill();
            assertThat(sender.getInputStream().read()).as("a killed adapter answers nothing").isEqualTo(-1);
        }
        assertThat(town.adapter.leftBehind()).as("payers' names that nobody deletes any more").isEmpty();
        town.adapter.start();
        bring(town, file);
    }),
    DAY_FILE_BEING_ENTERED(town -> {
        // of a day of its own: the other bank's file of today may have been entered
        byte[] file = town.fileBank.file(FileBank.SEVERAL_PIECES);
        CompletableFuture<?>[] sending = new CompletableFuture<?>[1];
        locked(town, "copy payments.day_file_line", () -> sending[0] = CompletableFuture.runAsync(() -> town.fileBank.bring(file)));
        ended(sending[0]);
        town.fileBank.bring(file);
    }),
    REFUND_BEING_ORDERED(town -> {
        RefundOrder order = order(town, 210_000);
        CompletableFuture<?>[] ordering = new CompletableFuture<?>[1];
        locked(town, "insert into payments.refund", () -> ordering[0] = CompletableFuture.runAsync(() -> town.refunds().order(order)));
        ended(ordering[0]);
        town.insisting(() -> town.refunds().order(order));
    }),
    REFUND_ORDERED_AND_BANK_NOT_TOLD(town -> {
        RefundOrder order = order(town, 220_000);
        stopped(town, town.toBank.before("/refunds"), () -> town.insisting(() -> town.refunds().order(order)));
        town.insisting(() -> town.refunds().order(order));
    }),
    REFUND_TAKEN_BY_THE_BANK_AND_NOT_NOTED(town -> {
        RefundOrder order = order(town, 230_000);
        stopped(town, town.toBank.after("/refunds"), () -> town.insisting(() -> town.refunds().order(order)));
    }),
    /** Bills and payments of a file are written; which notices are to follow isn't. */
    FILE_ENTERED_AND_ITS_NOTICES_NOT_LEFT_FOR_LATER(town -> {
        byte[] file = town.fileBank.file(FileBank.SEVERAL_PIECES);
        locked(town, "insert into payments.later_notices", () -> town.fileBank.bring(file));
    }),
    LATER_NOTICES_BEING_WRITTEN(town -> {
        byte[] file = town.fileBank.file(FileBank.SEVERAL_PIECES);
        // somebody else writes the first of them, and doesn't come to an end
        blocked(
                town,
                """
                insert into payments.notice (id, bill_id, sequence, kind, body, next_try)
                select gen_random_uuid(), id, 1, 'POSTED', '{}', now() from payments.bill where reference1 = '%s'
                """.formatted(town.fileBank.firstPaid()),
                () -> town.fileBank.bring(file));
    }),
    /** The first of them are told, the next ones written, and where to go on isn't. */
    LATER_NOTICES_WRITTEN_AND_PLACE_NOT_NOTED(town -> {
        byte[] file = town.fileBank.file(FileBank.SEVERAL_PIECES);
        allTold(town);
        Relay.Stop first = town.toPlatform.before("/posted");
        town.fileBank.bring(file);
        first.await();
        locked(town, "update payments.later_notices", first::goOn);
    }),
    LATER_NOTICE_HEARD_AND_NOT_ACKNOWLEDGED(town -> {
        byte[] file = town.fileBank.file(FileBank.SEVERAL_PIECES);
        allTold(town);
        stopped(town, town.toPlatform.after("/posted"), () -> town.fileBank.bring(file));
    });

    /** Those of a file whose notices are written later. */
    static final List<Moment> OF_LATER_NOTICES = List.of(
            FILE_ENTERED_AND_ITS_NOTICES_NOT_LEFT_FOR_LATER,
            LATER_NOTICES_BEING_WRITTEN,
            LATER_NOTICES_WRITTEN_AND_PLACE_NOT_NOTED,
            LATER_NOTICE_HEARD_AND_NOT_ACKNOWLEDGED);

    private static final Pattern TABLE = Pattern.compile("payments\\.[a-z_]+");

    private final Kill kill;

    Moment(Kill kill) {
        this.kill = kill;
    }

    private interface Kill {

        void in(Quarter town) throws Exception;
    }

    /** Brings the adapter there, kills it, and starts it again. */
    void killIn(Quarter town) throws Exception {
        kill.in(town);
    }

    private static void stopped(Quarter town, Relay.Stop stop, Runnable event) throws InterruptedException {
        event.run();
        stop.await();
        town.adapter.kill();
        stop.drop();
        town.adapter.start();
    }

    /** Nothing of earlier is on its way to the platform any more. */
    private static void allTold(Quarter town) {
        await().atMost(Duration.ofSeconds(60)).until(() -> town.books()
                        .sql("select (select count(*) from payments.notice where delivered_at is null) + (select count(*) from payments.later_notices)")
                        .query(Long.class)
                        .single()
                == 0);
    }

    /** Somebody holds rows that something which happens wants to write, too. */
    private static void blocked(Quarter town, String held, Runnable event) throws SQLException, InterruptedException {
        try (Connection holder = town.database.getConnection(); Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            statement.execute(held);
            int me = holder.unwrap(PGConnection.class).getBackendPID();
            event.run();
            await().atMost(Duration.ofSeconds(30)).until(() -> town.books()
                            .sql("select count(*) from pg_stat_activity where ? = any(pg_blocking_pids(pid))")
                            .param(me)
                            .query(Long.class)
                            .single()
                    > 0);
            town.adapter.kill();
            holder.rollback();
        }
        town.adapter.start();
    }

    /** Nobody gets at a table while something happens whose work comes to this statement there. */
    private static void locked(Quarter town, String wanted, Runnable event) throws SQLException, InterruptedException {
        Matcher table = TABLE.matcher(wanted);
        assertThat(table.find()).isTrue();
        try (Connection holder = town.database.getConnection(); Statement statement = holder.createStatement()) {
            holder.setAutoCommit(false);
            // others may read on, which keeps the adapter's other work out of it
            statement.execute("lock table " + table.group() + " in share row exclusive mode");
            event.run();
            // others want the table, too, as those who look for work
            for (int tries = 0; tries < 300 && waiting(town, wanted) == 0; tries++) {
                Thread.sleep(100);
            }
            if (waiting(town, wanted) == 0) {
                throw new AssertionError("nobody comes to: " + wanted);
            }
            town.adapter.kill();
            holder.rollback();
        }
        town.adapter.start();
    }

    private static long waiting(Quarter town, String wanted) {
        return town.books()
                .sql("select count(*) from pg_stat_activity where cardinality(pg_blocking_pids(pid)) > 0 and position(? in query) > 0")
                .param(wanted)
                .query(Long.class)
                .single();
    }

    private static RefundOrder order(Quarter town, long satang) throws InterruptedException {
        Bill bill = town.bill(satang);
        town.pay(bill, "NORMAL");
        for (int tries = 0; tries < 300; tries++) {
            Bill now = town.insisting(() -> town.bills().find(bill.id()));
            if (now.state() == Bill.State.PAID) {
                Bill.Payment payment = now.payments().get(0);
                return new RefundOrder(
                        UUID.randomUUID().toString(), "bma", payment.bank(), payment.transactionId(), satang, "ngoen", "hua", "คืนเงิน");
            }
            Thread.sleep(100);
        }
        throw new AssertionError("the bill wasn't paid");
    }

    static LocalDate today() {
        return LocalDate.now(Quarter.BANGKOK);
    }

    /** The second file of a day is refused, which is as good: what it says was asked for by other ways. */
    static void bring(Quarter town, byte[] file) {
        try {
            town.dayFiles().receive("bma", new InputStreamResource(new ByteArrayInputStream(file)));
        } catch (PaymentsRefusal refusal) {
            if (refusal.reason() != PaymentsRefusal.Reason.FILE_CONFLICT) {
                throw refusal;
            }
        }
    }

    /** The call that the kill cut off has come to its end. */
    private static void ended(CompletableFuture<?> call) throws InterruptedException {
        try {
            call.get(90, TimeUnit.SECONDS);
        } catch (ExecutionException lost) {
            assertThat(lost).hasCauseInstanceOf(RestClientException.class);
        } catch (TimeoutException e) {
            throw new AssertionError("the call hangs", e);
        }
    }
}
