package org.anuyat.sandboxbank.ledger;

import java.time.Instant;

/**
 * Money on its way back to a payer, or there.
 *
 * @param completesAt when the money leaves
 * @param payment whose money it is
 */
public record Refund(
        String orderReference, String refundId, long amountSatang, Instant orderedAt, Instant completesAt, Entry payment) {}
