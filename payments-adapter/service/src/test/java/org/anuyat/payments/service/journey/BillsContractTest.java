package org.anuyat.payments.service.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.anuyat.payments.api.Bill;
import org.anuyat.payments.api.BillOrder;
import org.anuyat.payments.api.Bills;
import org.anuyat.payments.api.PaymentsOverHttp;
import org.anuyat.payments.api.PaymentsRefusal;
import org.anuyat.payments.api.PaymentsRefusal.Reason;
import org.anuyat.payments.api.Reconciliation;
import org.anuyat.payments.service.qr.BillPaymentBarcode;
import org.anuyat.payments.service.qr.BillPaymentQr;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same promises in this process and over HTTP. */
class BillsContractTest {

    private static Town town;

    @BeforeAll
    static void buildTown() {
        town = new Town();
    }

    @AfterAll
    static void leaveTown() {
        town.close();
    }

    static Stream<Bills> ways() {
        return Stream.of(town.bills(), PaymentsOverHttp.client(Bills.class, town.http()));
    }

    private static void assertRefused(Reason reason, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(PaymentsRefusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aBillCarriesCodesThatSayWhatItSays(Bills bills) {
        Bill bill = bills.present(town.order(123_456));
        assertThat(BillPaymentQr.parse(bill.qrPayload()))
                .isEqualTo(new BillPaymentQr(
                        true, BillPaymentQr.Scheme.DOMESTIC, Town.BILLER, bill.reference1(), bill.reference2(), 123_456L, null));
        assertThat(BillPaymentBarcode.parse(bill.barcodePayload()))
                .isEqualTo(new BillPaymentBarcode(Town.BILLER, bill.reference1(), bill.reference2(), 123_456));
        assertThat(bills.find(bill.id())).isEqualTo(bill);
    }

    @ParameterizedTest
    @MethodSource("ways")
    void theSameOrderMakesOneBillAndAnotherOrderUnderItsKeyIsRefused(Bills bills) {
        BillOrder order = town.order(1_000);
        Bill bill = bills.present(order);
        assertThat(bills.present(order)).isEqualTo(bill);
        BillOrder other = new BillOrder(
                order.idempotencyKey(), order.agency(), order.billerName(), order.description(), order.payerName(), 1_001,
                order.due(), order.applicationNumber());
        assertRefused(Reason.KEY_REUSED, () -> bills.present(other));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void whatIsUnknownIsRefusedByName(Bills bills) {
        assertRefused(Reason.NOT_FOUND, () -> bills.find(UUID.randomUUID()));
        assertRefused(Reason.NOT_FOUND, () -> bills.cancel(UUID.randomUUID()));
        BillOrder order = town.order(1_000);
        assertRefused(Reason.UNKNOWN_AGENCY, () -> bills.present(new BillOrder(
                order.idempotencyKey(), "nobody", "x", "x", "x", 1_000, order.due(), "x")));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void aPaidBillCannotBeCancelled(Bills bills) {
        Bill bill = bills.present(town.order(2_000));
        town.pay(bill, "CALLBACK_LOST");
        assertThat(bills.inquire(bill.id()).state()).isEqualTo(Bill.State.PAID);
        assertRefused(Reason.NOT_OPEN, () -> bills.cancel(bill.id()));
    }

    @Test
    void theQueueIsPagedAndSearchedOverHttpToo() {
        Reconciliation queue = PaymentsOverHttp.client(Reconciliation.class, town.http());
        assertThat(queue.discrepancies("bma", null, true, "", 0, 10).entries()).isEmpty();
        assertThat(queue.discrepancies("bma", null, false, "", 3, 200).number()).isEqualTo(3);
        assertThatThrownBy(() -> queue.discrepancies("bma", null, true, "", 0, 201)).hasMessageContaining("size must be");

        Bill bill = town.bills().present(town.order(40_000));
        town.payer.pay(bill.qrPayload(), "WRONG_AMOUNT", "399.99");
        await().until(() -> queue.discrepancies("bma", null, true, "", 0, 10).total() == 1);
        String transaction = queue.discrepancies("bma", null, true, "", 0, 10).entries().get(0).payment().transactionId();
        for (String known : List.of(
                bill.reference1(), bill.reference1().toLowerCase(Locale.ROOT), bill.reference2(), transaction, "สมใจ",
                queue.discrepancies("bma", null, true, "", 0, 10).entries().get(0).applicationNumber().substring(6))) {
            assertThat(queue.discrepancies("bma", null, true, known, 0, 10).entries()).as(known).hasSize(1);
            assertThat(queue.discrepancies("bma", null, true, known, 0, 10).total()).as(known).isEqualTo(1);
        }
        for (String other : List.of("สมชาย", "%", "_", bill.reference1() + bill.reference2())) {
            assertThat(queue.discrepancies("bma", null, true, other, 0, 10).entries()).as(other).isEmpty();
            assertThat(queue.discrepancies("bma", null, true, other, 0, 10).total()).as(other).isZero();
        }
    }

    @Test
    void simultaneousOrdersUnderOneKeyMakeOneBillAndReferencesNeverRepeat() throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(8);
        try {
            BillOrder order = town.order(3_000);
            List<Future<Bill>> same = people.invokeAll(IntStream.range(0, 16)
                    .mapToObj(i -> (Callable<Bill>) () -> town.bills().present(order))
                    .toList());
            for (Future<Bill> bill : same) {
                assertThat(bill.get()).isEqualTo(same.get(0).get());
            }
            List<Future<Bill>> different = people.invokeAll(IntStream.range(0, 40)
                    .mapToObj(i -> (Callable<Bill>) () -> town.bill(3_000))
                    .toList());
            List<String> references = different.stream().map(bill -> {
                try {
                    return bill.get().reference1();
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            }).toList();
            assertThat(references).doesNotHaveDuplicates();
        } finally {
            people.shutdownNow();
        }
    }
}
