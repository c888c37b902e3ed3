package org.anuyat.signing.service.keys;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.anuyat.signing.api.SigningProblem;
import org.anuyat.signing.api.SigningRefusal;
import org.anuyat.signing.validation.certificates.CertificateInfos;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.IssuerSerial;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.util.CollectionStore;
import org.bouncycastle.util.Store;

/**
 * What signatures say about their signer's certificate. It is the same for all signatures of a key, and reading certificates for each of them
 * takes a twentieth of a signature.
 */
public final class SignerCertificates {

    private final String commonName;
    private final String sha256;
    private final List<X509CertificateHolder> chain;
    private final Attribute signingCertificate;

    private SignerCertificates(List<X509Certificate> chain) throws GeneralSecurityException, IOException {
        X509Certificate signer = chain.get(0);
        this.commonName = CertificateInfos.commonName(signer.getSubjectX500Principal());
        this.sha256 = CertificateInfos.sha256(signer);
        List<X509CertificateHolder> holders = new ArrayList<>();
        for (X509Certificate certificate : chain) {
            holders.add(new X509CertificateHolder(certificate.getEncoded()));
        }
        this.chain = List.copyOf(holders);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(signer.getEncoded());
        IssuerSerial issuer = new IssuerSerial(holders.get(0).getIssuer(), signer.getSerialNumber());
        this.signingCertificate = new Attribute(
                PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                new DERSet(new SigningCertificateV2(new ESSCertIDv2(digest, issuer))));
    }

    static SignerCertificates of(List<X509Certificate> chain) {
        try {
            return new SignerCertificates(chain);
        } catch (GeneralSecurityException | IOException e) {
            throw new SigningRefusal(SigningProblem.KEY_UNAVAILABLE, "The certificate can't be read", e);
        }
    }

    /** The signer's common name; empty when the certificate has none. */
    public String commonName() {
        return commonName;
    }

    /** Fingerprint of the signer's certificate, as {@link CertificateInfos#sha256} writes it. */
    public String sha256() {
        return sha256;
    }

    /** The signer's certificate. */
    public X509CertificateHolder signer() {
        return chain.get(0);
    }

    /** The signer's certificate and its issuers as far as they are known. */
    public Store<X509CertificateHolder> chain() {
        return new CollectionStore<>(chain);
    }

    /** Says which certificate signed, so that none can be put in its place (RFC 5035, section 3). */
    public Attribute signingCertificate() {
        return signingCertificate;
    }
}
