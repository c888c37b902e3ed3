package org.anuyat.workflow.payment.refund;

import java.time.Instant;
import java.util.Map;
import org.anuyat.workflow.acts.Actor;
import org.anuyat.workflow.acts.Deed;
import org.jspecify.annotations.Nullable;

/** A finance officer proposed to give money back; a second officer has to agree (เสนอคืนเงิน). */
public record RefundProposed(Actor actor, Instant at, RefundProposal proposal) implements Deed {

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
        return proposal.details();
    }
}
