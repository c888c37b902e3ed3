package org.anuyat.portal.verification;

import org.anuyat.signing.api.token.PermitFacts;
import org.anuyat.signing.api.token.TokenReport;
import org.anuyat.signing.api.validation.Verdict;
import org.anuyat.workflow.registry.RegisterEntry;
import org.jspecify.annotations.Nullable;

/** What can be said to the public about a signed QR code; each has its words under {@code verify.code.<name>}. */
enum CodeVerdict {
    /** The agency signed it, and the register has the permit. */
    SIGNED("portal-verdict--good"),
    /** It can't be told whether the agency signed it. */
    UNCONFIRMED("portal-verdict--warn"),
    /** The agency signed it, but no such permit was issued. */
    NOT_REGISTERED("portal-verdict--bad"),
    /** It says something else than the register. */
    DIFFERENT("portal-verdict--bad"),
    /** Changed or forged. */
    FORGED("portal-verdict--bad");

    private final String css;

    CodeVerdict(String css) {
        this.css = css;
    }

    /** The class of the colour; the words say the same. */
    public String css() {
        return css;
    }

    /** Whether what the register says may stand beside it. */
    boolean mayShowPermit() {
        return this == SIGNED || this == UNCONFIRMED;
    }

    /** Judges by the signature first, then by the register. */
    static CodeVerdict of(TokenReport report, @Nullable RegisterEntry entry) {
        if (report.verdict() == Verdict.INVALID) {
            return FORGED;
        }
        if (entry == null) {
            return report.verdict() == Verdict.VALID ? NOT_REGISTERED : UNCONFIRMED;
        }
        if (!agrees(report.facts(), entry)) {
            return DIFFERENT;
        }
        return report.verdict() == Verdict.VALID ? SIGNED : UNCONFIRMED;
    }

    private static boolean agrees(@Nullable PermitFacts facts, RegisterEntry entry) {
        return facts != null
                && facts.agency().equals(entry.agency())
                && facts.number().equals(entry.number())
                && facts.issuedOn().equals(entry.issuedOn());
    }
}
