package org.anuyat.signing.service.trust;

import eu.europa.esig.dss.alert.ExceptionOnStatusAlert;
import eu.europa.esig.dss.crl.CRLUtils;
import eu.europa.esig.dss.enumerations.RevocationOrigin;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.service.crl.OnlineCRLSource;
import eu.europa.esig.dss.service.http.commons.OCSPDataLoader;
import eu.europa.esig.dss.service.ocsp.OnlineOCSPSource;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.revocation.crl.CRLSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.CRLToken;
import eu.europa.esig.dss.spi.x509.revocation.ocsp.OCSPToken;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
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
    private final Network network;
    private final RememberedAnswers<CRLToken> lists;
    private final RememberedAnswers<OCSPToken> responses;

    RevocationSources(
            TrustAnchors anchors,
            ObjectProvider<RevocationAnswers> demonstration,
            SigningSettings settings,
            Clock clock) {
        this.anchors = anchors;
        this.demonstration = demonstration.getIfAvailable();
        this.settings = settings.revocation();
        this.network = new Network(settings.proxy(), this.settings.timeLimit());
        this.lists = new RememberedAnswers<>(this.settings.cached(), clock);
        this.responses = new RememberedAnswers<>(this.settings.cached(), clock);
    }

    /** A verifier for one validation; it may use answers that are some minutes old. */
    public CommonCertificateVerifier verifier() {
        return verifier(null);
    }

    /**
     * A verifier for raising one document: it refuses when an answer is missing, older than the document's time stamp, or says that
     * the certificate was revoked. What was answered about another document serves when it is younger than the stamp.
     *
     * @param stamped when the document had its last time stamp
     */
    public CommonCertificateVerifier raisingVerifier(Instant stamped) {
        CommonCertificateVerifier verifier = verifier(stamped);
        verifier.setAlertOnMissingRevocationData(new ExceptionOnStatusAlert());
        verifier.setAlertOnNoRevocationAfterBestSignatureTime(new ExceptionOnStatusAlert());
        verifier.setAlertOnRevokedCertificate(new ExceptionOnStatusAlert());
        verifier.setAlertOnInvalidSignature(new ExceptionOnStatusAlert());
        verifier.setAlertOnInvalidTimestamp(new ExceptionOnStatusAlert());
        return verifier;
    }

    private CommonCertificateVerifier verifier(@Nullable Instant after) {
        CommonCertificateVerifier verifier = new CommonCertificateVerifier();
        verifier.setTrustedCertSources(anchors.source());
        verifier.setAIASource(null);
        verifier.setCheckRevocationForUntrustedChains(false);
        OnlineCRLSource online = settings.online() ? onlineLists() : null;
        verifier.setCrlSource((CRLSource) (certificate, issuer) -> {
            CRLToken own = demonstrationList(certificate, issuer, after);
            if (own != null || online == null) {
                return own;
            }
            return lists.about(certificate, after, () -> online.getRevocationToken(certificate, issuer));
        });
        if (settings.online()) {
            OnlineOCSPSource responders = onlineResponders();
            verifier.setOcspSource((certificate, issuer) ->
                    // the list says it already, without a request to ourselves
                    isDemonstration(issuer)
                            ? null
                            : responses.about(certificate, after, () -> ask(responders, certificate, issuer)));
        }
        return verifier;
    }

    private static @Nullable OCSPToken ask(
            OnlineOCSPSource responders, CertificateToken certificate, CertificateToken issuer) {
        OCSPToken answer = responders.getRevocationToken(certificate, issuer);
        return answer != null && Responders.mayGive(answer, issuer) ? answer : null;
    }

    private boolean isDemonstration(CertificateToken issuer) {
        return demonstration != null && demonstration.listOf(issuer.getCertificate()) != null;
    }

    private @Nullable CRLToken demonstrationList(
            CertificateToken certificate, CertificateToken issuer, @Nullable Instant after) {
        byte[] list = demonstration == null
                ? null
                : after == null
                        ? demonstration.listOf(issuer.getCertificate())
                        : demonstration.listOf(issuer.getCertificate(), after);
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
        return new OnlineCRLSource(network.limit(new ListLoader()));
    }

    private OnlineOCSPSource onlineResponders() {
        return new OnlineOCSPSource(network.limit(new OCSPDataLoader()));
    }
}
