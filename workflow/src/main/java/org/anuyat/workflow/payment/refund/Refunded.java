package org.anuyat.workflow.payment.refund;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.anuyat.workflow.acts.Act;
import org.anuyat.workflow.acts.Actor;

/** The bank confirmed that money of an application went back to its payer (คืนเงินแล้ว). */
public record Refunded(Actor actor, Instant at, RefundProposal proposal) implements Act {

    @Override
    public String agency() {
        return proposal.agency();
    }

    @Override
    public String applicationNumber() {
        return Objects.requireNonNull(proposal.applicationNumber());
    }

    @Override
    public Map<String, Object> details() {
        return proposal.details();
    }
}
