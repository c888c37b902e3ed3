package org.anuyat.signing.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.anuyat.signing.api.RemoteSigning;
import org.anuyat.signing.api.SigningProblem;
import org.anuyat.signing.api.SigningRefusal;
import org.anuyat.signing.service.keys.configured.KeyStoreFile;
import org.anuyat.signing.validation.certificates.CertificateInfos;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

class MutualTlsTest {

    private static final String PASSWORD = "password-of-the-test";

    @TempDir
    Path folder;

    @Test
    void a_known_certificate_opens_the_service_and_another_one_does_not() throws Exception {
        TestAuthority authority = new TestAuthority();
        X509Certificate platform = certificate(authority, "platform");
        certificate(authority, "stranger");
        certificate(authority, "localhost");
        KeyStore trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        trust.setCertificateEntry("root", authority.root());
        try (var out = Files.newOutputStream(folder.resolve("trust.p12"))) {
            trust.store(out, PASSWORD.toCharArray());
        }
        try (ConfigurableApplicationContext service = new SpringApplicationBuilder(SigningService.class)
                .run(
                        "--anuyat.mode=demonstration",
                        "--server.port=0",
                        "--server.ssl.key-store=" + folder.resolve("localhost.p12"),
                        "--server.ssl.key-store-password=" + PASSWORD,
                        "--server.ssl.trust-store=" + folder.resolve("trust.p12"),
                        "--server.ssl.trust-store-password=" + PASSWORD,
                        "--server.ssl.client-auth=want",
                        "--anuyat.signing.home=" + folder.resolve("home"),
                        "--anuyat.signing.http.enabled=true",
                        "--anuyat.signing.http.client-certificates=" + CertificateInfos.sha256(platform))) {
            String url = "https://localhost:" + service.getEnvironment().getProperty("local.server.port");

            assertThat(signing(url, trust, "platform").trust().trust().anchors()).hasSize(1);
            for (String other : new String[] {"stranger", ""}) {
                assertThatThrownBy(() -> signing(url, trust, other).trust().trust())
                        .isInstanceOfSatisfying(
                                SigningRefusal.class,
                                refusal -> assertThat(refusal.problem()).isEqualTo(SigningProblem.UNAUTHENTICATED));
            }
        }
    }

    private X509Certificate certificate(TestAuthority authority, String name) throws Exception {
        KeyPair keys = TestAuthority.keys("EC", 256);
        Instant now = Instant.now();
        X509Certificate certificate =
                authority.issue(name, keys.getPublic(), now.minus(1, ChronoUnit.DAYS), now.plus(9, ChronoUnit.DAYS));
        Files.write(
                folder.resolve(name + ".p12"),
                KeyStoreFile.write(keys.getPrivate(), List.of(certificate, authority.root()), PASSWORD));
        return certificate;
    }

    private RemoteSigning signing(String url, KeyStore trust, String client) throws Exception {
        TrustManagerFactory trusted = TrustManagerFactory.getInstance("PKIX");
        trusted.init(trust);
        KeyManagerFactory own = KeyManagerFactory.getInstance("PKIX");
        KeyStore keys = KeyStore.getInstance("PKCS12");
        if (client.isEmpty()) {
            keys.load(null, null);
        } else {
            keys.load(new ByteArrayInputStream(Files.readAllBytes(folder.resolve(client + ".p12"))), PASSWORD.toCharArray());
        }
        own.init(keys, PASSWORD.toCharArray());
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
        return new RemoteSigning(RestClient.builder()
                .baseUrl(url)
                .requestFactory(new JdkClientHttpRequestFactory(
                        HttpClient.newBuilder().sslContext(tls).build())));
    }
}
