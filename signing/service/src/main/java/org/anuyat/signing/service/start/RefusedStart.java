package org.anuyat.signing.service.start;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;

/**
 * Says in words which setting keeps the service from starting: keys that can't be opened, a demonstration in production, a root
 * that isn't what it says. Without it the sentence stands at the end of a hundred lines of stack traces.
 */
final class RefusedStart implements FailureAnalyzer {

    private static final List<String> OURS = List.of("org.anuyat.signing.", "org.anuyat.access.");

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            // the outermost of ours knows the setting, those below it only what was wrong there
            if (cause instanceof IllegalStateException && isOurs(cause)) {
                return new FailureAnalysis(
                        "The signing service does not start with these settings:" + System.lineSeparator()
                                + System.lineSeparator() + cause.getMessage(),
                        "Change the setting that is named; signing/README.md describes all of them.",
                        cause);
            }
        }
        return null;
    }

    private static boolean isOurs(Throwable cause) {
        StackTraceElement[] trace = cause.getStackTrace();
        return trace.length > 0 && OURS.stream().anyMatch(trace[0].getClassName()::startsWith);
    }
}
