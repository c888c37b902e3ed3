package org.anuyat.signing.service.sealing;

import eu.europa.esig.dss.enumerations.CertificationPermission;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.EncryptionAlgorithm;
import eu.europa.esig.dss.enumerations.MimeTypeEnum;
import eu.europa.esig.dss.enumerations.SignatureAlgorithm;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.SignatureValue;
import eu.europa.esig.dss.model.ToBeSigned;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import org.anuyat.signing.api.SealOrder;
import org.anuyat.signing.api.SignatureLevel;
import org.anuyat.signing.api.SigningProblem;
import org.anuyat.signing.api.SigningRefusal;
import org.anuyat.signing.service.OnlyHere;
import org.anuyat.signing.service.keys.SigningKey;
import org.anuyat.signing.service.levels.NoTimeStamp;
import org.anuyat.signing.service.levels.TimeStamps;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Adds a PAdES signature (ETSI EN 319 142-1, level B or T) to a PDF as an incremental update. */
@Component
@OnlyHere
class PadesSigner {

    /** What a CMS signature has besides its certificates: attributes, algorithms, and a signature value of up to 512 bytes. */
    private static final int CMS_WITHOUT_CERTIFICATES = 2048;

    private static final Logger LOG = LoggerFactory.getLogger(PadesSigner.class);

    private final TimeStamps timeStamps;

    PadesSigner(TimeStamps timeStamps) {
        this.timeStamps = timeStamps;
    }

    /** A document with the level that it reached. */
    record Signed(byte[] pdf, SignatureLevel level) {}

    /**
     * Signs at level B, or T when more than B is wanted and an authority stamps now: sealing waits for none.
     *
     * @param first whether the document has no signature yet: then the seal certifies it (DocMDP 2, ISO 32000-1, 12.8.2.2),
     *     so that viewers report every change but further signatures
     */
    Signed sign(SealOrder order, SigningKey key, Instant at, boolean first, SignatureLevel wanted) {
        return sign(order, null, key, at, first, wanted);
    }

    /**
     * The same, in an empty field of the document that keeps its place and its appearance.
     *
     * @param field its name; null = a new invisible field
     */
    Signed sign(
            SealOrder order, @Nullable String field, SigningKey key, Instant at, boolean first, SignatureLevel wanted) {
        if (wanted != SignatureLevel.PAdES_BASELINE_B && timeStamps.any()) {
            try {
                byte[] stamped = sign(order, field, key, at, first, true);
                return new Signed(stamped, SignatureLevel.PAdES_BASELINE_T);
            } catch (NoTimeStamp e) {
                LOG.warn("{} is sealed without a time stamp for now: {}", order.idempotencyKey(), e.getMessage());
            }
        }
        return new Signed(sign(order, field, key, at, first, false), SignatureLevel.PAdES_BASELINE_B);
    }

    private byte[] sign(
            SealOrder order, @Nullable String field, SigningKey key, Instant at, boolean first, boolean stamped) {
        DSSDocument document = new InMemoryDocument(order.pdf(), "document.pdf", MimeTypeEnum.PDF);
        PAdESSignatureParameters parameters = parameters(order, key, at);
        if (first) {
            parameters.setPermission(CertificationPermission.MINIMAL_CHANGES_PERMITTED);
        }
        PAdESService service = service(key);
        if (field != null) {
            parameters.setImageParameters(KeptAppearance.of(field));
            service.setPdfObjFactory(KeptAppearance.factory());
        }
        if (stamped) {
            parameters.setSignatureLevel(eu.europa.esig.dss.enumerations.SignatureLevel.PAdES_BASELINE_T);
            parameters.setContentSize(contentSize(key) + timeStamps.largest());
            service.setTspSource(timeStamps);
        }
        try {
            ToBeSigned toBeSigned = service.getDataToSign(document, parameters);
            SignatureValue value = new SignatureValue(
                    SignatureAlgorithm.getAlgorithm(encryption(key), DigestAlgorithm.SHA256),
                    key.sign(toBeSigned.getBytes()));
            return DSSUtils.toByteArray(service.signDocument(document, parameters, value));
        } catch (NoTimeStamp e) {
            throw e;
        } catch (DSSException e) {
            throw new SigningRefusal(
                    SigningProblem.UNSEALABLE_DOCUMENT, "The document can't take a signature: " + e.getMessage(), e);
        }
    }

    private static PAdESService service(SigningKey key) {
        // our own certificate needs no check here, and none is fetched from the address that another certificate names
        CommonTrustedCertificateSource own = new CommonTrustedCertificateSource();
        key.chain().forEach(certificate -> own.addCertificate(new CertificateToken(certificate)));
        CommonCertificateVerifier verifier = new CommonCertificateVerifier();
        verifier.setTrustedCertSources(own);
        verifier.setAIASource(null);
        PAdESService service = new PAdESService(verifier);
        service.setPdfObjFactory(new PdfBoxNativeObjectFactory());
        return service;
    }

    private static PAdESSignatureParameters parameters(SealOrder order, SigningKey key, Instant at) {
        PAdESSignatureParameters parameters = new PAdESSignatureParameters();
        parameters.setSignatureLevel(eu.europa.esig.dss.enumerations.SignatureLevel.PAdES_BASELINE_B);
        parameters.setDigestAlgorithm(DigestAlgorithm.SHA256);
        parameters.setEncryptionAlgorithm(encryption(key));
        parameters.setSigningCertificate(new CertificateToken(key.certificate()));
        parameters.setCertificateChain(
                key.chain().stream().map(CertificateToken::new).toList());
        parameters.bLevel().setSigningDate(Date.from(at));
        // or DSS would leave out the certificates that it was told to trust
        parameters.bLevel().setTrustAnchorBPPolicy(false);
        parameters.setAppName("Anuyat");
        parameters.setReason(order.reason());
        parameters.setLocation(order.location());
        parameters.setContentSize(contentSize(key));
        return parameters;
    }

    private static EncryptionAlgorithm encryption(SigningKey key) {
        return "EC".equals(key.certificate().getPublicKey().getAlgorithm())
                ? EncryptionAlgorithm.ECDSA
                : EncryptionAlgorithm.RSA;
    }

    private static int contentSize(SigningKey key) {
        return key.chain().stream().mapToInt(PadesSigner::size).sum() + CMS_WITHOUT_CERTIFICATES;
    }

    private static int size(X509Certificate certificate) {
        try {
            return certificate.getEncoded().length;
        } catch (CertificateEncodingException e) {
            throw new SigningRefusal(SigningProblem.KEY_UNAVAILABLE, "The certificate can't be encoded", e);
        }
    }
}
