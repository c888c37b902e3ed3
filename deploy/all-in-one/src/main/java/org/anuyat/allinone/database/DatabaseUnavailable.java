package org.anuyat.allinone.database;

/** Why the embedded database cannot be used, and what helps. Shown at start instead of a stack trace. */
final class DatabaseUnavailable extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String help;

    DatabaseUnavailable(String message, String help) {
        super(message);
        this.help = help;
    }

    DatabaseUnavailable(String message, String help, Throwable cause) {
        super(message, cause);
        this.help = help;
    }

    String help() {
        return help;
    }
}
