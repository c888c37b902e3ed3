package org.anuyat.signing.verifier;

import java.io.PrintStream;
import java.util.concurrent.TimeUnit;

/** Tells on the standard error output how far a long work has come, at most once a second, and at its end. */
final class Progress {

    private static final long PAUSE = TimeUnit.SECONDS.toNanos(1);

    private final PrintStream out;
    private final boolean quiet;
    private long next = System.nanoTime() + PAUSE;
    private boolean begun;

    Progress(PrintStream out, boolean quiet) {
        this.out = out;
        this.quiet = quiet;
    }

    /** So many of all are done; a total of 0 isn't known. */
    synchronized void done(long count, long total) {
        long now = System.nanoTime();
        boolean end = begun && count == total;
        if (!quiet && (now - next >= 0 || end)) {
            begun = true;
            next = now + PAUSE;
            out.println(total == 0 ? "… " + count : "… %d / %d (%d %%)".formatted(count, total, 100 * count / total));
        }
    }
}
