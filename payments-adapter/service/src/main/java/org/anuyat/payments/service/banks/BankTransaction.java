package org.anuyat.payments.service.banks;

import java.time.Instant;

/**
 * Money that a bank says it took for a biller.
 *
 * @param bank code of the collecting bank
 * @param reference2 empty when the payer gave none
 */
public record BankTransaction(
        String bank, String transactionId, String billerId, String reference1, String reference2, long amountSatang, Instant paidAt) {}
