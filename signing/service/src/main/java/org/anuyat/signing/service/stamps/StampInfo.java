package org.anuyat.signing.service.stamps;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampToken;
import org.jspecify.annotations.Nullable;

/**
 * What an archive time stamp rests on.
 *
 * @param ends when the authority's certificate ends
 * @param algorithms names such as {@code SHA256} and {@code RSA3072}
 */
public record StampInfo(Instant ends, List<String> algorithms) {

    private static final String DOCUMENT_TIME_STAMP = "ETSI.RFC3161";

    /** The last archive time stamp of a PDF; null when it has none. */
    public static @Nullable StampInfo lastOf(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDSignature last = document.getSignatureDictionaries().stream()
                    .filter(signature -> DOCUMENT_TIME_STAMP.equals(signature.getSubFilter()))
                    .max(Comparator.comparingInt(signature -> signature.getByteRange()[2]))
                    .orElse(null);
            return last == null ? null : of(last.getContents(pdf));
        } catch (IOException | GeneralSecurityException | TSPException | CMSException e) {
            throw new IllegalStateException("The archive time stamp can't be read: " + e.getMessage(), e);
        }
    }

    private static StampInfo of(byte[] token)
            throws IOException, GeneralSecurityException, TSPException, CMSException {
        X509Certificate signer = signer(token);
        List<String> algorithms = new ArrayList<>();
        algorithms.add(DigestAlgorithm.forOID(
                        parse(token).getTimeStampInfo().getMessageImprintAlgOID().getId())
                .name());
        if (signer.getPublicKey() instanceof RSAKey rsa) {
            algorithms.add("RSA" + rsa.getModulus().bitLength());
        } else if (signer.getPublicKey() instanceof ECKey curve) {
            algorithms.add("EC" + curve.getParams().getCurve().getField().getFieldSize());
        }
        return new StampInfo(signer.getNotAfter().toInstant(), algorithms);
    }

    /** The certificate that signed a token, which must hold it. */
    public static X509Certificate signer(byte[] token)
            throws IOException, GeneralSecurityException, TSPException, CMSException {
        TimeStampToken parsed = parse(token);
        for (Object found : parsed.getCertificates().getMatches(parsed.getSID())) {
            return new JcaX509CertificateConverter().getCertificate((X509CertificateHolder) found);
        }
        throw new GeneralSecurityException("the time stamp doesn't hold its authority's certificate");
    }

    /** All certificates in a token. */
    public static List<X509Certificate> certificates(byte[] token)
            throws IOException, GeneralSecurityException, TSPException, CMSException {
        List<X509Certificate> certificates = new ArrayList<>();
        for (Object found : parse(token).getCertificates().getMatches(null)) {
            certificates.add(new JcaX509CertificateConverter().getCertificate((X509CertificateHolder) found));
        }
        return certificates;
    }

    /** In a PDF zeros follow the token. */
    private static TimeStampToken parse(byte[] token) throws IOException, TSPException, CMSException {
        try (ASN1InputStream in = new ASN1InputStream(token)) {
            return new TimeStampToken(ContentInfo.getInstance(in.readObject()));
        }
    }
}
