package org.anuyat.signing.api.token;

import org.anuyat.signing.api.CertificateInfo;
import org.anuyat.signing.api.validation.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What was found out about a token.
 *
 * @param reason why it isn't valid; null when it is
 * @param facts what it says, not to be believed unless it is valid; null when it can't be read
 * @param certificate whose key signed; null when the key isn't known
 * @param demonstration whether only a demonstration certificate vouches for it
 */
public record TokenReport(
        Verdict verdict,
        @Nullable TokenReason reason,
        @Nullable PermitFacts facts,
        @Nullable CertificateInfo certificate,
        boolean demonstration) {}
