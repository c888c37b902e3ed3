package org.anuyat.sandboxbank.counter;

/** The payer's code can't be used; the reason is a message key's last part, the detail is for the technician. */
public class UnreadableCode extends RuntimeException {

    private final Reason reason;

    UnreadableCode(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    UnreadableCode(Reason reason, String detail, Throwable cause) {
        super(detail, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** What is wrong. */
    public enum Reason {
        /** Not made of tag, length and value. */
        STRUCTURE,
        /** Damaged: the check sum differs. */
        CRC,
        /** A sound code, but for something else than a bill. */
        NOT_A_BILL,
        /** A bill-payment code with a missing or wrong field. */
        FIELD,
        /** The file isn't a picture that can be read. */
        PICTURE,
        /** The picture has too many pixels. */
        PICTURE_TOO_LARGE,
        /** No code was found in the picture. */
        NO_CODE_IN_PICTURE
    }
}
