package org.anuyat.payments.api;

import java.util.Locale;

/** The adapter refuses a call; the reason is the same in process and over HTTP. */
public class PaymentsRefusal extends RuntimeException {

    private final Reason reason;

    public PaymentsRefusal(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public PaymentsRefusal(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }

    /** Reasons, each with its status and problem type (RFC 9457) over HTTP. */
    public enum Reason {
        NOT_FOUND(404),
        KEY_REUSED(409),
        NOT_OPEN(409),
        ALREADY_SETTLED(409),
        NOT_COVERED(409),
        SAME_OFFICER(409),
        STATEMENT_USED(409),
        UNKNOWN_AGENCY(422),
        FILE_MALFORMED(422),
        FILE_CONFLICT(409),
        /** The only one worth trying again. */
        BANK_UNAVAILABLE(503);

        private static final String TYPE_PREFIX = "urn:anuyat:payments:";
        private final int status;

        Reason(int status) {
            this.status = status;
        }

        /** HTTP status. */
        public int status() {
            return status;
        }

        /** Problem type, a URN. */
        public String type() {
            return TYPE_PREFIX + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
