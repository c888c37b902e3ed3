package org.anuyat.workflow.payment.billing;

import java.util.Comparator;
import java.util.OptionalLong;
import java.util.UUID;
import org.anuyat.payments.api.Bill;
import org.anuyat.payments.api.Bill.Payment.Standing;
import org.anuyat.payments.api.BillOrder;
import org.anuyat.payments.api.Bills;
import org.anuyat.payments.api.PaymentsRefusal;
import org.anuyat.workflow.payment.Billing;
import org.anuyat.workflow.payment.Billing.Closing.Result;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Speaks {@code payments-api}. */
@Component
class BillingByAdapter implements Billing {

    private static final Logger LOG = LoggerFactory.getLogger(BillingByAdapter.class);

    private final Bills bills;
    private final Breaker breaker;

    BillingByAdapter(Bills bills, Breaker breaker) {
        this.bills = bills;
        this.breaker = breaker;
    }

    @Override
    public Presented present(Order order) {
        Bill bill = bills.present(new BillOrder(
                "fee/" + order.applicationNumber(),
                order.agency(),
                order.billerName(),
                order.description(),
                order.payerName(),
                order.amountSatang(),
                order.due(),
                order.applicationNumber()));
        return new Presented(
                bill.id(),
                bill.billerId(),
                bill.reference1(),
                bill.reference2(),
                bill.amountSatang(),
                bill.due(),
                bill.qrPayload(),
                bill.barcodePayload());
    }

    @Override
    public Closing close(UUID billId) {
        Bill asked = bills.inquire(billId);
        if (asked.payments().stream().anyMatch(payment -> payment.standing() != Standing.REFUNDED)) {
            return withMoney(asked);
        }
        if (asked.state() == Bill.State.REFUNDED) {
            // what came is all given back: nothing holds the bill any longer
            return new Closing(Result.CLOSED, null);
        }
        try {
            bills.cancel(billId);
            return new Closing(Result.CLOSED, null);
        } catch (PaymentsRefusal refusal) {
            if (refusal.reason() != PaymentsRefusal.Reason.NOT_OPEN) {
                throw refusal;
            }
            // money came between the two calls
            return withMoney(bills.find(billId));
        }
    }

    @Override
    public boolean isReported(UUID billId) {
        try {
            return breaker.ask(() -> !bills.reported(billId).isEmpty(), false);
        } catch (RuntimeException e) {
            // the bill can be shown without it
            LOG.warn("the payments adapter did not say whether bill {} is reported as paid: {}", billId, e.getMessage());
            return false;
        }
    }

    @Override
    public OptionalLong undecided(UUID billId) {
        try {
            return breaker.ask(() -> OptionalLong.of(undecided(bills.find(billId))), OptionalLong.empty());
        } catch (RuntimeException e) {
            // the bill can be shown without it
            LOG.warn("the payments adapter did not say whether there is money for bill {}: {}", billId, e.getMessage());
            return OptionalLong.empty();
        }
    }

    /** What is on a bill that isn't settled, or waits beside it, until it has gone back. */
    private static long undecided(Bill bill) {
        return bill.state() == Bill.State.PAID
                ? 0
                : bill.payments().stream()
                        .filter(payment -> payment.standing() != Standing.REFUNDED)
                        .mapToLong(Bill.Payment::amountSatang)
                        .sum();
    }

    private static Closing withMoney(Bill bill) {
        Bill.@Nullable Payment settling = bill.payments().stream()
                .filter(payment -> payment.standing() == Standing.ON_BILL)
                .max(Comparator.comparing(Bill.Payment::confirmedAt))
                .orElse(null);
        return bill.state() == Bill.State.PAID && settling != null
                ? new Closing(Result.SETTLED, money(settling))
                : new Closing(Result.UNDECIDED, null);
    }

    static Money money(Bill.Payment payment) {
        return new Money(payment.bank(), payment.transactionId(), payment.paidAt(), payment.amountSatang());
    }
}
