package org.anuyat.signing.validation;

import org.anuyat.signing.api.validation.Reason;

/** The file can't be examined, for this reason. */
final class Unexaminable extends RuntimeException {

    private final Reason reason;

    Unexaminable(Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    Unexaminable(Reason reason, Throwable cause) {
        super(reason.name(), cause);
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }
}
