package org.anuyat.portal.verification;

import org.anuyat.signing.api.validation.Reason;
import org.anuyat.signing.api.validation.ValidationReport;
import org.anuyat.signing.api.validation.Verdict;
import org.anuyat.workflow.registry.PermitStatus;
import org.anuyat.workflow.registry.RegisterEntry;
import org.jspecify.annotations.Nullable;

/** What can be said to the public about a file; each has its words under {@code verify.verdict.<name>}. */
enum DocumentVerdict {
    /** The very file that was issued, its seal valid, the permit valid today. */
    GENUINE_AND_VALID("portal-verdict--good"),
    /** The very file that was issued, but the permit isn't valid (any more). */
    GENUINE_NOT_VALID("portal-verdict--warn"),
    /** The very file that was issued, though its seal can't be confirmed at present. */
    GENUINE_SEAL_UNCONFIRMED("portal-verdict--warn"),
    /** A valid signature, but not a permit of this register: another document, or one with something added. */
    SIGNED_NOT_REGISTERED("portal-verdict--warn"),
    /** Changed, cut or forged. */
    CHANGED("portal-verdict--bad"),
    /** It can't be told who signed it, or it can't be examined. */
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

    /** Judges by the register first: what was issued is known by its SHA-256 to the last bit. */
    static DocumentVerdict of(ValidationReport report, @Nullable RegisterEntry entry) {
        if (entry != null) {
            if (report.verdict() != Verdict.VALID) {
                return GENUINE_SEAL_UNCONFIRMED;
            }
            return entry.status() == PermitStatus.VALID ? GENUINE_AND_VALID : GENUINE_NOT_VALID;
        }
        if (report.reasons().contains(Reason.NOT_A_PDF)) {
            return NOT_A_PDF;
        }
        return switch (report.verdict()) {
            case VALID -> SIGNED_NOT_REGISTERED;
            case INVALID -> CHANGED;
            case INDETERMINATE -> NOT_TRUSTED;
            case NO_SIGNATURE -> NOT_SIGNED;
        };
    }
}
