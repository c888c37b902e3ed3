package org.anuyat.payments.service.journey;

import static org.anuyat.payments.api.dayfiles.DayDifference.Kind.AMOUNT_DIFFERS;
import static org.anuyat.payments.api.dayfiles.DayDifference.Kind.DUPLICATE;
import static org.anuyat.payments.api.dayfiles.DayDifference.Kind.NOT_HERE;
import static org.anuyat.payments.api.dayfiles.DayDifference.Kind.NOT_THERE;
import static org.anuyat.payments.api.dayfiles.DayDifference.Kind.REVERSAL;
import static org.anuyat.payments.api.dayfiles.DayDifference.Kind.UNKNOWN_REFERENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.anuyat.payments.api.Bill;
import org.anuyat.payments.api.PaymentsOverHttp;
import org.anuyat.payments.api.PaymentsRefusal;
import org.anuyat.payments.api.PaymentsRefusal.Reason;
import org.anuyat.payments.api.dayfiles.DayDifference;
import org.anuyat.payments.api.dayfiles.DayDifference.Action;
import org.anuyat.payments.api.dayfiles.DayFile;
import org.anuyat.payments.api.dayfiles.DayFiles;
import org.anuyat.payments.service.dayfiles.DayFileLines;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.InputStreamResource;

/** A bank's end-of-day file, delivered by the bank or brought by hand over HTTP, against the books. */
class DayFileJourneyTest {

    private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");
    private static Town town;
    private static DayFiles files;

    @BeforeAll
    static void buildTown() {
        town = new Town();
        files = PaymentsOverHttp.client(DayFiles.class, town.http());
    }

    @AfterAll
    static void leaveTown() {
        town.close();
    }

    /** Each test has a day of its own, at noon so that midnight can't come between. */
    @BeforeEach
    void anotherDay() {
        LocalDateTime now = now();
        town.clock.advance(Duration.between(now, now.toLocalDate().plusDays(2).atTime(12, 0)));
    }

    private static LocalDateTime now() {
        return LocalDateTime.ofInstant(town.clock.instant(), BANGKOK);
    }

    private static LocalDate today() {
        return now().toLocalDate();
    }

    private static DayFile bring(List<String> lines) {
        return files.receive("bma", new InputStreamResource(new ByteArrayInputStream(DayFileLines.bytes(lines))));
    }

    private static List<DayDifference> differences(DayFile file) {
        return files.differences(file.id(), 0, DayFiles.LARGEST_PAGE).entries();
    }

    private static Bill paid(long satang) {
        Bill bill = town.bill(satang);
        town.pay(bill, "NORMAL");
        awaitPaid(bill);
        return bill;
    }

    private static void awaitPaid(Bill bill) {
        await().atMost(Duration.ofSeconds(15))
                .untilAsserted(() -> assertThat(town.bills().find(bill.id()).state()).isEqualTo(Bill.State.PAID));
    }

    private static DayFile deliver() {
        town.payer.deliverDayFile(Town.BILLER, today());
        return files.files("bma", 1).get(0);
    }

    @Test
    void theBanksFileFindsThePaymentWhoseCallbackWasLost() {
        Bill known = paid(10_000);
        Bill lost = town.bill(25_050);
        town.pay(lost, "CALLBACK_LOST");
        DayFile file = deliver();
        assertThat(file.effectiveOn()).isEqualTo(today());
        assertThat(file.credits()).isEqualTo(2);
        assertThat(file.creditSatang()).isEqualTo(35_050);
        awaitPaid(lost);
        await().untilAsserted(() -> assertThat(files.file(file.id()).matchedSatang()).isEqualTo(35_050));
        assertThat(differences(file)).isEmpty();
        await().untilAsserted(() -> assertThat(town.platform.postedFor(lost.id())).hasSize(1));
        assertThat(town.bills().find(known.id()).payments()).hasSize(1);
        assertThat(customersKept(file)).as("names of payers that the books know").isZero();
        // once more: nothing changes
        DayFile again = deliver();
        assertThat(again).isEqualTo(files.file(file.id()));
        assertThat(files.files("bma", 200)).filteredOn(entry -> entry.effectiveOn().equals(today())).hasSize(1);
        assertThat(town.bills().find(lost.id()).payments()).hasSize(1);
    }

    private static long customersKept(DayFile file) {
        return town.books()
                .sql("select count(customer) from payments.day_file_line where file_id = ?")
                .param(file.id())
                .query(Long.class)
                .single();
    }

    @Test
    void aBankThatIsDownIsAskedUntilItAnswers() {
        Bill lost = town.bill(31_000);
        town.pay(lost, "CALLBACK_LOST");
        town.payer.openBank(false);
        DayFile file = deliver();
        assertThat(differences(file)).singleElement().satisfies(difference -> {
            assertThat(difference.kind()).isEqualTo(NOT_HERE);
            assertThat(difference.billId()).isEqualTo(lost.id());
            assertThat(difference.applicationNumber()).isEqualTo(lost.applicationNumber());
            assertThat(difference.asking()).isTrue();
            assertThat(difference.proposedAction()).isEqualTo(Action.WAIT_FOR_BANK);
        });
        town.payer.openBank(true);
        awaitPaid(lost);
        await().untilAsserted(() -> assertThat(differences(file)).isEmpty());
    }

    @Test
    void everyKindOfDifferenceIsListedWithWhatToDo() {
        Bill differs = paid(1_000);
        Bill absent = paid(2_000);
        Bill twice = paid(3_000);
        Bill unpaid = town.bill(4_000);
        LocalDateTime at = now();
        DayFile file = bring(new DayFileLines(today())
                .detail("C", at, differs.reference1(), differs.reference2(), 1_500)
                .detail("C", at, twice.reference1(), twice.reference2(), 3_000)
                .detail("C", at, twice.reference1(), twice.reference2(), 3_000)
                .detail("C", at, unpaid.reference1(), unpaid.reference2(), 4_000)
                .detail("C", at, "WRONG\\REF", "", 5_000)
                .detail("D", at, twice.reference1(), twice.reference2(), 3_000)
                .whole());
        await().untilAsserted(() -> assertThat(files.file(file.id()).asking()).isZero());
        assertThat(differences(file))
                .extracting(
                        DayDifference::line, DayDifference::kind, DayDifference::reference1, DayDifference::thereSatang,
                        DayDifference::hereSatang, DayDifference::proposedAction)
                .containsExactly(
                        tuple(2, AMOUNT_DIFFERS, differs.reference1(), 1_500L, 1_000L, Action.CORRECT_WITH_BANK),
                        tuple(4, DUPLICATE, twice.reference1(), 3_000L, null, Action.REFUND_SECOND),
                        tuple(5, NOT_HERE, unpaid.reference1(), 4_000L, null, Action.ASK_BANK_IN_WRITING),
                        tuple(6, UNKNOWN_REFERENCE, "WRONG\\REF", 5_000L, null, Action.FIND_PAYER_OR_REFUND),
                        tuple(7, REVERSAL, twice.reference1(), 3_000L, null, Action.UNDO_AND_BILL_AGAIN),
                        tuple(null, NOT_THERE, absent.reference1(), null, 2_000L, Action.AWAIT_NEXT_FILE));
        assertThat(differences(file).get(3).customer()).isEqualTo("นางสาวสมหญิง รักดี");
        // the file alone posts nothing that the bank's inquiry doesn't confirm
        assertThat(town.bills().find(unpaid.id()).state()).isEqualTo(Bill.State.OPEN);
        assertThat(files.file(file.id()).matched()).isEqualTo(1);
        DayDifference.Page second = files.differences(file.id(), 1, 4);
        assertThat(second.total()).isEqualTo(6);
        assertThat(second.entries()).hasSize(2);
        // the next day's file brings what was missing
        town.clock.advance(Duration.ofDays(1));
        bring(new DayFileLines(today()).detail("C", at, absent.reference1(), absent.reference2(), 2_000).whole());
        assertThat(differences(file)).extracting(DayDifference::kind).doesNotContain(NOT_THERE);
    }

    @Test
    void aWrongFileIsRefusedWholeAndAnotherOneOfTheSameDayToo() {
        Bill bill = paid(7_000);
        List<String> lines = new DayFileLines(today())
                .detail("C", now(), bill.reference1(), bill.reference2(), 7_000)
                .whole();
        List<String> wrong = List.of(lines.get(0), lines.get(1), lines.get(2).replace("0000000007000", "0000000007001"));
        assertRefused(Reason.FILE_MALFORMED, "line 3, column 40 (total credit amount): says 7001 but the details make 7000", wrong);
        assertRefused(Reason.FILE_MALFORMED, "line 1, column 8 (bank code): is 006", lines.stream()
                .map(line -> line.substring(0, 7) + "006" + line.substring(10))
                .toList());
        assertThat(files.files("bma", 200)).noneMatch(file -> file.effectiveOn().equals(today()));
        DayFile file = bring(lines);
        assertThat(file.matched()).isEqualTo(1);
        assertThat(bring(lines)).isEqualTo(file);
        assertRefused(Reason.FILE_CONFLICT, "was read before", new DayFileLines(today()).whole());
        assertThatThrownBy(() -> files.file(UUID.randomUUID())).isInstanceOf(PaymentsRefusal.class);
        assertThatThrownBy(() -> files.receive("nobody", new InputStreamResource(new ByteArrayInputStream(new byte[1]))))
                .isInstanceOfSatisfying(PaymentsRefusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(Reason.UNKNOWN_AGENCY));
    }

    @Test
    void onlyTheBankDeliversAndARefusalDoesNotRepeatItsSecret() {
        byte[] file = "nonsense".getBytes(StandardCharsets.US_ASCII);
        assertThat(town.dayFile("scb", "a-secret-somebody-guesses", file).statusCode()).isEqualTo(404);
        HttpResponse<String> refusal = town.dayFile("scb", Town.SECRET, file);
        assertThat(refusal.statusCode()).isEqualTo(422);
        assertThat(refusal.body()).contains("line 1, column 9 (end of line)", "callback-file-malformed").doesNotContain(Town.SECRET);
    }

    private static void assertRefused(Reason reason, String why, List<String> lines) {
        assertThatThrownBy(() -> bring(lines))
                .hasMessageContaining(why)
                .isInstanceOfSatisfying(PaymentsRefusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}
