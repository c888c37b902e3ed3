package org.anuyat.payments.service.bills;

/** Check of a Thai biller ID: thirteen digits of tax ID with its check digit, two of suffix. */
final class BillerId {

    private static final int TAX_ID = 13;

    private BillerId() {}

    /**
     * Whether the tax ID in front keeps its rule: the digits weighted 13 to 2, eleven minus the remainder by eleven, last digit of that.
     */
    static boolean isSound(String billerId) {
        if (!billerId.matches("[0-9]{15}")) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < TAX_ID - 1; i++) {
            sum += (TAX_ID - i) * Character.digit(billerId.charAt(i), 10);
        }
        return (11 - sum % 11) % 10 == Character.digit(billerId.charAt(TAX_ID - 1), 10);
    }
}
