package org.anuyat.payments.service.banks.calls;

/** A callback that isn't in the bank's documented shape. */
public class UnreadableReport extends RuntimeException {

    public UnreadableReport(String message) {
        super(message);
    }

    public UnreadableReport(String message, Throwable cause) {
        super(message, cause);
    }
}
