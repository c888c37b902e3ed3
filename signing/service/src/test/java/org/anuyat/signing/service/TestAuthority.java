package org.anuyat.signing.service;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An authority that a test founds: a root that issues certificates without saying anywhere what it revoked. */
public final class TestAuthority {

    private final String name;
    private final KeyPair keys;
    private final X509Certificate root;
    private long serial = 1;

    public TestAuthority() throws Exception {
        this("CN=Root,C=TH");
    }

    public TestAuthority(String name) throws Exception {
        this.name = name;
        keys = keys("EC", 256);
        Instant now = Instant.now();
        root = certificate(
                name, keys.getPublic(), keys.getPrivate(), now.minus(3650, ChronoUnit.DAYS), now.plus(3650, ChronoUnit.DAYS), true);
    }

    public X509Certificate root() {
        return root;
    }

    /** A folder of trust anchors with the root in it. */
    public Path anchors(Path folder) throws Exception {
        Path anchors = Files.createDirectories(folder.resolve("anchors"));
        Files.write(anchors.resolve("root.crt"), root.getEncoded());
        return anchors;
    }

    public X509Certificate issue(String name, PublicKey key, Instant from, Instant until) throws Exception {
        return certificate("CN=" + name + ",C=TH", key, keys.getPrivate(), from, until, false);
    }

    public static KeyPair keys(String algorithm, int bits) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    private X509Certificate certificate(
            String subject, PublicKey key, PrivateKey issuer, Instant from, Instant until, boolean authority)
            throws Exception {
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                new X500Name(name),
                BigInteger.valueOf(serial++),
                Date.from(from),
                Date.from(until),
                new X500Name(subject),
                key);
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
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(issuer)));
    }
}
