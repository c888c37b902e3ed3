package org.anuyat.payments.api.slips;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the bank said about a slip.
 *
 * @param askedAt when it said so; null as long as it hasn't
 * @param transfer set when the answer is {@link Answer#CONFIRMED}
 */
public record SlipFinding(Answer answer, @Nullable Instant askedAt, @Nullable Transfer transfer) {

    /** Answers. */
    public enum Answer {
        /** The bank is to be asked, or doesn't answer now and is asked again. */
        ASKING,
        /** The bank didn't answer for a day; a finance officer can have it asked again. */
        UNANSWERED,
        /** The file has no slip's code, so there is nothing to ask about. */
        NO_CODE,
        /** No bank that collects for the bill has a call for slips. */
        CANNOT_BE_ASKED,
        /** The bank knows the transfer. That alone is no money: what counts is its inquiry, its file or its statement. */
        CONFIRMED,
        /** The bank doesn't know the transfer. */
        UNKNOWN
    }

    /**
     * A transfer as a bank tells of it. Anything that it leaves out is empty.
     *
     * @param receiver biller ID or account that got the money
     */
    public record Transfer(long amountSatang, String receiver, String reference1, String reference2, Instant paidAt) {}
}
