package org.anuyat.signing.service.keys.configured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.Provider;
import java.security.Security;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.anuyat.signing.service.TestAuthority;
import org.anuyat.signing.service.keys.SigningKey;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CryptoProviderTest {

    private static final String CORRETTO = "AmazonCorrettoCryptoProvider";

    @AfterEach
    void remove() {
        Security.removeProvider(CORRETTO);
    }

    @Test
    void what_it_signs_the_jdk_verifies_and_where_it_does_not_load_the_jdk_signs() throws Exception {
        Provider before = Security.getProviders()[0];

        new CryptoProvider("corretto").install();

        boolean intel = System.getProperty("os.arch").equals("amd64") && System.getProperty("os.name").equals("Linux");
        assertThat(Security.getProviders()[0].getName()).isEqualTo(intel ? CORRETTO : before.getName());
        for (KeyPair keys : List.of(TestAuthority.keys("RSA", 3072), TestAuthority.keys("EC", 256))) {
            Instant now = Instant.now();
            X509Certificate certificate =
                    new TestAuthority().issue("seal", keys.getPublic(), now, now.plus(1, ChronoUnit.DAYS));
            SigningKey key = new SigningKey(keys.getPrivate(), List.of(certificate), null);
            Signature verifier = Signature.getInstance(
                    key.algorithm(), keys.getPrivate().getAlgorithm().equals("EC") ? "SunEC" : "SunRsaSign");
            verifier.initVerify(certificate);
            verifier.update(new byte[1000]);
            assertThat(verifier.verify(key.sign(new byte[1000]))).isTrue();
            verifier.update(new byte[1000]);
            assertThat(verifier.verify(key.signHash(MessageDigest.getInstance("SHA-256").digest(new byte[1000]))))
                    .isTrue();
        }
    }

    @Test
    void a_key_that_was_read_before_signs_on() throws Exception {
        for (KeyPair keys : List.of(TestAuthority.keys("RSA", 3072), TestAuthority.keys("EC", 256))) {
            Instant now = Instant.now();
            X509Certificate certificate =
                    new TestAuthority().issue("seal", keys.getPublic(), now, now.plus(1, ChronoUnit.DAYS));
            SigningKey key = new SigningKey(keys.getPrivate(), List.of(certificate), null);
            byte[] before = key.sign(new byte[1000]);
            new CryptoProvider("corretto").install();
            byte[] after = key.sign(new byte[1000]);
            byte[] hash = key.signHash(MessageDigest.getInstance("SHA-256").digest(new byte[1000]));
            remove();
            for (byte[] signature : List.of(before, after, hash, key.sign(new byte[1000]))) {
                Signature verifier = Signature.getInstance(key.algorithm());
                verifier.initVerify(certificate);
                verifier.update(new byte[1000]);
                assertThat(verifier.verify(signature)).isTrue();
            }
        }
    }

    @Test
    void the_jdk_computes_unless_told_otherwise() {
        new CryptoProvider("jdk").install();

        assertThat(Security.getProvider(CORRETTO)).isNull();
        assertThatThrownBy(() -> new CryptoProvider("openssl")).hasMessageContaining("jdk or corretto");
    }
}
