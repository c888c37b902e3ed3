package org.anuyat.payments.service.kills;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.anuyat.payments.api.Bill;
import org.anuyat.payments.api.PaymentsRefusal;
import org.anuyat.payments.api.PaymentsRefusal.Reason;
import org.anuyat.payments.api.refunds.RefundOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The adapter's process is killed (SIGKILL) and started again; in the end each satang that the bank holds is in one place, and the platform
 * has been told of everything once.
 *
 * <p>Ordinarily three moments, drawn from the seed in the test's name, because each costs a start. {@code -Danuyat.kills=5} goes five times
 * through all moments, and five times through a day on which the kills come at any time; {@code -Danuyat.kills.seed} repeats one.
 */
class KilledAdapterTest {

    private static final Logger LOG = LoggerFactory.getLogger(KilledAdapterTest.class);
    private static final int ROUNDS = Integer.getInteger("anuyat.kills", 0);
    private static final int MOMENTS = 3;
    private static final int EVENTS = 60;
    private static final int KILLS = 12;
    private static final int FILED = 300;
    private static final int BETWEEN_FILES = 25;
    private static final List<String> MANNERS = List.of(
            "NORMAL", "NORMAL", "TWICE", "LATE", "WRONG_AMOUNT", "CALLBACK_LOST", "CALLBACK_TWICE", "CALLBACK_LATE", "FORGED");

    static IntStream seeds() {
        Integer seed = Integer.getInteger("anuyat.kills.seed");
        return seed == null ? new Random().ints(Math.max(1, ROUNDS), 0, 1_000_000) : IntStream.of(seed);
    }

    /** None unless asked for. */
    static IntStream longSeeds() {
        return ROUNDS == 0 ? IntStream.empty() : seeds();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whatever_was_half_done_is_done_once(int seed) throws Exception {
        List<Moment> moments = new ArrayList<>(List.of(Moment.values()));
        Collections.shuffle(moments, new Random(seed));
        try (Quarter town = new Quarter()) {
            for (Moment moment : ROUNDS == 0 ? some(moments) : moments) {
                LOG.info("Killing: {}", moment);
                moment.killIn(town);
            }
            new Balance(town).check();
        }
    }

    /** Always one about notices of a file: so many depend on it. */
    private static List<Moment> some(List<Moment> shuffled) {
        List<Moment> some = new ArrayList<>(shuffled.subList(0, MOMENTS));
        if (Collections.disjoint(some, Moment.OF_LATER_NOTICES)) {
            some.set(0, shuffled.stream().filter(Moment.OF_LATER_NOTICES::contains).findFirst().orElseThrow());
        }
        return some;
    }

    @ParameterizedTest(name = "seed {0}", allowZeroInvocations = true)
    @MethodSource("longSeeds")
    void kills_at_any_time_leave_the_books_balanced(int seed) throws Exception {
        Random random = new Random(seed);
        try (Quarter town = new Quarter()) {
            AtomicInteger killsLeft = new AtomicInteger(KILLS);
            CompletableFuture<Void> death = CompletableFuture.runAsync(() -> dieAgainAndAgain(town, new Random(seed + 1), killsLeft));
            List<Bill> bills = new ArrayList<>();
            try {
                bills.add(town.bill(10_000));
                bringFile(town);
                for (int event = 0; event < EVENTS || killsLeft.get() > 0; event++) {
                    happen(town, bills, random);
                    if (event % BETWEEN_FILES == BETWEEN_FILES - 1) {
                        bringFile(town);
                    }
                    Thread.sleep(random.nextInt(150));
                }
            } finally {
                killsLeft.set(0);
                death.get(5, TimeUnit.MINUTES);
            }
            town.payer.openBank(true);
            Moment.bring(town, town.payer.dayFile(Quarter.BILLER, Moment.today()));
            new Balance(town).check();
            LOG.info("Seed {}: {} bills, {} notices came twice", seed, bills.size(), town.platform.repeated);
            assertThat(town.platform.posted).isNotEmpty();
        }
    }

    /** Its payments, and the notices about them, meet the next kills. */
    private static void bringFile(Quarter town) {
        byte[] file = town.fileBank.file(FILED);
        town.insisting(() -> town.fileBank.bring(file));
    }

    private static void dieAgainAndAgain(Quarter town, Random random, AtomicInteger killsLeft) {
        try {
            while (killsLeft.get() > 0) {
                Thread.sleep(random.nextInt((int) Duration.ofSeconds(4).toMillis()));
                town.killAndStart();
                killsLeft.updateAndGet(left -> Math.max(0, left - 1));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void happen(Quarter town, List<Bill> bills, Random random) {
        Bill bill = bills.get(random.nextInt(bills.size()));
        switch (random.nextInt(10)) {
            case 0, 1, 2 -> bills.add(town.bill(1 + random.nextInt(1_000_000)));
            case 3 -> town.payer.openBank(random.nextInt(4) > 0);
            case 4 -> allowingRefusal(() -> town.insisting(() -> town.bills().inquire(bill.id())));
            case 5 -> allowingRefusal(() -> town.insisting(() -> town.bills().cancel(bill.id())));
            case 6 -> allowingRefusal(() -> giveBack(town, bill));
            default -> town.pay(bill, MANNERS.get(random.nextInt(MANNERS.size())));
        }
    }

    private static void giveBack(Quarter town, Bill bill) {
        Bill now = town.insisting(() -> town.bills().find(bill.id()));
        if (!now.payments().isEmpty()) {
            Bill.Payment payment = now.payments().get(0);
            RefundOrder order = new RefundOrder(
                    UUID.randomUUID().toString(), "bma", payment.bank(), payment.transactionId(), payment.amountSatang(), "ngoen", "hua",
                    "คืนเงิน");
            town.insisting(() -> town.refunds().order(order));
        }
    }

    private static void allowingRefusal(Runnable call) {
        try {
            call.run();
        } catch (PaymentsRefusal refusal) {
            assertThat(refusal.reason())
                    .isIn(Reason.NOT_OPEN, Reason.BANK_UNAVAILABLE, Reason.ALREADY_SETTLED, Reason.NOT_COVERED);
        }
    }
}
