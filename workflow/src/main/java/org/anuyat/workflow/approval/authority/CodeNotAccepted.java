package org.anuyat.workflow.approval.authority;

/** The approver's one-time code was not accepted, or none can be sent; nothing was decided. */
public class CodeNotAccepted extends RuntimeException {

    private final Reason reason;

    CodeNotAccepted(Reason reason) {
        super("the approver's code: " + reason);
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /** Why a code was not accepted. */
    public enum Reason {
        /** None was asked for. */
        NONE_REQUESTED,
        /** It is another one. */
        WRONG,
        /** Its time is over. */
        EXPIRED,
        /** It was tried too often: a new one is needed. */
        TOO_MANY_TRIES,
        /** It was asked for another decision: what lay before the approver, or the remark, has changed. */
        OTHER_DECISION,
        /** Too many were asked for this application within the hour. */
        TOO_MANY_CODES,
        /** The approver's account has no e-mail address. */
        NO_ADDRESS,
        /** The service has permits signed digitally, and the approver has no key, or none that is valid. */
        NO_KEY
    }
}
