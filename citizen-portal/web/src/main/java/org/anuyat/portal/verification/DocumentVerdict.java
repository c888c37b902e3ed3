package org.anuyat.portal.verification;

import org.anuyat.signing.api.validation.Reason;
import org.anuyat.signing.api.validation.SignatureFinding;
import org.anuyat.signing.api.validation.ValidationReport;
import org.anuyat.signing.api.validation.Verdict;
import org.anuyat.workflow.registry.RegisterEntry;
import org.jspecify.annotations.Nullable;

/** What can be said to the public about a file; each has its words under {@code verify.verdict.<name>}. */
enum DocumentVerdict {
    /** The very file that was issued, its seal valid, the permit valid today. */
    GENUINE_AND_VALID("portal-verdict--good"),
    /** The very file that was issued, but the permit isn't valid (any more). */
    GENUINE_NOT_VALID("portal-verdict--warn"),
    /** The very file that was issued, but the permit was taken back. */
    GENUINE_REVOKED("portal-verdict--bad"),
    /** The very file that was issued, but the certificate of its seal was revoked. */
    GENUINE_SEAL_REVOKED("portal-verdict--warn"),
    /** The very file that was issued and its seal not revoked, but the certificate of another signature in it was. */
    GENUINE_SIGNER_REVOKED("portal-verdict--warn"),
    /** The very file that was issued, though its seal can't be confirmed at present. */
    GENUINE_SEAL_UNCONFIRMED("portal-verdict--warn"),
    /** A valid signature, but not a permit of this register: another document, or one with something added. */
    SIGNED_NOT_REGISTERED("portal-verdict--warn"),
    /** Changed, cut or forged. */
    CHANGED("portal-verdict--bad"),
    /** Signed under a certificate that was revoked, and not in the register. */
    SIGNER_REVOKED("portal-verdict--bad"),
    /** Unchanged, but nobody whom this installation trusts vouches for the signer. */
    SIGNER_UNTRUSTED("portal-verdict--bad"),
    /** It can't be confirmed, or it can't be examined. */
    NOT_TRUSTED("portal-verdict--bad"),
    /** A PDF without any signature. */
    NOT_SIGNED("portal-verdict--bad"),
    /** No PDF at all. */
    NOT_A_PDF("portal-verdict--bad");

    private final String css;

    DocumentVerdict(String css) {
        this.css = css;
    }

    /** The class of the colour; the words say the same. */
    public String css() {
        return css;
    }

    /**
     * Judges by the register first: what was issued is known by its SHA-256 to the last bit, and what the register says of the permit
     * holds whether or not the signature could be examined in time.
     */
    static DocumentVerdict of(ValidationReport report, @Nullable RegisterEntry entry) {
        if (entry != null) {
            return switch (entry.status()) {
                case REVOKED -> GENUINE_REVOKED;
                case EXPIRED, SUSPENDED -> GENUINE_NOT_VALID;
                case VALID -> report.verdict() == Verdict.VALID ? GENUINE_AND_VALID : ofTheSeal(report);
            };
        }
        if (report.reasons().contains(Reason.NOT_A_PDF)) {
            return NOT_A_PDF;
        }
        return switch (report.verdict()) {
            case VALID -> SIGNED_NOT_REGISTERED;
            case INVALID -> CHANGED;
            case INDETERMINATE -> report.reasons().contains(Reason.CERTIFICATE_REVOKED)
                    ? SIGNER_REVOKED
                    : report.reasons().contains(Reason.UNTRUSTED_SIGNER) ? SIGNER_UNTRUSTED : NOT_TRUSTED;
            case NO_SIGNATURE -> NOT_SIGNED;
        };
    }

    /** Why a file isn't valid that was issued. Officers sign first, and the agency seals what they signed. */
    private static DocumentVerdict ofTheSeal(ValidationReport report) {
        if (!report.reasons().contains(Reason.CERTIFICATE_REVOKED)) {
            return GENUINE_SEAL_UNCONFIRMED;
        }
        return report.signatures().stream()
                        .filter(signature -> signature.kind() == SignatureFinding.Kind.SIGNATURE)
                        .reduce((earlier, later) -> later)
                        .filter(seal -> !seal.reasons().contains(Reason.CERTIFICATE_REVOKED))
                        .isPresent()
                ? GENUINE_SIGNER_REVOKED
                : GENUINE_SEAL_REVOKED;
    }
}
