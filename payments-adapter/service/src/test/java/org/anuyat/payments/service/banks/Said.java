package org.anuyat.payments.service.banks;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.anuyat.payments.api.Bill;
import org.anuyat.payments.service.banks.calls.Field;

/**
 * A payment as a bank tells of it, truly or not.
 *
 * @param baht with two decimals
 * @param paidAt in Bangkok
 */
record Said(String transactionId, String billerId, String reference1, String reference2, String baht, LocalDateTime paidAt) {

    private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");

    /** A payment of the bill's amount, now. */
    static Said of(Bill bill, String transactionId) {
        LocalDateTime now = LocalDateTime.now(BANGKOK).withNano(0);
        return new Said(transactionId, bill.billerId(), bill.reference1(), bill.reference2(), Field.baht(bill.amountSatang()), now);
    }

    Said amount(String other) {
        return new Said(transactionId, billerId, reference1, reference2, other, paidAt);
    }

    Said reference(String other) {
        return new Said(transactionId, billerId, other, reference2, baht, paidAt);
    }

    LocalDate day() {
        return paidAt.toLocalDate();
    }
}
