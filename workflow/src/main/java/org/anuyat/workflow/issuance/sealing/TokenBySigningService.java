package org.anuyat.workflow.issuance.sealing;

import java.time.LocalDate;
import java.util.Optional;
import org.anuyat.signing.api.SigningProblem;
import org.anuyat.signing.api.SigningRefusal;
import org.anuyat.signing.api.token.PermitFacts;
import org.anuyat.signing.api.token.PermitTokens;
import org.anuyat.workflow.issuance.PermitToken;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Speaks {@code signing-api}. */
@Component
class TokenBySigningService implements PermitToken {

    private static final Logger LOG = LoggerFactory.getLogger(TokenBySigningService.class);

    /** With names of these lengths in Thai the code has 89 modules at most, which a telephone reads from paper at 40 mm. */
    private static final int LONGEST_KIND = 40;

    private static final int LONGEST_HOLDER = 60;

    private final PermitTokens tokens;

    TokenBySigningService(PermitTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public Optional<String> sign(
            String agency,
            String number,
            String kind,
            String holder,
            LocalDate issuedOn,
            @Nullable LocalDate expiresOn,
            String id) {
        try {
            return Optional.of(tokens.issue(new PermitFacts(
                            agency,
                            number,
                            shortened(kind, LONGEST_KIND),
                            shortened(holder, LONGEST_HOLDER),
                            issuedOn,
                            expiresOn,
                            id))
                    .text());
        } catch (SigningRefusal refusal) {
            if (refusal.problem() != SigningProblem.UNKNOWN_AGENCY) {
                throw refusal;
            }
            LOG.warn("The agency {} has no key for tokens: its codes can't be verified without a network", agency);
            return Optional.empty();
        }
    }

    private static String shortened(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }
}
