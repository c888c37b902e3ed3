package org.anuyat.payments.api;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * What the platform wants to be paid.
 *
 * @param idempotencyKey chosen by the caller, 1–100 characters, the same for every repetition of this order
 * @param agency code of the agency whose biller ID collects the money
 * @param billerName name of the agency as the payer reads it
 * @param description what is paid for, in the payer's words
 * @param payerName the payer as to be shown, not an identifier
 * @param amountSatang 1 to {@value #MOST_SATANG}: EMVCo field 54 has room for 13 characters
 * @param due last moment at which the bank may take the money, cut to the second
 * @param applicationNumber the caller's reference, handed back in every notice
 */
public record BillOrder(
        String idempotencyKey,
        String agency,
        String billerName,
        String description,
        String payerName,
        long amountSatang,
        Instant due,
        String applicationNumber) {

    /** 9,999,999,999.99 baht. */
    public static final long MOST_SATANG = 999_999_999_999L;

    /** Reference 2 has eight digits for the day. */
    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    public BillOrder {
        if (due == null || due.isBefore(Instant.EPOCH) || !due.isBefore(NEVER)) {
            throw new IllegalArgumentException("due must be a moment from 1970 to 9999");
        }
        due = due.truncatedTo(ChronoUnit.SECONDS);
        within("idempotencyKey", idempotencyKey, 100);
        within("agency", agency, 50);
        within("billerName", billerName, 200);
        within("description", description, 500);
        within("payerName", payerName, 200);
        within("applicationNumber", applicationNumber, 100);
        if (amountSatang < 1 || amountSatang > MOST_SATANG) {
            throw new IllegalArgumentException("amountSatang must be 1 to " + MOST_SATANG + ", not " + amountSatang);
        }
    }

    private static void within(String name, @Nullable String value, int most) {
        if (value == null || value.isBlank() || value.length() > most) {
            throw new IllegalArgumentException(name + " must have 1 to " + most + " characters");
        }
        if (value.indexOf('\0') >= 0) {
            throw new IllegalArgumentException(name + " must not have the character U+0000");
        }
    }
}
