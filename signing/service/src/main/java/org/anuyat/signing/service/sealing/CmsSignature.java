package org.anuyat.signing.service.sealing;

import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import org.anuyat.signing.api.SigningProblem;
import org.anuyat.signing.api.SigningRefusal;
import org.anuyat.signing.service.keys.SigningKey;
import org.anuyat.signing.service.stamps.TimeStamps;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.CMSTypedData;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.SignerInfoGenerator;
import org.bouncycastle.cms.SignerInfoGeneratorBuilder;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/**
 * What stands in a PDF signature: a detached CMS object (RFC 5652) with the attributes that a PAdES baseline signature must have
 * and none that it mustn't (ETSI EN 319 142-1, table 1): the time is claimed in the PDF, not here.
 */
final class CmsSignature {

    private final CMSSignedData cms;

    private CmsSignature(CMSSignedData cms) {
        this.cms = cms;
    }

    /**
     * Signs content.
     *
     * @param content is read once
     * @throws SigningRefusal {@link SigningProblem#KEY_UNAVAILABLE} when the key doesn't sign
     */
    static CmsSignature of(InputStream content, SigningKey key) {
        try {
            CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
            generator.addSignerInfoGenerator(signer(key));
            // the root too: a reader that knows nothing can tell the whole chain
            generator.addCertificates(key.certificates().chain());
            return new CmsSignature(generator.generate(new Detached(content), false));
        } catch (OperatorCreationException | CMSException e) {
            throw new SigningRefusal(SigningProblem.KEY_UNAVAILABLE, "The signature can't be made", e);
        }
    }

    private static SignerInfoGenerator signer(SigningKey key) throws OperatorCreationException {
        DigestCalculatorProvider digests = new JcaDigestCalculatorProviderBuilder().build();
        Attribute certificate = key.certificates().signingCertificate();
        // the identifier that names the digest too, as in SHA256withRSA, not the one of the bare key (RFC 5754, section 3.2)
        return new SignerInfoGeneratorBuilder(digests, algorithm -> algorithm)
                .setSignedAttributeGenerator(parameters -> signedAttributes(parameters, certificate))
                .build(key.signer(), key.certificates().signer());
    }

    /** Content type, message digest, protected algorithms, signing certificate. */
    private static AttributeTable signedAttributes(Map<?, ?> parameters, Attribute certificate) {
        return new DefaultSignedAttributeTableGenerator(new AttributeTable(certificate))
                .getAttributes(parameters)
                .remove(CMSAttributes.signingTime);
    }

    /**
     * The same with a time stamp over its value, which makes it level T (ETSI EN 319 122-1, 5.3).
     *
     * @throws org.anuyat.signing.service.stamps.NoTimeStamp when no authority stamps
     */
    CmsSignature stamped(TimeStamps authorities) {
        try {
            SignerInformation signer = cms.getSignerInfos().iterator().next();
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(signer.getSignature());
            byte[] token = authorities.getTimeStampResponse(DigestAlgorithm.SHA256, digest).getBytes();
            Attribute stamp = new Attribute(
                    PKCSObjectIdentifiers.id_aa_signatureTimeStampToken, new DERSet(ASN1Primitive.fromByteArray(token)));
            SignerInformation stamped =
                    SignerInformation.replaceUnsignedAttributes(signer, new AttributeTable(stamp));
            return new CmsSignature(
                    CMSSignedData.replaceSigners(cms, new SignerInformationStore(List.of(stamped))));
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("A time stamp that was looked at", e);
        }
    }

    /** DER, as PAdES wants it (ETSI EN 319 142-1, 6.3). */
    byte[] der() {
        try {
            return cms.toASN1Structure().getEncoded(ASN1Encoding.DER);
        } catch (IOException e) {
            throw new IllegalStateException("A signature that was made in memory", e);
        }
    }

    private record Detached(InputStream content) implements CMSTypedData {

        @Override
        public ASN1ObjectIdentifier getContentType() {
            return CMSObjectIdentifiers.data;
        }

        @Override
        public void write(OutputStream out) throws IOException {
            content.transferTo(out);
        }

        @Override
        public Object getContent() {
            return content;
        }
    }
}
