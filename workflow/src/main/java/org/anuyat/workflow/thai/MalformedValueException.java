package org.anuyat.workflow.thai;

/**
 * What somebody typed is not such a value. Bears a code instead of a sentence, so that each page says it in its reader's
 * language, and never the text that was typed: it may be a person's identifier, and exceptions end up in logs.
 */
public final class MalformedValueException extends IllegalArgumentException {

    private final String code;

    MalformedValueException(String code) {
        super(code);
        this.code = code;
    }

    /** What is wrong, for example {@code national-id.check-digit}; each {@code parse} method lists its codes. */
    public String code() {
        return code;
    }
}
