package org.anuyat.workflow.issuance.sealing;

import org.anuyat.signing.api.SealedDocument;
import org.anuyat.signing.api.SigningProblem;
import org.anuyat.signing.api.SigningRefusal;
import org.anuyat.signing.api.officer.OfficerOrder;
import org.anuyat.signing.api.officer.OfficerSigning;
import org.anuyat.workflow.approval.authority.OfficerKeys;
import org.anuyat.workflow.issuance.signature.DigitalSignature;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClientException;

/** Speaks {@code signing-api}. */
@Component
class SignatureBySigningService implements DigitalSignature, OfficerKeys {

    private static final Logger LOG = LoggerFactory.getLogger(SignatureBySigningService.class);

    private final OfficerSigning signing;

    SignatureBySigningService(OfficerSigning signing) {
        this.signing = signing;
    }

    @Override
    public Signed sign(
            String key, String agency, String officer, String field, byte[] pdf, String reason, String location) {
        SealedDocument signed =
                signing.sign(new OfficerOrder(key, agency, officer, field, pdf, reason, location));
        return new Signed(signed.pdf(), signed.signer(), signed.sealedAt());
    }

    @Override
    public boolean ready(String agency, String username) {
        try {
            signing.certificate(agency, username);
            return true;
        } catch (SigningRefusal refusal) {
            if (refusal.problem() == SigningProblem.UNKNOWN_OFFICER
                    || refusal.problem() == SigningProblem.CERTIFICATE_NOT_VALID) {
                LOG.warn("The officer {} of {} can't sign permits: {}", username, agency, refusal.detail());
                return false;
            }
            return unknown(username, refusal);
        } catch (RestClientException e) {
            return unknown(username, e);
        }
    }

    /** Whoever decides doesn't wait for a service that is down: the permit will be signed when it is back. */
    private static boolean unknown(String username, RuntimeException e) {
        LOG.warn("It can't be told at present whether {} can sign permits: {}", username, e.toString());
        return true;
    }
}
