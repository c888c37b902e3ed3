package org.anuyat.workflow.payment.slip;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * What an officer says about a slip.
 *
 * @param decision {@code PROPOSE}, {@code APPROVE}, {@code DECLINE} or {@code REFUSE}
 * @param reason in the officer's words; empty where none is asked for
 * @param statement the line of the account's statement, in words that an auditor finds it by; empty where there is none
 * @param amountSatang of that line; 0 where there is none
 */
public record SlipWord(
        UUID slip, String applicationNumber, String decision, String reason, String statement, long amountSatang) {

    Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("decision", decision);
        if (!reason.isEmpty()) {
            details.put("reason", reason);
        }
        if (!statement.isEmpty()) {
            details.put("statement", statement);
            details.put("amountSatang", amountSatang);
        }
        details.put("slip", slip.toString());
        return details;
    }
}
