package org.anuyat.workflow.payment.refund;

import java.time.Instant;
import java.util.Map;
import org.anuyat.workflow.acts.Actor;
import org.anuyat.workflow.acts.Deed;
import org.jspecify.annotations.Nullable;

/**
 * A finance officer entered a bank's advice about a refund that went there on paper (บันทึกผลการคืนเงินจากหนังสือของธนาคาร).
 *
 * @param bankReference the number on that advice
 */
public record RefundEntered(Actor actor, Instant at, RefundProposal proposal, String bankReference) implements Deed {

    @Override
    public String agency() {
        return proposal.agency();
    }

    @Override
    public @Nullable String applicationNumber() {
        return proposal.applicationNumber();
    }

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = proposal.details();
        details.put("bankReference", bankReference);
        return details;
    }
}
