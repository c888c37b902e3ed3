package org.anuyat.signing.service;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An authority that a test founds: a root, or one that a root certified. By itself it says nowhere what it revoked. */
public final class TestAuthority {

    private static final Duration LIST_GOOD_FOR = Duration.ofDays(1);

    private final X500Name name;
    private final KeyPair keys;
    private final X509Certificate certificate;
    private long serial = 1;

    public TestAuthority() throws Exception {
        this("CN=Root,C=TH");
    }

    public TestAuthority(String name) throws Exception {
        this.name = new X500Name(name);
        keys = keys("EC", 256);
        Instant now = Instant.now();
        certificate = certificate(
                this.name,
                keys.getPublic(),
                now.minus(3650, ChronoUnit.DAYS),
                now.plus(3650, ChronoUnit.DAYS),
                true,
                List.of());
    }

    private TestAuthority(X500Name name, KeyPair keys, X509Certificate certificate) {
        this.name = name;
        this.keys = keys;
        this.certificate = certificate;
    }

    /** An authority that this one certifies. */
    public TestAuthority certify(String subordinate, List<Extension> more) throws Exception {
        X500Name subject = new X500Name(subordinate);
        KeyPair own = keys("EC", 256);
        Instant now = Instant.now();
        return new TestAuthority(
                subject,
                own,
                certificate(
                        subject,
                        own.getPublic(),
                        now.minus(365, ChronoUnit.DAYS),
                        now.plus(3650, ChronoUnit.DAYS),
                        true,
                        more));
    }

    /** Its own certificate. */
    public X509Certificate root() {
        return certificate;
    }

    /** A folder of trust anchors with its certificate in it. */
    public Path anchors(Path folder) throws Exception {
        Path anchors = Files.createDirectories(folder.resolve("anchors"));
        Files.write(anchors.resolve("root.crt"), certificate.getEncoded());
        return anchors;
    }

    public X509Certificate issue(String name, PublicKey key, Instant from, Instant until) throws Exception {
        return issue(name, key, from, until, List.of());
    }

    public X509Certificate issue(String name, PublicKey key, Instant from, Instant until, List<Extension> more)
            throws Exception {
        return certificate(new X500Name("CN=" + name + ",C=TH"), key, from, until, false, more);
    }

    /** Its list of revoked certificates. */
    public byte[] list(Instant made, Map<BigInteger, Instant> revoked) throws Exception {
        JcaX509v2CRLBuilder builder = new JcaX509v2CRLBuilder(certificate.getSubjectX500Principal(), Date.from(made));
        builder.setNextUpdate(Date.from(made.plus(LIST_GOOD_FOR)));
        revoked.forEach((serial, since) -> builder.addCRLEntry(serial, Date.from(since), CRLReason.keyCompromise));
        return builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())).getEncoded();
    }

    public static KeyPair keys(String algorithm, int bits) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    private X509Certificate certificate(
            X500Name subject, PublicKey key, Instant from, Instant until, boolean authority, List<Extension> more)
            throws Exception {
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                name, BigInteger.valueOf(serial++), Date.from(from), Date.from(until), subject, key);
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
        builder.addExtension(
                Extension.keyUsage,
                true,
                new KeyUsage(
                        authority
                                ? KeyUsage.keyCertSign | KeyUsage.cRLSign
                                : KeyUsage.nonRepudiation | KeyUsage.digitalSignature));
        builder.addExtension(
                Extension.subjectKeyIdentifier, false, new JcaX509ExtensionUtils().createSubjectKeyIdentifier(key));
        for (Extension extension : more) {
            builder.addExtension(extension);
        }
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
    }
}
