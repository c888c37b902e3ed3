package org.anuyat.workflow.files;

/** A file that is not taken in; nothing of it was kept. */
public class FileRefused extends RuntimeException {

    /** Why. Message bundles hold a text for each under {@code file.refused.<code>}. */
    public enum Code {
        /** More bytes than allowed. */
        TOO_LARGE,
        /** Another kind of file than allowed. */
        TYPE_NOT_ALLOWED,
        /** The content is not what the file's name or declared type says. */
        CONTENT_MISMATCH,
        /** No content. */
        EMPTY,
        /** Cannot be read as what it is. */
        DAMAGED,
        /** Needs a password, or carries scripts, embedded files or actions. */
        NOT_PLAIN,
        /** The name is missing or cannot be cleaned. */
        NAME,
        /** The store is full; not the person's fault. */
        STORE_FULL
    }

    private final Code code;

    FileRefused(Code code, String detail) {
        super(code + ": " + detail);
        this.code = code;
    }

    /** Why. */
    public Code code() {
        return code;
    }
}
