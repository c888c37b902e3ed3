package org.anuyat.workflow.payment.receipt;

/**
 * Why a receipt replaces another (รหัสสาเหตุการออกเอกสาร of ETDA's e-Tax receipt). The codes RCTC03 and RCTC04 are about goods and services
 * taken back: a fee that goes back is a refund here, and needs no new receipt.
 */
public enum Purpose {
    /** The payer's name was wrong. */
    WRONG_NAME("RCTC01", "ชื่อผิด"),
    /** The payer's address was wrong. */
    WRONG_ADDRESS("RCTC02", "ที่อยู่ผิด"),
    /** Anything else, which is to be said in words. */
    OTHER("RCTC99", "เหตุอื่น");

    private final String code;
    private final String text;

    Purpose(String code, String text) {
        this.code = code;
        this.text = text;
    }

    /** The code in ETDA's list. */
    public String code() {
        return code;
    }

    /** What paper and XML say unless an officer says it in words. */
    public String text() {
        return text;
    }

    static Purpose of(String code) {
        for (Purpose purpose : values()) {
            if (purpose.code.equals(code)) {
                return purpose;
            }
        }
        throw new IllegalArgumentException("no purpose " + code);
    }
}
