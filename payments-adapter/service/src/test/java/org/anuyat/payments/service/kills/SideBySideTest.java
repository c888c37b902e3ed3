package org.anuyat.payments.service.kills;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.anuyat.payments.api.Bill;
import org.anuyat.payments.api.dayfiles.DayFile;
import org.anuyat.payments.api.dayfiles.DayFiles;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Two processes of the adapter on one database, behind one entrance, with everything at the same time: calls of a bank, inquiries, files whose
 * money and notices both of them enter and tell, and the same file brought to both.
 */
class SideBySideTest {

    private static final Logger LOG = LoggerFactory.getLogger(SideBySideTest.class);
    private static final int ROUNDS = 40;
    private static final int FILES = 3;
    private static final int PAYMENTS = 300;
    private static final List<String> MANNERS = List.of("NORMAL", "NORMAL", "TWICE", "WRONG_AMOUNT", "CALLBACK_LOST", "CALLBACK_TWICE", "FORGED");

    @Test
    void two_processes_share_the_work_and_nothing_is_done_twice() {
        // so long that nobody takes up what the other one is at
        try (Quarter town = new Quarter(2, Duration.ofMinutes(5))) {
            List<byte[]> files = new ArrayList<>();
            for (int file = 0; file < FILES; file++) {
                files.add(town.fileBank.file(PAYMENTS));
            }
            CompletableFuture<Void> street = CompletableFuture.runAsync(() -> pay(town, new Random(2569)));
            for (byte[] file : files) {
                CompletableFuture<DayFile> again = CompletableFuture.supplyAsync(() -> town.fileBank.bring(file));
                assertThat(town.fileBank.bring(file).id()).as("brought to both, entered once").isEqualTo(again.join().id());
            }
            for (DayFile file : town.dayFiles().files(FileBank.AGENCY, FILES)) {
                atOnce(() -> town.dayFiles().differences(file.id(), 0, DayFiles.LARGEST_PAGE));
            }
            street.join();
            Moment.bring(town, town.payer.dayFile(Quarter.BILLER, Moment.today()));

            new Balance(town).check();
            int other = town.othersToPlatform.get(0).passed.get();
            LOG.info("Told by one: {}, by the other: {}", town.toPlatform.passed.get(), other);
            assertThat(town.toPlatform.passed.get()).as("both did their part").isGreaterThan(PAYMENTS / 10);
            assertThat(other).isGreaterThan(PAYMENTS / 10);
            assertThat(town.platform.repeated).as("notices that both told").hasValue(0);
        }
    }

    private static void pay(Quarter town, Random random) {
        for (int round = 0; round < ROUNDS; round++) {
            Bill bill = town.bill(10_000 + round);
            town.pay(bill, MANNERS.get(random.nextInt(MANNERS.size())));
            // asked by both while the call is being confirmed
            atOnce(() -> town.bills().inquire(bill.id()));
        }
    }

    /** Each of the two gets a call of this. */
    private static void atOnce(Runnable call) {
        CompletableFuture<Void> other = CompletableFuture.runAsync(call);
        call.run();
        other.join();
    }
}
