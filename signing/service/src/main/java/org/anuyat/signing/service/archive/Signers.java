package org.anuyat.signing.service.archive;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.anuyat.signing.service.stamps.StampInfo;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1InputStream;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.tsp.TSPException;
import org.jspecify.annotations.Nullable;

/** Who signed and stamped a document, and the certificates that it brings. */
final class Signers {

    private final Set<X509Certificate> signing = new LinkedHashSet<>();
    private final Set<X509Certificate> brought = new LinkedHashSet<>();

    private Signers() {}

    /** Those of a document; empty unless each of its signatures bears a time stamp and none is a time stamp itself. */
    static Optional<Signers> of(PDDocument document) throws IOException {
        Signers signers = new Signers();
        List<PDSignature> signatures = document.getSignatureDictionaries();
        for (PDSignature signature : signatures) {
            if (!PDSignature.SUBFILTER_ETSI_CADES_DETACHED.getName().equals(signature.getSubFilter())
                    || !signers.add(signature.getContents())) {
                return Optional.empty();
            }
        }
        return signatures.isEmpty() ? Optional.empty() : Optional.of(signers);
    }

    /** The certificates under whose keys something in the document was signed. */
    Set<X509Certificate> signing() {
        return signing;
    }

    /** All certificates in the document. */
    Set<X509Certificate> brought() {
        return brought;
    }

    /** False when it isn't one signer's with a time stamp. */
    private boolean add(byte[] contents) throws IOException {
        try (ASN1InputStream in = new ASN1InputStream(contents)) {
            CMSSignedData cms = new CMSSignedData(ContentInfo.getInstance(in.readObject()));
            if (cms.getSignerInfos().size() != 1) {
                return false;
            }
            SignerInformation signer = cms.getSignerInfos().iterator().next();
            JcaX509CertificateConverter certificates = new JcaX509CertificateConverter();
            for (X509CertificateHolder found : cms.getCertificates().getMatches(null)) {
                X509Certificate certificate = certificates.getCertificate(found);
                brought.add(certificate);
                if (signer.getSID().match(found)) {
                    signing.add(certificate);
                }
            }
            return addStamps(signer.getUnsignedAttributes());
        } catch (GeneralSecurityException | TSPException | CMSException e) {
            throw new IOException("a signature can't be read", e);
        }
    }

    private boolean addStamps(@Nullable AttributeTable attributes)
            throws IOException, GeneralSecurityException, TSPException, CMSException {
        Attribute stamps = attributes == null ? null : attributes.get(PKCSObjectIdentifiers.id_aa_signatureTimeStampToken);
        if (stamps == null || stamps.getAttrValues().size() == 0) {
            return false;
        }
        for (ASN1Encodable stamp : stamps.getAttrValues()) {
            byte[] token = stamp.toASN1Primitive().getEncoded(ASN1Encoding.DER);
            signing.add(StampInfo.signer(token));
            brought.addAll(StampInfo.certificates(token));
        }
        return true;
    }
}
