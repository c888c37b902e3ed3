package org.anuyat.payments.service.banks;

/** A callback that isn't in the bank's documented shape. */
public class UnreadableReport extends RuntimeException {

    UnreadableReport(String message) {
        super(message);
    }

    UnreadableReport(String message, Throwable cause) {
        super(message, cause);
    }
}
