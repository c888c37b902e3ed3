package org.anuyat.workflow.thai;

import org.jspecify.annotations.Nullable;

/**
 * The number of a juristic person (เลขทะเบียนนิติบุคคล), which is its taxpayer number too; those of government bodies begin with
 * 0994. Public, hence never masked.
 *
 * @param digits thirteen Arabic digits, the first one 0, the last one the check digit
 */
public record JuristicId(String digits) {

    /** @throws MalformedValueException with the codes of {@link #parse} */
    public JuristicId {
        digits = ThirteenDigits.parse(digits, "juristic-id");
        if (digits.charAt(0) != '0') {
            throw new MalformedValueException("juristic-id.first-digit");
        }
    }

    /**
     * Reads a number in Thai or Arabic digits, with or without spaces, hyphens and dots.
     *
     * @throws MalformedValueException {@code juristic-id.missing}, {@code juristic-id.characters}, {@code juristic-id.length},
     *         {@code juristic-id.check-digit}, {@code juristic-id.first-digit} (a person's number was given)
     */
    public static JuristicId parse(@Nullable String text) {
        return new JuristicId(text == null ? "" : text);
    }

    /** "0-9940-00165-50-1". */
    public String formatted() {
        return ThirteenDigits.grouped(digits);
    }

    @Override
    public String toString() {
        return formatted();
    }
}
