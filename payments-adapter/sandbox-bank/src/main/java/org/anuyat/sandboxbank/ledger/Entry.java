package org.anuyat.sandboxbank.ledger;

import java.time.Instant;

/** A payment in the ledger. */
public record Entry(
        String transactionId,
        String billerId,
        String reference1,
        String reference2,
        String reference3,
        long amountSatang,
        Instant paidAt) {}
