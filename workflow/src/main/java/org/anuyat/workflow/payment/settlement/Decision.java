package org.anuyat.workflow.payment.settlement;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a finance officer decides about money that doesn't fit its bill (การวินิจฉัยเงินที่ไม่ตรงกับใบแจ้งการชำระเงิน).
 *
 * @param discrepancy the entry of the queue
 * @param applicationNumber the application whose bill the money names; null when it names none
 * @param decision {@code ACCEPT} or {@code REFUND}
 * @param reason in the officer's words
 * @param amountSatang the money, in satang
 * @param transactionId how the bank calls the payment
 */
public record Decision(
        UUID discrepancy,
        @Nullable String applicationNumber,
        String decision,
        String reason,
        long amountSatang,
        String bank,
        String transactionId) {

    Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("decision", decision);
        details.put("reason", reason);
        details.put("amountSatang", amountSatang);
        details.put("bank", bank);
        details.put("transactionId", transactionId);
        details.put("discrepancy", discrepancy.toString());
        return details;
    }
}
