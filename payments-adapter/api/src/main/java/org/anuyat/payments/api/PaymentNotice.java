package org.anuyat.payments.api;

import java.util.UUID;

/**
 * A bill is settled.
 *
 * @param noticeId key of idempotency for the receiver
 * @param sequence 1, 2, 3… within the bill
 * @param bill the bill when the notice was written: {@code PAID}, or {@code OVERPAID} when the finance officer accepted it so
 * @param payment the payment that settled it
 */
public record PaymentNotice(UUID noticeId, int sequence, Bill bill, Bill.Payment payment) {}
