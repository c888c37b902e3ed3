package org.anuyat.workflow.payment;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.anuyat.workflow.acts.Act;
import org.anuyat.workflow.acts.Actor;

/**
 * Money came that doesn't settle the bill by itself; a finance officer will decide (รายการชำระเงินรอตรวจสอบ).
 *
 * @param kind why it doesn't: DOUBLE, LATE, WRONG_AMOUNT, AFTER_CANCELLATION
 */
public record PaymentQueried(
        String applicationNumber,
        String agency,
        Actor actor,
        Instant at,
        String kind,
        long amountSatang,
        String bank,
        String transactionId)
        implements Act {

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("kind", kind);
        details.put("amountSatang", amountSatang);
        details.put("bank", bank);
        details.put("transactionId", transactionId);
        return details;
    }
}
