package org.anuyat.signing.service.trust;

import java.util.List;
import org.anuyat.signing.api.CertificateChain;
import org.anuyat.signing.api.TrustInformation;
import org.anuyat.signing.api.TrustOverview;
import org.anuyat.signing.service.OnlyHere;
import org.anuyat.signing.validation.certificates.CertificateInfos;
import org.anuyat.signing.validation.certificates.DemonstrationLabel;
import org.anuyat.signing.service.keys.SealKeyring;
import org.anuyat.signing.service.keys.SigningKey;
import org.springframework.stereotype.Component;

/** Answers whom the service trusts and with what it seals. */
@Component
@OnlyHere
class Trust implements TrustInformation {

    private final TrustAnchors anchors;
    private final SealKeyring keys;

    Trust(TrustAnchors anchors, SealKeyring keys) {
        this.anchors = anchors;
        this.keys = keys;
    }

    @Override
    public TrustOverview trust() {
        return new TrustOverview(
                anchors.certificates().stream().anyMatch(DemonstrationLabel::isOn),
                CertificateInfos.of(anchors.certificates()));
    }

    @Override
    public CertificateChain certificate(String agency) {
        SigningKey key = keys.of(agency);
        return new CertificateChain(
                DemonstrationLabel.isOn(key.certificate()), CertificateInfos.of(List.copyOf(key.chain())));
    }
}
