package org.anuyat.workflow.payment.settlement;

import java.time.Instant;
import java.util.Map;
import org.anuyat.workflow.acts.Actor;
import org.anuyat.workflow.acts.Deed;
import org.jspecify.annotations.Nullable;

/** A finance officer decided about money that doesn't fit its bill: it counts, or it goes back to the payer (คืนเงิน). */
public record Decided(String agency, Actor actor, Instant at, Decision decision) implements Deed {

    @Override
    public @Nullable String applicationNumber() {
        return decision.applicationNumber();
    }

    @Override
    public Map<String, Object> details() {
        return decision.details();
    }
}
