package org.anuyat.workflow.payment;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.anuyat.payments.api.slips.StatementEntry;
import org.anuyat.workflow.acts.Act;
import org.anuyat.workflow.acts.Actor;
import org.anuyat.workflow.thai.BuddhistDate;

/**
 * The fee is paid, confirmed by the bank itself (ชำระค่าธรรมเนียมแล้ว).
 *
 * @param paidAt when the bank took the money; of a statement's line the day alone is meant, and kept
 */
public record Paid(
        String applicationNumber,
        String agency,
        Actor actor,
        Instant at,
        long amountSatang,
        String bank,
        String transactionId,
        Instant paidAt,
        String receiptNumber)
        implements Act {

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("amountSatang", amountSatang);
        details.put("bank", bank);
        details.put("transactionId", transactionId);
        boolean dayAlone = StatementEntry.isNumber(transactionId);
        details.put("paidAt", dayAlone ? BuddhistDate.dateOf(paidAt).toString() : paidAt.toString());
        details.put("receiptNumber", receiptNumber);
        return details;
    }
}
