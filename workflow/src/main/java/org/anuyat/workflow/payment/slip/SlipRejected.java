package org.anuyat.workflow.payment.slip;

import java.time.Instant;
import java.util.Map;
import org.anuyat.workflow.acts.Actor;
import org.anuyat.workflow.acts.Deed;

/**
 * The payments' books did not take a decision about a slip that was recorded before; nothing happened to money.
 *
 * @param cause the stable name of why
 */
public record SlipRejected(String agency, Actor actor, Instant at, SlipWord word, String cause) implements Deed {

    @Override
    public String applicationNumber() {
        return word.applicationNumber();
    }

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = word.details();
        details.put("cause", cause);
        return details;
    }
}
