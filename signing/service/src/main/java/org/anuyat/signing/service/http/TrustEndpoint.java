package org.anuyat.signing.service.http;

import org.anuyat.signing.api.CertificateChain;
import org.anuyat.signing.api.TrustInformation;
import org.anuyat.signing.api.TrustOverview;
import org.anuyat.signing.service.OnlyOverHttp;
import org.springframework.context.annotation.Fallback;
import org.springframework.web.bind.annotation.RestController;

/** Tells over HTTP whom the service trusts. */
@RestController
@Fallback
@OnlyOverHttp
class TrustEndpoint implements TrustInformation, GuardedEndpoint {

    private final TrustInformation trust;

    TrustEndpoint(TrustInformation trust) {
        this.trust = trust;
    }

    @Override
    public TrustOverview trust() {
        return trust.trust();
    }

    @Override
    public CertificateChain certificate(String agency) {
        return trust.certificate(agency);
    }
}
