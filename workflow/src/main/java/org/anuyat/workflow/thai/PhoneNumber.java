package org.anuyat.workflow.thai;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A telephone number that can be dialled in Thailand, by the numbering plan as libphonenumber's metadata (country 66) has it.
 *
 * @param dialled as dialled within the country, digits only: "0812345678", "021234567", "1800123456", "1111"
 */
public record PhoneNumber(String dialled) {

    /** What a number is good for. */
    public enum Kind {
        /** Ten digits beginning 06, 08 or 09 (internet telephony shares 06): takes text messages. */
        MOBILE,
        /** Nine digits beginning with the area. */
        FIXED,
        /** 1800 and six digits. */
        TOLL_FREE,
        /** 1900 and six digits. */
        PREMIUM,
        /** Four digits beginning with 1, such as 1111 of the government's contact centre. */
        SHORT
    }

    private static final Pattern FIXED = Pattern.compile("0(1[0689]|2\\d|3[2-9]|4[2-5]|5[2-6]|7[3-7])\\d{6}");
    private static final Pattern MOBILE = Pattern.compile("0[689]\\d{8}");
    private static final Pattern INTERNATIONAL = Pattern.compile("(\\+|00)66");

    /** @throws MalformedValueException {@code phone.unknown} if nobody in Thailand has such a number */
    public PhoneNumber {
        if (kindOf(dialled) == null) {
            throw new MalformedValueException("phone.unknown");
        }
    }

    /**
     * Reads a number in Thai or Arabic digits with the usual separators, as dialled or with +66, 0066 or +66 (0).
     *
     * @throws MalformedValueException {@code phone.missing}, {@code phone.characters}, {@code phone.foreign} (another
     *         country's code), {@code phone.unknown} (no such number in the Thai numbering plan)
     */
    public static PhoneNumber parse(@Nullable String text) {
        String number = ThaiDigits.digitsAndLettersOf(text);
        if (number.isEmpty()) {
            throw new MalformedValueException("phone.missing");
        }
        if (!ThaiDigits.allDigits(number.startsWith("+") ? number.substring(1) : number)) {
            throw new MalformedValueException("phone.characters");
        }
        if (INTERNATIONAL.matcher(number).lookingAt()) {
            String national = number.substring(number.startsWith("+") ? 3 : 4);
            return new PhoneNumber(national.startsWith("0") || national.startsWith("1800") || national.startsWith("1900")
                    ? national : "0" + national);
        }
        if (number.startsWith("+") || number.startsWith("00")) {
            throw new MalformedValueException("phone.foreign");
        }
        return new PhoneNumber(number);
    }

    /** What the number is good for. */
    public Kind kind() {
        Kind kind = kindOf(dialled);
        if (kind == null) {
            throw new IllegalStateException("checked at creation");
        }
        return kind;
    }

    /** "081 234 5678", "02 123 4567", "053 123 456", "1800 123 456", "1111". */
    public String formatted() {
        return switch (kind()) {
            case SHORT -> dialled;
            case FIXED -> dialled.startsWith("02") ? spaced(2, 5) : spaced(3, 6);
            case MOBILE -> spaced(3, 6);
            case TOLL_FREE, PREMIUM -> spaced(4, 7);
        };
    }

    /** "+66812345678" (ITU-T E.164); short codes have no such form and stay as dialled. */
    public String international() {
        return switch (kind()) {
            case SHORT -> dialled;
            case TOLL_FREE, PREMIUM -> "+66" + dialled;
            case FIXED, MOBILE -> "+66" + dialled.substring(1);
        };
    }

    private String spaced(int first, int second) {
        return dialled.substring(0, first) + " " + dialled.substring(first, second) + " " + dialled.substring(second);
    }

    private static @Nullable Kind kindOf(String n) {
        if (!ThaiDigits.allDigits(n)) {
            return null;
        }
        if (n.length() == 4 && n.startsWith("1")) {
            return Kind.SHORT;
        }
        if (n.length() == 10 && n.startsWith("1800")) {
            return Kind.TOLL_FREE;
        }
        if (n.length() == 10 && n.startsWith("1900")) {
            return Kind.PREMIUM;
        }
        if (MOBILE.matcher(n).matches()) {
            return Kind.MOBILE;
        }
        return FIXED.matcher(n).matches() ? Kind.FIXED : null;
    }
}
