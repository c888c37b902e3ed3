package org.anuyat.payments.service.qr;

import org.jspecify.annotations.Nullable;

/**
 * Text of the bill-payment barcode of Thai banks: {@code |} biller ID, references and amount in satang, parted by carriage returns.
 *
 * @param reference2 null when the biller uses one reference only
 * @param amountSatang 0 when the payer chooses the amount
 */
public record BillPaymentBarcode(String billerId, String reference1, @Nullable String reference2, long amountSatang) {

    private static final String[] NAMES = {"biller ID", "reference 1", "reference 2", "amount"};
    private static final String[] PATTERNS = {"\\|[0-9]{15}", "[A-Z0-9]{1,20}", "[A-Z0-9]{0,20}", "0|[1-9][0-9]{0,11}"};

    public BillPaymentBarcode {
        if (!("|" + billerId).matches(PATTERNS[0])
                || !reference1.matches(PATTERNS[1])
                || (reference2 != null && !reference2.matches("[A-Z0-9]{1,20}"))
                || !Long.toString(amountSatang).matches(PATTERNS[3])) {
            throw new IllegalArgumentException("not a bill-payment barcode: " + billerId + " " + reference1 + " " + reference2);
        }
    }

    /**
     * Reads the text of a barcode.
     *
     * @throws MalformedQr with the line's name as tag
     */
    public static BillPaymentBarcode parse(String text) {
        String[] lines = text.split("\r", -1);
        if (lines.length != NAMES.length) {
            throw new MalformedQr("", 0, "must have four lines parted by carriage returns, not " + lines.length);
        }
        int offset = 0;
        for (int line = 0; line < lines.length; line++) {
            if (!lines[line].matches(PATTERNS[line])) {
                throw new MalformedQr(NAMES[line], offset, "must match " + PATTERNS[line] + ": " + lines[line]);
            }
            offset += lines[line].length() + 1;
        }
        return new BillPaymentBarcode(
                lines[0].substring(1), lines[1], lines[2].isEmpty() ? null : lines[2], Long.parseLong(lines[3]));
    }

    /** Writes the text of the barcode. */
    public String payload() {
        return "|" + billerId + "\r" + reference1 + "\r" + (reference2 == null ? "" : reference2) + "\r" + amountSatang;
    }
}
