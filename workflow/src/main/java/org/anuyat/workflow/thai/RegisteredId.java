package org.anuyat.workflow.thai;

import org.jspecify.annotations.Nullable;

/**
 * The number of somebody who may be a person or a juristic person: a {@link NationalId}, or a {@link JuristicId} when it
 * begins with 0.
 *
 * @param digits thirteen Arabic digits, the last one the check digit
 */
public record RegisteredId(String digits) {

    /** @throws MalformedValueException with the codes of {@link #parse} */
    public RegisteredId {
        digits = ThaiDigits.digitsAndLettersOf(digits).startsWith("0")
                ? new JuristicId(digits).digits()
                : new NationalId(digits).digits();
    }

    /**
     * Reads a number in Thai or Arabic digits, with or without spaces, hyphens and dots.
     *
     * @throws MalformedValueException with the codes of {@link NationalId#parse} or {@link JuristicId#parse}
     */
    public static RegisteredId parse(@Nullable String text) {
        return new RegisteredId(text == null ? "" : text);
    }

    /** "0-9940-00165-50-1". */
    public String formatted() {
        return ThirteenDigits.grouped(digits);
    }

    /** Masked as a national ID is; the number of a juristic person is public. */
    @Override
    public String toString() {
        return digits.startsWith("0") ? formatted() : new NationalId(digits).masked();
    }
}
