package org.anuyat.workflow.payment.receipt;

import org.jspecify.annotations.Nullable;

/**
 * What the receipt that replaces another is to say (ใบเสร็จรับเงินฉบับใหม่แทนฉบับที่ยกเลิก).
 *
 * @param text why, in the officer's words; needed for {@link Purpose#OTHER}, up to 256 characters
 * @param payer the payer's name, 1 to 256 characters
 * @param payerAddress in one line, ending in a postcode of five digits; null for none
 */
public record Replacement(Purpose purpose, @Nullable String text, String payer, @Nullable String payerAddress) {

    private static final int LONGEST = 256;

    public Replacement {
        if (purpose == Purpose.OTHER && (text == null || text.isBlank())) {
            throw new IllegalArgumentException("another purpose is to be said in words");
        }
        if (payer.isBlank() || payer.length() > LONGEST || text != null && text.length() > LONGEST) {
            throw new IllegalArgumentException("payer and text have up to " + LONGEST + " characters");
        }
        if (payerAddress != null && !isAddress(payerAddress)) {
            throw new IllegalArgumentException("the address must end in a postcode");
        }
    }

    /** Whether it can stand on a receipt: up to 256 characters, a postcode of five digits at the end. */
    public static boolean isAddress(String text) {
        return text.length() <= LONGEST && text.matches("(?s)\\S.*\\s[0-9]{5}");
    }

    String words() {
        return text == null || text.isBlank() ? purpose.text() : text;
    }
}
