package org.anuyat.payments.service.dayfiles;

/** A file that isn't what it should be: in which line and column, which field, and why. */
final class MalformedDayFile extends RuntimeException {

    private final int line;
    private final int column;

    MalformedDayFile(int line, int column, String field, String why) {
        super("line " + line + ", column " + column + " (" + field + "): " + why);
        this.line = line;
        this.column = column;
    }

    /** From 1, the header being the first. */
    int line() {
        return line;
    }

    /** From 1. */
    int column() {
        return column;
    }
}
