package org.anuyat.payments.service.banks.calls;

import java.time.Instant;

/** What a callback claims. */
public record PaymentReport(
        String transactionId, String billerId, String reference1, String reference2, long amountSatang, Instant paidAt) {}
