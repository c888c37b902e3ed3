package org.anuyat.signing.api.validation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was found out about a file.
 *
 * @param verdict on the file as a whole: the worst of its signatures', and of the rules about the file itself
 * @param reasons why it isn't {@link Verdict#VALID}, most important first, those of its signatures included; empty when it is
 * @param signatures signatures and document time stamps in the order of their revisions
 * @param documentSha256 SHA-256 of the examined bytes, 64 lower-case hexadecimal digits
 * @param validatedAt the time for which the verdict holds
 * @param demonstration whether a demonstration certificate vouches for any of it, so that it proves nothing in the real world
 * @param etsiReport the ETSI TS 119 102-2 report as XML, when ordered and when the file could be examined
 */
public record ValidationReport(
        Verdict verdict,
        List<Reason> reasons,
        List<SignatureFinding> signatures,
        String documentSha256,
        Instant validatedAt,
        boolean demonstration,
        @Nullable String etsiReport) {

    /** Copies the lists. */
    public ValidationReport {
        reasons = List.copyOf(reasons);
        signatures = List.copyOf(signatures);
    }
}
