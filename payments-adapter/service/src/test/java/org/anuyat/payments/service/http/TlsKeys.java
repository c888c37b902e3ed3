package org.anuyat.payments.service.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Keys and certificates in a folder, made by the JDK's keytool. {@code server} is this machine's. */
public record TlsKeys(Path folder) {

    public static final String PASSWORD = "changeit";

    /** Makes a key with a certificate that it signed itself: {@code name.p12} and {@code name.pem}. */
    public void make(String name, String subject) throws IOException, InterruptedException {
        keytool("-genkeypair", "-alias", name, "-keyalg", "EC", "-dname", subject, "-keystore", name + ".p12", "-ext", "san=dns:localhost");
        keytool("-exportcert", "-rfc", "-alias", name, "-keystore", name + ".p12", "-file", name + ".pem");
    }

    /** Has the server trust it. */
    public void trust(String name) throws IOException, InterruptedException {
        keytool("-importcert", "-noprompt", "-alias", name, "-keystore", "trusted.p12", "-file", name + ".pem");
    }

    /** Settings of a server that asks callers for a certificate. */
    public Map<String, Object> server() {
        return new HashMap<>(Map.of(
                "server.ssl.bundle", "callers",
                "server.ssl.client-auth", "want",
                "spring.ssl.bundle.jks.callers.keystore.location", folder.resolve("server.p12").toUri(),
                "spring.ssl.bundle.jks.callers.keystore.password", PASSWORD,
                "spring.ssl.bundle.jks.callers.truststore.location", folder.resolve("trusted.p12").toUri(),
                "spring.ssl.bundle.jks.callers.truststore.password", PASSWORD));
    }

    /** What a client needs to call the server, with a key of its own or without. */
    public SSLContext client(@Nullable String name) throws IOException, GeneralSecurityException {
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store("server.p12"));
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        if (name != null) {
            keys.init(store(name + ".p12"), PASSWORD.toCharArray());
        }
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(name == null ? null : keys.getKeyManagers(), trust.getTrustManagers(), null);
        return tls;
    }

    /** SHA-256 of its certificate as tools show it. */
    public String fingerprint(String name) throws IOException, GeneralSecurityException {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(store(name + ".p12").getCertificate(name).getEncoded());
        return HexFormat.ofDelimiter(":").withUpperCase().formatHex(hash);
    }

    private KeyStore store(String file) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve(file))) {
            store.load(in, PASSWORD.toCharArray());
        }
        return store;
    }

    private void keytool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-storepass", PASSWORD));
        Process process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }
}
