package org.anuyat.signing.api;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;

/** Tells with which certificates documents are sealed and which authorities are trusted, so that pages can show and offer them. */
@HttpExchange(url = "/signing/v1", accept = "application/json")
public interface TrustInformation {

    /** Returns the trust anchors against which documents are validated. */
    @GetExchange("/trust")
    TrustOverview trust();

    /**
     * Returns the certificate that seals an agency's documents, followed by its issuers up to the root.
     *
     * @throws SigningRefusal {@link SigningProblem#UNKNOWN_AGENCY} when there is no key for it
     */
    @GetExchange("/agencies/{agency}/certificates")
    CertificateChain certificate(@PathVariable("agency") String agency);
}
