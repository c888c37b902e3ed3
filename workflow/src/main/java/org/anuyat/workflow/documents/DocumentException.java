package org.anuyat.workflow.documents;

import org.jspecify.annotations.Nullable;

/**
 * A document can't be made as asked. The code says what kind of trouble it is, so that pages word it for their readers; the
 * message is for whoever wrote the template, in English.
 */
public final class DocumentException extends RuntimeException {

    /** What kind of trouble. */
    public enum Code {
        /** A character that no font has or that has no business on paper; the message names it, U+XXXX first. */
        CHARACTER,
        /** The template isn't right: syntax, unescaped output, an element or address that isn't allowed, a missing alt text, a code of too much. */
        TEMPLATE,
        /** The template names data that weren't given. */
        DATA,
        /** An image or other resource is forbidden, unknown, broken or too large. */
        RESOURCE,
        /** More text, pages, attachments or nesting than a document may have. */
        TOO_LARGE
    }

    private final Code code;

    DocumentException(Code code, String message) {
        this(code, message, null);
    }

    DocumentException(Code code, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
    }

    /** What kind of trouble it is. */
    public Code code() {
        return code;
    }
}
