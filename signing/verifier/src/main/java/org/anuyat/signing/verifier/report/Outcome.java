package org.anuyat.signing.verifier.report;

import java.util.Collection;

/** What checking one thing, or all of them, came to. */
public enum Outcome {
    /** Genuine and unchanged. */
    VALID(0),
    /** It can't be told: the signer's authority isn't trusted, its certificate's state is unknown, or it can't be examined. */
    UNKNOWN(2),
    /** Changed, forged, broken, or without any signature. */
    INVALID(1);

    private final int exitCode;

    Outcome(int exitCode) {
        this.exitCode = exitCode;
    }

    /** What the process ends with. */
    public int exitCode() {
        return exitCode;
    }

    /** Of all together: one invalid thing makes it invalid; nothing at all can't be told. */
    public static Outcome of(Collection<Checked> all) {
        return all.stream().map(Checked::outcome).max(Enum::compareTo).orElse(UNKNOWN);
    }
}
