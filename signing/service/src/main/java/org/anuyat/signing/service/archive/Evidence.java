package org.anuyat.signing.service.archive;

import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.spi.DSSRevocationUtils;
import eu.europa.esig.dss.spi.validation.CertificateVerifier;
import eu.europa.esig.dss.spi.validation.RevocationDataVerifier;
import eu.europa.esig.dss.spi.x509.revocation.RevocationSource;
import eu.europa.esig.dss.spi.x509.revocation.RevocationToken;
import eu.europa.esig.dss.spi.x509.revocation.crl.CRLToken;
import eu.europa.esig.dss.spi.x509.revocation.ocsp.OCSPToken;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anuyat.signing.service.OnlyHere;
import org.anuyat.signing.service.trust.RevocationSources;
import org.anuyat.signing.service.trust.TrustAnchors;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks authorities about every certificate between a document's signers and the trusted roots. */
@Component
@OnlyHere
class Evidence {

    private static final Logger LOG = LoggerFactory.getLogger(Evidence.class);

    private final TrustAnchors anchors;
    private final RevocationSources sources;
    private final RevocationDataVerifier rules;

    Evidence(TrustAnchors anchors, RevocationSources sources) {
        this.anchors = anchors;
        this.sources = sources;
        this.rules = RevocationDataVerifier.createDefaultRevocationDataVerifier();
    }

    /**
     * What authorities say now.
     *
     * @return empty when a certificate ends in no trusted root, when the one who answers about it has to be asked about too, or when
     *     nobody answers by intention, as about certificates of a few hours
     * @throws RevocationUnknown when an answer is missing, not younger than the time stamp, or says that a certificate was revoked
     */
    Optional<ValidationData> about(Signers signers, Instant stamped) {
        CertificateVerifier verifier = sources.raisingVerifier(stamped);
        ValidationData data = new ValidationData();
        Set<X509Certificate> asked = new HashSet<>();
        for (X509Certificate signer : signers.signing()) {
            List<X509Certificate> chain = anchors.chain(signer, List.copyOf(signers.brought()));
            if (chain.isEmpty()) {
                return Optional.empty();
            }
            chain.forEach(data::addCertificate);
            for (int i = 0; i + 1 < chain.size(); i++) {
                if (asked.add(chain.get(i)) && !add(data, verifier, chain.get(i), chain.get(i + 1), stamped)) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(data);
    }

    /** False when the one who answers isn't known to be good without being asked about, or when nobody answers by intention. */
    private boolean add(
            ValidationData data,
            CertificateVerifier verifier,
            X509Certificate certificate,
            X509Certificate issuer,
            Instant stamped) {
        CertificateToken token = new CertificateToken(certificate);
        CertificateToken by = new CertificateToken(issuer);
        if (rules.isRevocationDataSkip(token)) {
            return false;
        }
        RevocationToken<?> answer = answer(verifier, token, by, stamped);
        if (answer instanceof CRLToken list) {
            data.addList(list.getEncoded());
        } else if (answer instanceof OCSPToken response) {
            data.addResponse(DSSRevocationUtils.getEncodedFromBasicResp(response.getBasicOCSPResp()));
        }
        CertificateToken answering = answer.getIssuerCertificateToken();
        data.addCertificate(answering.getCertificate());
        return answering.equals(by) || answering.isSignedBy(by) && isNeverAskedAbout(answering.getCertificate());
    }

    /** The responder's answer, or the list when that is missing or older than the time stamp: responders may know less than lists. */
    private static RevocationToken<?> answer(
            CertificateVerifier verifier, CertificateToken certificate, CertificateToken issuer, Instant stamped) {
        boolean old = false;
        for (RevocationSource<?> source : Arrays.asList(verifier.getOcspSource(), verifier.getCrlSource())) {
            RevocationToken<?> answer = ask(source, certificate, issuer);
            if (answer == null) {
                continue;
            }
            if (answer.getStatus().isRevoked()) {
                throw new RevocationUnknown("The certificate of %s was revoked".formatted(name(certificate)));
            }
            // when it was known counts, not when the answer about it was signed
            if (answer.getThisUpdate().toInstant().isAfter(stamped)) {
                return answer;
            }
            old = true;
        }
        throw new RevocationUnknown((old
                        ? "What is known of the revocation of the certificate of %s is older than the time stamp"
                        : "No authority says whether the certificate of %s was revoked")
                .formatted(name(certificate)));
    }

    /** The issuer says that its responder needs no revocation data of its own (RFC 6960, 4.2.2.2.1). */
    private static boolean isNeverAskedAbout(X509Certificate responder) {
        return responder.getExtensionValue(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck.getId()) != null;
    }

    private static @Nullable RevocationToken<?> ask(
            @Nullable RevocationSource<?> source, CertificateToken certificate, CertificateToken issuer) {
        try {
            RevocationToken<?> answer = source == null ? null : source.getRevocationToken(certificate, issuer);
            return answer != null && answer.isValid() && answer.getStatus() != null && answer.getStatus().isKnown()
                    ? answer
                    : null;
        } catch (DSSException e) {
            LOG.warn("An authority doesn't answer about the certificate of {}: {}", name(certificate), e.getMessage());
            return null;
        }
    }

    private static String name(CertificateToken certificate) {
        return certificate.getCertificate().getSubjectX500Principal().getName();
    }
}
