package org.anuyat.workflow.thai;

import org.jspecify.annotations.Nullable;

/**
 * A postal code (รหัสไปรษณีย์): five digits, of which the first two stand for the province, 10 (Bangkok) to 96 (Narathiwat).
 *
 * @param digits five Arabic digits
 */
public record Postcode(String digits) {

    /** @throws MalformedValueException with the codes of {@link #parse} */
    public Postcode {
        digits = ThaiDigits.digitsAndLettersOf(digits);
        if (digits.isEmpty()) {
            throw new MalformedValueException("postcode.missing");
        }
        if (!ThaiDigits.allDigits(digits) || digits.length() != 5) {
            throw new MalformedValueException("postcode.length");
        }
        int province = Integer.parseInt(digits.substring(0, 2));
        if (province < 10 || province > 96) {
            throw new MalformedValueException("postcode.unknown");
        }
    }

    /**
     * Reads a code in Thai or Arabic digits, spaces allowed.
     *
     * @throws MalformedValueException {@code postcode.missing}, {@code postcode.length} (not five digits),
     *         {@code postcode.unknown} (no province has it)
     */
    public static Postcode parse(@Nullable String text) {
        return new Postcode(text == null ? "" : text);
    }

    @Override
    public String toString() {
        return digits;
    }
}
