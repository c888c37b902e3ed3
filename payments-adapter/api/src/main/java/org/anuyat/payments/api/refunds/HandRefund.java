package org.anuyat.payments.api.refunds;

import java.time.Instant;

/**
 * What became of a refund that went to the bank on paper.
 *
 * @param bankReference the number on the bank's advice, 1–64 characters
 * @param doneAt when the money left, by that advice
 * @param officer who entered it
 */
public record HandRefund(String bankReference, Instant doneAt, String officer) {

    public HandRefund {
        if (bankReference.isBlank() || bankReference.length() > 64) {
            throw new IllegalArgumentException("bankReference must have 1 to 64 characters");
        }
        if (officer.isBlank() || officer.length() > 100) {
            throw new IllegalArgumentException("officer must have 1 to 100 characters");
        }
    }
}
