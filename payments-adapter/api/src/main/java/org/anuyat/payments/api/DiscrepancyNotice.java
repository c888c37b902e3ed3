package org.anuyat.payments.api;

import java.util.UUID;

/**
 * Money for a bill that needs the finance officer's decision.
 *
 * @param noticeId key of idempotency for the receiver
 * @param sequence 1, 2, 3… within the bill, shared with {@link PaymentNotice#sequence()}
 * @param bill the bill when the notice was written
 * @param discrepancy the entry of the finance officer's queue
 */
public record DiscrepancyNotice(UUID noticeId, int sequence, Bill bill, Discrepancy discrepancy) {}
