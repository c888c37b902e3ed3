package org.anuyat.payments.api;

import java.time.Instant;

/**
 * A payment that a bank has reported and not confirmed yet.
 *
 * @param bank three-digit code of the bank that reported it
 * @param transactionId as the bank calls it
 * @param paidAt when the bank says that it took the money
 */
public record ReportedPayment(String bank, String transactionId, long amountSatang, Instant paidAt) {}
