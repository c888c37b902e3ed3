package org.anuyat.payments.service.bills;

/**
 * Reference 1: the biller's running number and a check digit by ISO/IEC 7064 MOD 11,10, which finds every wrong digit and nearly every
 * swap of neighbours, so that a reference typed at a counter doesn't pay another's bill.
 */
final class Reference {

    private static final int RUNNING_DIGITS = 11;

    private Reference() {}

    /** Twelve digits for the running number, which starts at 1. */
    static String of(long running) {
        String digits = String.format("%0" + RUNNING_DIGITS + "d", running);
        return digits + checkDigit(digits);
    }

    static boolean isSound(String reference) {
        return reference.matches("[0-9]{2,20}")
                && reference.endsWith(String.valueOf(checkDigit(reference.substring(0, reference.length() - 1))));
    }

    private static int checkDigit(String digits) {
        int product = 10;
        for (char digit : digits.toCharArray()) {
            int sum = (product + Character.digit(digit, 10)) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (11 - product) % 10;
    }
}
