package org.anuyat.signing.service.demonstration;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.anuyat.signing.validation.certificates.DemonstrationLabel;
import org.anuyat.signing.service.keys.SigningKey;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/** Makes keys (RSA-3072, for tokens and time stamps ECDSA P-256) and the certificates for them (RFC 5280), each with the label that says what they are worth. */
final class Issuance {

    /** Longest common name that RFC 5280, appendix A (ub-common-name) allows. */
    private static final int LONGEST_NAME = 64;

    private final String publicUrl;
    private final Instant now;

    Issuance(String publicUrl, Instant now) {
        this.publicUrl = publicUrl;
        this.now = now;
    }

    /** What a certificate is for, and for how many days; officers' are like seals. */
    enum Purpose {
        ROOT(7300),
        ISSUER(7300),
        SEAL(3650),
        TOKEN(3650),
        OCSP(3650),
        TIME_STAMPS(3650);

        private final int days;

        Purpose(int days) {
            this.days = days;
        }

        /** Tokens must be small, time stamps quick. */
        private boolean elliptic() {
            return this == TOKEN || this == TIME_STAMPS;
        }
    }

    /** A new key with its certificate chain, not stored yet. */
    record Issued(KeyPair keys, List<X509Certificate> chain) {

        SigningKey key() {
            return new SigningKey(keys.getPrivate(), chain, null);
        }
    }

    /** Issues a certificate; without an issuer it signs itself. */
    Issued issue(@Nullable SigningKey issuer, String issuerName, String name, Purpose purpose) {
        return issue(issuer, issuerName, name, "", purpose);
    }

    /** Issues a certificate, for a person in a position unless that is empty. */
    Issued issue(@Nullable SigningKey issuer, String issuerName, String name, String position, Purpose purpose) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(purpose.elliptic() ? "EC" : "RSA");
            generator.initialize(purpose.elliptic() ? 256 : 3072);
            KeyPair keys = generator.generateKeyPair();
            X500Name subject = subject(name, position);
            X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    issuer == null
                            ? subject
                            : X500Name.getInstance(
                                    issuer.certificate().getSubjectX500Principal().getEncoded()),
                    new BigInteger(120, new SecureRandom()).setBit(119),
                    // a little earlier, for readers whose clocks are slow
                    Date.from(now.minus(Duration.ofHours(1))),
                    Date.from(now.plus(Duration.ofDays(purpose.days))),
                    subject,
                    keys.getPublic());
            extend(builder, keys, issuer, issuerName, purpose);
            ContentSigner signer = issuer == null
                    ? new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate())
                    : issuer.signer();
            List<X509Certificate> chain = new ArrayList<>();
            chain.add(new JcaX509CertificateConverter().getCertificate(builder.build(signer)));
            if (issuer != null) {
                chain.addAll(issuer.chain());
            }
            return new Issued(keys, chain);
        } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
            throw new IllegalStateException("A demonstration certificate can't be made", e);
        }
    }

    private static X500Name subject(String name, String position) {
        String labelled = name + " – DEMONSTRATION";
        X500NameBuilder subject =
                new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.C, "TH").addRDN(BCStyle.O, DemonstrationLabel.TEXT);
        if (!position.isEmpty()) {
            subject.addRDN(BCStyle.T, shortened(position));
        }
        return subject.addRDN(BCStyle.CN, labelled.length() <= LONGEST_NAME ? labelled : shortened(name))
                .build();
    }

    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME);
    }

    private void extend(
            X509v3CertificateBuilder builder,
            KeyPair keys,
            @Nullable SigningKey issuer,
            String issuerName,
            Purpose purpose)
            throws GeneralSecurityException, CertIOException {
        JcaX509ExtensionUtils extensions = new JcaX509ExtensionUtils();
        builder.addExtension(
                Extension.subjectKeyIdentifier, false, extensions.createSubjectKeyIdentifier(keys.getPublic()));
        if (issuer != null) {
            builder.addExtension(
                    Extension.authorityKeyIdentifier,
                    false,
                    extensions.createAuthorityKeyIdentifier(issuer.certificate().getPublicKey()));
            if (purpose != Purpose.OCSP) {
                addAddresses(builder, issuerName);
            }
        }
        switch (purpose) {
            case ROOT, ISSUER -> {
                builder.addExtension(
                        Extension.basicConstraints, true, new BasicConstraints(purpose == Purpose.ROOT ? 1 : 0));
                builder.addExtension(
                        Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            }
            case SEAL -> builder.addExtension(
                    Extension.keyUsage, true, new KeyUsage(KeyUsage.nonRepudiation | KeyUsage.digitalSignature));
            case TOKEN -> builder.addExtension(
                    Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            case TIME_STAMPS -> {
                builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
                // critical and alone: RFC 3161, section 2.3
                builder.addExtension(
                        Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
            }
            case OCSP -> {
                builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
                builder.addExtension(
                        Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_OCSPSigning));
                builder.addExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck, false, DERNull.INSTANCE);
            }
        }
    }

    private void addAddresses(X509v3CertificateBuilder builder, String issuerName) throws CertIOException {
        String base = publicUrl + DemonstrationPages.PATH;
        builder.addExtension(
                Extension.cRLDistributionPoints,
                false,
                new CRLDistPoint(new DistributionPoint[] {
                    new DistributionPoint(
                            new DistributionPointName(new GeneralNames(address(base + "/" + issuerName + ".crl"))),
                            null,
                            null)
                }));
        ASN1EncodableVector access = new ASN1EncodableVector();
        access.add(new AccessDescription(
                AccessDescription.id_ad_caIssuers, address(base + "/" + issuerName + ".crt")));
        if (issuerName.equals(DemonstrationAuthority.ISSUING)) {
            access.add(new AccessDescription(AccessDescription.id_ad_ocsp, address(base + "/ocsp")));
        }
        builder.addExtension(Extension.authorityInfoAccess, false, new DERSequence(access));
    }

    private static GeneralName address(String url) {
        return new GeneralName(GeneralName.uniformResourceIdentifier, url);
    }
}
