package org.anuyat.workflow.payment.settlement;

import java.time.Instant;
import java.util.Map;
import org.anuyat.workflow.acts.Actor;
import org.anuyat.workflow.acts.Deed;
import org.jspecify.annotations.Nullable;

/**
 * The payments' books did not take a decision that was recorded before; nothing happened to the money.
 *
 * @param cause the stable name of why
 */
public record Rejected(String agency, Actor actor, Instant at, Decision decision, String cause) implements Deed {

    @Override
    public @Nullable String applicationNumber() {
        return decision.applicationNumber();
    }

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = decision.details();
        details.put("cause", cause);
        return details;
    }
}
