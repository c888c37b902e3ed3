package org.anuyat.payments.service.books;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anuyat.payments.api.Bill;

/**
 * A bill as it stands in the books, without its payments.
 *
 * @param orderDigest of the order that it was made from, to tell a repetition from another order under the same key
 * @param bank name of the bank's settings
 */
public record StoredBill(
        UUID id,
        String idempotencyKey,
        String orderDigest,
        String agency,
        String applicationNumber,
        String billerName,
        String description,
        String payerName,
        String bank,
        String billerId,
        String reference1,
        String reference2,
        long amountSatang,
        Instant due,
        Instant presentedAt,
        Bill.State state,
        String qrPayload,
        String barcodePayload) {

    /** Whether money is, or was, on it. */
    public boolean hasTakenMoney() {
        return switch (state) {
            case PAID, OVERPAID, UNDERPAID, REFUNDED -> true;
            case OPEN, EXPIRED, CANCELLED -> false;
        };
    }

    /** The bill in another state. */
    StoredBill in(Bill.State other) {
        return new StoredBill(
                id,
                idempotencyKey,
                orderDigest,
                agency,
                applicationNumber,
                billerName,
                description,
                payerName,
                bank,
                billerId,
                reference1,
                reference2,
                amountSatang,
                due,
                presentedAt,
                other,
                qrPayload,
                barcodePayload);
    }

    Bill with(List<Bill.Payment> payments, long paid, Instant now) {
        Bill.State shown = state == Bill.State.OPEN && now.isAfter(due) ? Bill.State.EXPIRED : state;
        return new Bill(
                id,
                shown,
                agency,
                applicationNumber,
                billerName,
                description,
                payerName,
                billerId,
                reference1,
                reference2,
                amountSatang,
                paid,
                due,
                presentedAt,
                qrPayload,
                barcodePayload,
                payments);
    }
}
