package org.anuyat.signing.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import org.anuyat.signing.api.DocumentSealing;
import org.anuyat.signing.api.SealedDocument;
import org.anuyat.signing.api.validation.DocumentValidation;
import org.anuyat.signing.api.validation.Reason;
import org.anuyat.signing.api.validation.ValidationReport;
import org.anuyat.signing.api.validation.Verdict;
import org.anuyat.signing.service.keys.KeyStoreFile;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

class RealKeysTest {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @TempDir
    Path folder;

    @Test
    void an_elliptic_curve_key_from_a_key_store_seals_in_production_under_the_installed_root() throws Exception {
        KeyPair rootKeys = keys();
        X509Certificate root = certificate("CN=Root,C=TH", rootKeys, "CN=Root,C=TH", rootKeys.getPrivate(), true);
        KeyPair sealKeys = keys();
        X509Certificate seal = certificate("CN=สำนักงานเขต,C=TH", sealKeys, "CN=Root,C=TH", rootKeys.getPrivate(), false);
        Path store = Files.write(
                folder.resolve("bma.p12"),
                KeyStoreFile.write(sealKeys.getPrivate(), List.of(seal, root), "a password"));
        Path anchors = Files.createDirectory(folder.resolve("anchors"));
        Files.write(anchors.resolve("root.crt"), root.getEncoded());

        try (ConfigurableApplicationContext production = new SpringApplicationBuilder(SigningService.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--anuyat.mode=production",
                        "--anuyat.signing.home=" + folder.resolve("home"),
                        "--anuyat.signing.trust-anchors=" + anchors,
                        "--anuyat.signing.revocation.online=false",
                        "--anuyat.signing.keys.bma.file=" + store,
                        "--anuyat.signing.keys.bma.password=a password")) {
            SealedDocument sealed =
                    production.getBean(DocumentSealing.class).seal(Orders.seal(SamplePermit.pdf()));
            ValidationReport report =
                    production.getBean(DocumentValidation.class).validate(Orders.validate(sealed.pdf()));

            assertThat(sealed.signer()).isEqualTo("สำนักงานเขต");
            assertThat(report.demonstration()).isFalse();
            // trusted and unchanged, but this authority says nowhere what it revoked
            assertThat(report.verdict()).isEqualTo(Verdict.INDETERMINATE);
            assertThat(report.reasons()).containsExactly(Reason.REVOCATION_UNKNOWN);
        }
    }

    private static KeyPair keys() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    private static X509Certificate certificate(
            String subject, KeyPair keys, String issuer, PrivateKey issuerKey, boolean authority) throws Exception {
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                new X500Name(issuer),
                BigInteger.valueOf(authority ? 1 : 2),
                Date.from(NOW.minus(1, ChronoUnit.DAYS)),
                Date.from(NOW.plus(30, ChronoUnit.DAYS)),
                new X500Name(subject),
                keys.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
        builder.addExtension(
                Extension.keyUsage,
                true,
                new KeyUsage(authority ? KeyUsage.keyCertSign | KeyUsage.cRLSign : KeyUsage.nonRepudiation));
        builder.addExtension(
                Extension.subjectKeyIdentifier,
                false,
                new JcaX509ExtensionUtils().createSubjectKeyIdentifier(keys.getPublic()));
        return new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(issuerKey)));
    }
}
