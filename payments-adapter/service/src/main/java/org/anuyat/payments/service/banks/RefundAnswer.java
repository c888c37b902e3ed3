package org.anuyat.payments.service.banks;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a bank says about an order to give money back.
 *
 * @param bankReference how the bank calls the refund, once it has taken the order
 * @param at when the money left, by the bank's clock; set when it is {@link State#DONE}
 * @param reason the bank's words; set when it is {@link State#REFUSED}
 */
public record RefundAnswer(State state, @Nullable String bankReference, @Nullable Instant at, @Nullable String reason) {

    /** How far an order is. */
    public enum State {
        /** The bank has it and isn't through yet: ask again. */
        ACCEPTED,
        /** The money has left. */
        DONE,
        /** The bank won't do it. */
        REFUSED,
        /** The bank has no call for it: the order goes there on paper, and a finance officer enters what became of it. */
        BY_HAND
    }

    public static RefundAnswer accepted(String bankReference) {
        return new RefundAnswer(State.ACCEPTED, bankReference, null, null);
    }

    public static RefundAnswer done(String bankReference, Instant at) {
        return new RefundAnswer(State.DONE, bankReference, at, null);
    }

    public static RefundAnswer refused(String reason) {
        return new RefundAnswer(State.REFUSED, null, null, reason);
    }

    public static RefundAnswer byHand() {
        return new RefundAnswer(State.BY_HAND, null, null, null);
    }
}
