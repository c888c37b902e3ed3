package org.anuyat.workflow.payment.slip;

import java.time.Instant;
import java.util.Map;
import org.anuyat.workflow.acts.Actor;
import org.anuyat.workflow.acts.Deed;

/** An officer decided about a slip, or entered the line of the account's statement (พิจารณาหลักฐานการชำระเงิน). */
public record SlipDecided(String agency, Actor actor, Instant at, SlipWord word) implements Deed {

    @Override
    public String applicationNumber() {
        return word.applicationNumber();
    }

    @Override
    public Map<String, Object> details() {
        return word.details();
    }
}
