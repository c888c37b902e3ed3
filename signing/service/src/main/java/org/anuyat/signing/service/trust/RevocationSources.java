package org.anuyat.signing.service.trust;

import eu.europa.esig.dss.crl.CRLUtils;
import eu.europa.esig.dss.enumerations.RevocationOrigin;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.service.crl.OnlineCRLSource;
import eu.europa.esig.dss.service.http.commons.CommonsDataLoader;
import eu.europa.esig.dss.service.http.commons.OCSPDataLoader;
import eu.europa.esig.dss.service.ocsp.OnlineOCSPSource;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.revocation.crl.CRLSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.CRLToken;
import java.io.IOException;
import org.anuyat.signing.service.OnlyHere;
import org.anuyat.signing.service.SigningSettings;
import org.anuyat.signing.service.SigningSettings.RevocationSettings;
import org.anuyat.signing.service.demonstration.RevocationAnswers;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Tells validators whom to trust and where to ask whether a certificate was revoked: the demonstration authority directly, real
 * authorities over the network, and those only for chains that end in a trusted root, so that an uploaded file can't make the
 * service call addresses of its choice.
 */
@Component
@OnlyHere
public class RevocationSources {

    private final TrustAnchors anchors;
    private final @Nullable RevocationAnswers demonstration;
    private final RevocationSettings settings;

    RevocationSources(
            TrustAnchors anchors, ObjectProvider<RevocationAnswers> demonstration, SigningSettings settings) {
        this.anchors = anchors;
        this.demonstration = demonstration.getIfAvailable();
        this.settings = settings.revocation();
    }

    /** A verifier for one validation. */
    public CommonCertificateVerifier verifier() {
        CommonCertificateVerifier verifier = new CommonCertificateVerifier();
        verifier.setTrustedCertSources(anchors.source());
        verifier.setAIASource(null);
        verifier.setCheckRevocationForUntrustedChains(false);
        OnlineCRLSource online = settings.online() ? onlineLists() : null;
        verifier.setCrlSource((CRLSource) (certificate, issuer) -> {
            CRLToken own = demonstrationList(certificate, issuer);
            return own == null && online != null ? online.getRevocationToken(certificate, issuer) : own;
        });
        if (settings.online()) {
            OnlineOCSPSource responders = onlineResponders();
            verifier.setOcspSource((certificate, issuer) ->
                    // the list says it already, without a request to ourselves
                    isDemonstration(issuer) ? null : responders.getRevocationToken(certificate, issuer));
        }
        return verifier;
    }

    private boolean isDemonstration(CertificateToken issuer) {
        return demonstration != null && demonstration.listOf(issuer.getCertificate()) != null;
    }

    private @Nullable CRLToken demonstrationList(CertificateToken certificate, CertificateToken issuer) {
        byte[] list = demonstration == null ? null : demonstration.listOf(issuer.getCertificate());
        if (list == null) {
            return null;
        }
        try {
            CRLToken token =
                    new CRLToken(certificate, CRLUtils.buildCRLValidity(CRLUtils.buildCRLBinary(list), issuer));
            token.setExternalOrigin(RevocationOrigin.EXTERNAL);
            return token;
        } catch (IOException e) {
            throw new DSSException("The demonstration CRL can't be read", e);
        }
    }

    private OnlineCRLSource onlineLists() {
        CommonsDataLoader loader = new CommonsDataLoader();
        limit(loader);
        return new OnlineCRLSource(loader);
    }

    private OnlineOCSPSource onlineResponders() {
        OCSPDataLoader loader = new OCSPDataLoader();
        limit(loader);
        return new OnlineOCSPSource(loader);
    }

    private void limit(CommonsDataLoader loader) {
        int milliseconds = Math.toIntExact(settings.timeLimit().toMillis());
        loader.setTimeoutConnection(milliseconds);
        loader.setTimeoutConnectionRequest(milliseconds);
        loader.setTimeoutResponse(milliseconds);
        loader.setTimeoutSocket(milliseconds);
    }
}
