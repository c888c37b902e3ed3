package org.anuyat.workflow.payment.expected;

import java.time.Instant;
import java.util.List;
import org.anuyat.payments.api.slips.StatementEntry;
import org.anuyat.workflow.payment.FeeBill;
import org.jspecify.annotations.Nullable;

/**
 * A fee in the list.
 *
 * @param paidAt when the bank took the money; null as long as it isn't paid
 * @param bank code of the bank that took it
 * @param transactionId its number at that bank, or of the statement's line
 * @param receiptNumber of the valid receipt
 */
public record ExpectedFee(
        String applicationNumber,
        long amountSatang,
        String reference1,
        String reference2,
        Instant presentedAt,
        Instant due,
        FeeBill.State state,
        @Nullable Instant paidAt,
        @Nullable String bank,
        @Nullable String transactionId,
        @Nullable String receiptNumber) {

    /** Whether officers read the money on the statement of the account: {@link #paidAt} then tells its day, and no time. */
    public boolean paidByStatement() {
        return transactionId != null && StatementEntry.isNumber(transactionId);
    }

    /** A page of fees, latest presented first. */
    public record Page(List<ExpectedFee> entries, long total) {

        public Page {
            entries = List.copyOf(entries);
        }
    }
}
