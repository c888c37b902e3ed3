package org.anuyat.workflow.thai;

import org.jspecify.annotations.Nullable;

/**
 * The number of a person in the civil registration (เลขประจำตัวประชาชน). Its {@link #toString()} is masked, because values end up
 * in logs; ask for {@link #digits()} or {@link #formatted()} where the law wants the number.
 *
 * @param digits thirteen Arabic digits, the first one 1 to 8, the last one the check digit
 */
public record NationalId(String digits) {

    /** @throws MalformedValueException with the codes of {@link #parse} */
    public NationalId {
        digits = ThirteenDigits.parse(digits, "national-id");
        if (digits.charAt(0) == '0' || digits.charAt(0) == '9') {
            throw new MalformedValueException("national-id.first-digit");
        }
    }

    /**
     * Reads a number in Thai or Arabic digits, with or without spaces, hyphens and dots.
     *
     * @throws MalformedValueException {@code national-id.missing}, {@code national-id.characters}, {@code national-id.length},
     *         {@code national-id.check-digit}, {@code national-id.first-digit} (0 belongs to juristic persons, 9 isn't issued)
     */
    public static NationalId parse(@Nullable String text) {
        return new NationalId(text == null ? "" : text);
    }

    /** "1-2345-67890-12-1", as printed on the card. */
    public String formatted() {
        return ThirteenDigits.grouped(digits);
    }

    /** "1-xxxx-xxxxx-12-1": enough for its owner to recognise it, for nobody else to use it. */
    public String masked() {
        return digits.charAt(0) + "-xxxx-xxxxx-" + digits.substring(10, 12) + "-" + digits.charAt(12);
    }

    @Override
    public String toString() {
        return masked();
    }
}
