package org.anuyat.workflow.thai;

import org.jspecify.annotations.Nullable;

/**
 * What the numbers of people (Department of Provincial Administration) and of juristic persons (Department of Business
 * Development) share: thirteen digits, the last one a check digit, {@code (11 − Σ d[i]·(13−i) mod 11) mod 10}.
 */
final class ThirteenDigits {

    private ThirteenDigits() {
    }

    static String parse(@Nullable String text, String name) {
        String digits = ThaiDigits.digitsAndLettersOf(text);
        if (digits.isEmpty()) {
            throw new MalformedValueException(name + ".missing");
        }
        if (!ThaiDigits.allDigits(digits)) {
            throw new MalformedValueException(name + ".characters");
        }
        if (digits.length() != 13) {
            throw new MalformedValueException(name + ".length");
        }
        if (digits.charAt(12) - '0' != checkDigit(digits)) {
            throw new MalformedValueException(name + ".check-digit");
        }
        return digits;
    }

    static int checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < 12; i++) {
            sum += (digits.charAt(i) - '0') * (13 - i);
        }
        return (11 - sum % 11) % 10;
    }

    static String grouped(String d) {
        return d.charAt(0) + "-" + d.substring(1, 5) + "-" + d.substring(5, 10) + "-" + d.substring(10, 12) + "-" + d.charAt(12);
    }
}
