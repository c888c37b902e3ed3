package org.anuyat.payments.service.banks;

import static org.anuyat.payments.service.banks.Street.FEE;
import static org.anuyat.payments.service.banks.Street.awaitNothingWaiting;
import static org.anuyat.payments.service.banks.Street.awaitState;
import static org.anuyat.payments.service.banks.Street.bill;
import static org.anuyat.payments.service.banks.Street.deliver;
import static org.anuyat.payments.service.banks.Street.now;
import static org.anuyat.payments.service.banks.Street.number;
import static org.anuyat.payments.service.banks.Street.office;
import static org.anuyat.payments.service.banks.Street.say;
import static org.anuyat.payments.service.banks.Street.takesMoney;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.anuyat.payments.api.Bill;
import org.anuyat.payments.api.ReportedPayment;
import org.anuyat.payments.api.dayfiles.DayDifference;
import org.anuyat.payments.api.dayfiles.DayDifference.Action;
import org.anuyat.payments.api.dayfiles.DayDifference.Kind;
import org.anuyat.payments.api.dayfiles.DayFile;
import org.anuyat.payments.api.dayfiles.DayFiles;
import org.anuyat.payments.service.banks.Tongues.Tongue;
import org.anuyat.payments.service.banks.calls.Verdict;
import org.anuyat.payments.service.dayfiles.DayFileLines;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a bank that can't be asked has reported, between its call and its file. */
@ExtendWith(Street.class)
class ReportedPaymentsTest {

    static List<Tongue> whoseFileConfirms() {
        return Tongues.ALL.stream().filter(bank -> !bank.account().isEmpty()).toList();
    }

    @ParameterizedTest
    @MethodSource("whoseFileConfirms")
    void a_report_is_told_until_the_file_confirms_it(Tongue bank) {
        Bill bill = bill();
        assertThat(office.bills().reported(bill.id())).isEmpty();
        Said payment = Said.of(bill, number());
        assertThat(say(bank, bank.confirm(payment))).isEqualTo(Verdict.OK);
        assertThat(office.bills().reported(bill.id())).singleElement().satisfies(reported -> {
            assertThat(reported.bank()).isEqualTo(office.bank(bank.bank()).code());
            assertThat(reported.transactionId()).isEqualTo(payment.transactionId());
            assertThat(reported.amountSatang()).isEqualTo(FEE);
        });
        assertThat(now(bill).state()).as("a report is no money").isEqualTo(Bill.State.OPEN);
        takesMoney(bank, payment);
        awaitState(bill, Bill.State.PAID);
        awaitNothingWaiting();
        assertThat(office.bills().reported(bill.id())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("whoseFileConfirms")
    void a_report_that_the_bank_takes_back_is_told_no_more(Tongue bank) {
        Bill bill = bill();
        Said payment = Said.of(bill, number());
        say(bank, bank.confirm(payment));
        assertThat(office.bills().reported(bill.id())).extracting(ReportedPayment::transactionId).containsExactly(payment.transactionId());
        say(bank, bank.cancel(payment).orElseThrow());
        assertThat(office.bills().reported(bill.id())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("whoseFileConfirms")
    void a_report_that_the_file_of_its_day_lacks_is_a_difference_until_a_later_file_has_it(Tongue bank) {
        Bill inFile = bill();
        Bill missing = bill();
        Bill takenBack = bill();
        Said found = Said.of(inFile, number());
        Said lost = Said.of(missing, number());
        Said cancelled = Said.of(takenBack, number());
        List.of(found, lost, cancelled).forEach(payment -> say(bank, bank.confirm(payment)));
        say(bank, bank.cancel(cancelled).orElseThrow());

        deliver(bank, of(bank, lost.day()).detail("C", found.paidAt(), found.reference1(), found.reference2(), FEE).whole());
        awaitState(inFile, Bill.State.PAID);
        awaitNothingWaiting();
        DayFile file = office.dayFiles().files("bma", DayFiles.LARGEST_PAGE).stream()
                .filter(one -> one.bank().equals(bank.bank()) && one.effectiveOn().equals(lost.day()))
                .findFirst()
                .orElseThrow();
        assertThat(reportedIn(file)).filteredOn(one -> one.reference1().equals(missing.reference1())).singleElement().satisfies(one -> {
            assertThat(one.proposedAction()).isEqualTo(Action.AWAIT_NEXT_FILE_OR_ASK_BANK);
            assertThat(one.hereSatang()).isEqualTo(FEE);
            assertThat(one.thereSatang()).isNull();
            assertThat(one.billId()).isEqualTo(missing.id());
        });
        assertThat(reportedIn(file))
                .extracting(DayDifference::reference1)
                .doesNotContain(inFile.reference1(), takenBack.reference1());

        takesMoney(bank, lost);
        awaitState(missing, Bill.State.PAID);
        await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(reportedIn(file))
                .extracting(DayDifference::reference1)
                .doesNotContain(missing.reference1()));
        assertThat(now(missing).payments()).singleElement().satisfies(posted -> assertThat(posted.transactionId())
                .isEqualTo(lost.transactionId()));
    }

    private static DayFileLines of(Tongue bank, LocalDate day) {
        return new DayFileLines(day, office.bank(bank.bank()).code(), bank.account());
    }

    private static List<DayDifference> reportedIn(DayFile file) {
        return office.dayFiles().differences(file.id(), 0, DayFiles.LARGEST_PAGE).entries().stream()
                .filter(one -> one.kind() == Kind.REPORTED_NOT_THERE)
                .toList();
    }
}
