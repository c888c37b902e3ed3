package org.anuyat.payments.service.banks;

/**
 * An order to a bank to give money back.
 *
 * @param reference ours, 1–64 characters: the bank's key of idempotency
 * @param transactionId the payment at that bank whose money goes back
 * @param amountSatang at most what is left of the payment
 */
public record RefundRequest(String reference, String transactionId, long amountSatang) {}
