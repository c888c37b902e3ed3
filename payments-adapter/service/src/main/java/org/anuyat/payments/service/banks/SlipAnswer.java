package org.anuyat.payments.service.banks;

import org.anuyat.payments.api.slips.SlipFinding.Transfer;
import org.jspecify.annotations.Nullable;

/**
 * What a bank says about a slip. It confirms that a transfer was made, not that it paid a bill: no money is posted on it.
 *
 * @param transfer set when it is {@link State#CONFIRMED}
 */
public record SlipAnswer(State state, @Nullable Transfer transfer) {

    /** Answers. */
    public enum State {
        CONFIRMED,
        UNKNOWN,
        /** The bank has no call for slips. */
        CANNOT_BE_ASKED
    }

    public static SlipAnswer confirmed(Transfer transfer) {
        return new SlipAnswer(State.CONFIRMED, transfer);
    }

    public static SlipAnswer unknown() {
        return new SlipAnswer(State.UNKNOWN, null);
    }

    public static SlipAnswer cannotBeAsked() {
        return new SlipAnswer(State.CANNOT_BE_ASKED, null);
    }
}
