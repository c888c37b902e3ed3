package org.anuyat.payments.api.dayfiles;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A difference between an end-of-day file and the books (ผลต่างจากการกระทบยอด).
 *
 * @param line line of the file, the header being 1; null when the file has none
 * @param thereSatang what the file says; null when it has no such record
 * @param hereSatang what the books say, or the bank reported; null when they have no such payment
 * @param customer the payer as the bank names him, only as long as the record matches nothing in the books
 * @param billId the bill with these references, if there is one
 * @param byStatement whether it is money that officers read on the statement of the account: of {@code paidAt} the day alone is meant
 * @param asking whether the bank is still being asked about the record, which may resolve it
 */
public record DayDifference(
        @Nullable Integer line,
        Kind kind,
        String billerId,
        String reference1,
        String reference2,
        Instant paidAt,
        @Nullable Long thereSatang,
        @Nullable Long hereSatang,
        @Nullable String customer,
        @Nullable UUID billId,
        @Nullable String applicationNumber,
        boolean byStatement,
        boolean asking) {

    /** What to do about it, which the finance officer decides. */
    public Action proposedAction() {
        return asking ? Action.WAIT_FOR_BANK : kind.action;
    }

    /** What differs. */
    public enum Kind {
        /** The file has a payment for a bill that the books don't have, and the bank's inquiry didn't confirm it. */
        NOT_HERE(Action.ASK_BANK_IN_WRITING),
        /** The file has a payment whose references belong to no bill. */
        UNKNOWN_REFERENCE(Action.FIND_PAYER_OR_REFUND),
        /** Same references on the same day, another amount in the books. */
        AMOUNT_DIFFERS(Action.CORRECT_WITH_BANK),
        /** The same payment stands in the file more than once, and only once in the books. */
        DUPLICATE(Action.REFUND_SECOND),
        /** The bank took a payment back. */
        REVERSAL(Action.UNDO_AND_BILL_AGAIN),
        /** The books have a payment of this day that no file has: perhaps the next day's file does. */
        NOT_THERE(Action.AWAIT_NEXT_FILE),
        /** The bank, which can't be asked, called about a payment of this day, and no file of its has it: no money is in the books. */
        REPORTED_NOT_THERE(Action.AWAIT_NEXT_FILE_OR_ASK_BANK);

        private final Action action;

        Kind(Action action) {
            this.action = action;
        }
    }

    /** Proposals. None is carried out by the adapter itself. */
    public enum Action {
        WAIT_FOR_BANK,
        ASK_BANK_IN_WRITING,
        FIND_PAYER_OR_REFUND,
        CORRECT_WITH_BANK,
        REFUND_SECOND,
        UNDO_AND_BILL_AGAIN,
        AWAIT_NEXT_FILE,
        AWAIT_NEXT_FILE_OR_ASK_BANK
    }

    /**
     * A page of differences, in the order of the file, then those that the file lacks.
     *
     * @param number of this page, from 0
     * @param total differences on all pages
     */
    public record Page(List<DayDifference> entries, int number, int size, long total) {

        public Page {
            entries = List.copyOf(entries);
        }
    }
}
