package org.anuyat.sandboxbank.counter;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.anuyat.sandboxbank.counter.UnreadableCode.Reason;
import org.jspecify.annotations.Nullable;

/**
 * A Thai bill-payment code as a bank's app reads it. The bank reads by itself, not with the biller's code: that two programs
 * agree is what shows that the code is right.
 *
 * @param reference2 empty when there is none
 * @param amountSatang null when the payer types the amount
 */
public record BillCode(
        String billerId, String reference1, String reference2, String reference3, @Nullable Long amountSatang) {

    private static final String BILL_PAYMENT = "30";
    private static final String AID = "A000000677010112|A000000677012006";
    private static final String REFERENCE = "[A-Z0-9]{1,20}";

    /**
     * Reads the text of a code.
     *
     * @throws UnreadableCode saying why not
     */
    public static BillCode read(String text) {
        Map<String, String> fields = fields(text);
        checkSum(text, fields);
        String account = fields.get(BILL_PAYMENT);
        if (account == null) {
            throw new UnreadableCode(Reason.NOT_A_BILL, "tag 30 is missing");
        }
        demand(fields, "00", "01");
        demand(fields, "53", "764");
        demand(fields, "58", "TH");
        Map<String, String> parts = fields(account);
        demand(parts, "00", AID);
        Map<String, String> additional = fields.containsKey("62") ? fields(fields.get("62")) : Map.of();
        return new BillCode(
                demand(parts, "01", "[0-9]{15}"),
                demand(parts, "02", REFERENCE),
                parts.containsKey("03") ? demand(parts, "03", REFERENCE) : "",
                additional.containsKey("07") ? demand(additional, "07", REFERENCE) : "",
                fields.containsKey("54") ? satang(demand(fields, "54", "[0-9]{1,10}\\.[0-9]{2}")) : null);
    }

    private static Map<String, String> fields(String text) {
        Map<String, String> fields = new LinkedHashMap<>();
        int at = 0;
        while (at < text.length()) {
            String head = text.substring(at, Math.min(at + 4, text.length()));
            if (!head.matches("[0-9]{4}")) {
                throw new UnreadableCode(Reason.STRUCTURE, "no tag and length at " + at);
            }
            int end = at + 4 + Integer.parseInt(head.substring(2));
            if (end > text.length() || fields.put(head.substring(0, 2), text.substring(at + 4, end)) != null) {
                throw new UnreadableCode(Reason.STRUCTURE, "tag " + head.substring(0, 2) + " at " + at + " is too long or comes twice");
            }
            at = end;
        }
        return fields;
    }

    private static void checkSum(String text, Map<String, String> fields) {
        String given = fields.get("63");
        if (given == null || given.length() != 4 || !text.endsWith("6304" + given)) {
            throw new UnreadableCode(Reason.STRUCTURE, "the check sum, tag 63, must come last");
        }
        int crc = 0xFFFF;
        for (byte octet : text.substring(0, text.length() - 4).getBytes(StandardCharsets.UTF_8)) {
            crc ^= (octet & 0xFF) << 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc & 0x8000) == 0 ? crc << 1 & 0xFFFF : (crc << 1 ^ 0x1021) & 0xFFFF;
            }
        }
        if (!given.equalsIgnoreCase(String.format("%04X", crc))) {
            throw new UnreadableCode(Reason.CRC, "the check sum is " + given);
        }
    }

    private static String demand(Map<String, String> fields, String tag, String pattern) {
        String value = fields.get(tag);
        if (value == null || !value.matches(pattern)) {
            throw new UnreadableCode(Reason.FIELD, "tag " + tag + " must match " + pattern);
        }
        return value;
    }

    private static long satang(String baht) {
        long satang = new BigDecimal(baht).movePointRight(2).longValueExact();
        if (satang == 0) {
            throw new UnreadableCode(Reason.FIELD, "tag 54 is zero");
        }
        return satang;
    }
}
