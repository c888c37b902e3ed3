package org.anuyat.payments.service.qr;

/** A code that isn't what it should be: which field, where in the text, and why. */
public final class MalformedQr extends RuntimeException {

    private final String tag;
    private final int offset;
    private final String why;

    MalformedQr(String tag, int offset, String why) {
        super("tag " + (tag.isEmpty() ? "–" : tag) + " at " + offset + ": " + why);
        this.tag = tag;
        this.offset = offset;
        this.why = why;
    }

    /** The field's tag, template and field parted by a hyphen ({@code 30-01}); empty when the text ends before one. */
    public String tag() {
        return tag;
    }

    /** Characters from the start of the text to the start of the field. */
    public int offset() {
        return offset;
    }

    /** The reason, in English for the log and the technician. */
    public String why() {
        return why;
    }
}
