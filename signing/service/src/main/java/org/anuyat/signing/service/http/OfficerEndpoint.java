package org.anuyat.signing.service.http;

import org.anuyat.signing.api.CertificateChain;
import org.anuyat.signing.api.SealedDocument;
import org.anuyat.signing.api.officer.OfficerOrder;
import org.anuyat.signing.api.officer.OfficerSigning;
import org.anuyat.signing.service.OnlyOverHttp;
import org.springframework.context.annotation.Fallback;
import org.springframework.web.bind.annotation.RestController;

/** Has officers sign over HTTP. */
@RestController
@Fallback
@OnlyOverHttp
class OfficerEndpoint implements OfficerSigning, GuardedEndpoint {

    private final OfficerSigning officers;

    OfficerEndpoint(OfficerSigning officers) {
        this.officers = officers;
    }

    @Override
    public SealedDocument sign(OfficerOrder order) {
        return officers.sign(order);
    }

    @Override
    public CertificateChain certificate(String agency, String officer) {
        return officers.certificate(agency, officer);
    }
}
