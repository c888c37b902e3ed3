package org.anuyat.workflow.payment.refund;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the record of acts keeps of a refund. */
final class RefundDetails {

    private RefundDetails() {}

    static Map<String, Object> of(RefundProposal proposal) {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("amountSatang", proposal.amountSatang());
        details.put("reason", proposal.reason());
        details.put("bank", proposal.bank());
        details.put("transactionId", proposal.transactionId());
        details.put("proposedBy", proposal.proposedByName());
        RefundProposal.@Nullable Decision decision = proposal.decision();
        if (decision != null) {
            details.put("decidedBy", decision.officerName());
            if (decision.reason() != null) {
                details.put("decisionReason", decision.reason());
            }
        }
        if (proposal.bankReference() != null) {
            details.put("bankReference", proposal.bankReference());
        }
        if (proposal.refusal() != null) {
            details.put("cause", proposal.refusal());
        }
        details.put("proposal", proposal.id().toString());
        return details;
    }
}
