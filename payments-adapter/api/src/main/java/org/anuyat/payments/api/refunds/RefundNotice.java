package org.anuyat.payments.api.refunds;

import java.util.UUID;
import org.anuyat.payments.api.Bill;
import org.jspecify.annotations.Nullable;

/**
 * A refund has come to its end: the bank confirmed it, or refused.
 *
 * @param noticeId key of idempotency for the receiver
 * @param sequence 1, 2, 3… within the bill, shared with the other notices; 0 when there is no bill
 * @param bill the bill when the notice was written; null when the money names none
 * @param refund {@code DONE} or {@code REFUSED}
 */
public record RefundNotice(UUID noticeId, int sequence, @Nullable Bill bill, Refund refund) {}
