package org.anuyat.signing.api.officer;

import org.anuyat.signing.api.CertificateChain;
import org.anuyat.signing.api.SealedDocument;
import org.anuyat.signing.api.SigningProblem;
import org.anuyat.signing.api.SigningRefusal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * Puts an officer's own digital signature (ลายมือชื่อดิจิทัลของเจ้าหน้าที่) on a document, visible in a field that the document
 * has for it: a reliable electronic signature (Electronic Transactions Act B.E. 2544, section 26). Whoever orders it has to have
 * made sure that the officer authorised this very act.
 */
@HttpExchange(url = "/signing/v1", accept = "application/json")
public interface OfficerSigning {

    /**
     * Signs a document, and says in it that the agency's seal follows: without that it doesn't pass an examination. Idempotent by
     * {@link OfficerOrder#idempotencyKey()}, as sealing is.
     *
     * @return the signed document, to be sealed next
     * @throws SigningRefusal {@link SigningProblem#UNKNOWN_OFFICER} when the officer has no key here,
     *     {@link SigningProblem#UNSEALABLE_DOCUMENT} when the document has no such field or bears a signature; or as sealing
     */
    @PostExchange(url = "/officer-signatures", contentType = "application/json")
    SealedDocument sign(@RequestBody OfficerOrder order);

    /**
     * Returns the certificate with which an officer signs now, followed by its issuers up to the root: whoever asks before an
     * act knows whether it can be signed.
     *
     * @throws SigningRefusal {@link SigningProblem#UNKNOWN_OFFICER} when there is no key,
     *     {@link SigningProblem#CERTIFICATE_NOT_VALID} when none is on duty
     */
    @GetExchange("/agencies/{agency}/officers/{officer}/certificates")
    CertificateChain certificate(@PathVariable("agency") String agency, @PathVariable("officer") String officer);
}
