package org.anuyat.signing.service.keys.configured;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.AuthProvider;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.Security;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Stream;
import org.anuyat.signing.service.TestAuthority;

/** A token of SoftHSM 2, which behaves like a hardware security module and keeps its keys in files. */
final class SoftToken {

    static final String PIN = "246813";
    static final Path LIBRARY = library();

    private final AuthProvider provider;

    /** Makes an empty token. The library reads where its tokens lie from the file that SOFTHSM2_CONF names. */
    SoftToken() throws Exception {
        String configuration = System.getenv("SOFTHSM2_CONF");
        assertThat(configuration).as("SOFTHSM2_CONF, set by the build").isNotNull();
        Path tokens = Files.createTempDirectory(Files.createDirectories(Path.of(configuration).getParent()), "tokens");
        Files.writeString(
                Path.of(configuration), "directories.tokendir = " + tokens + "\nobjectstore.backend = file\nlog.level = ERROR\n");
        run("softhsm2-util", "--init-token", "--free", "--label", "anuyat", "--pin", PIN, "--so-pin", "13572468");
        provider = (AuthProvider) Security.getProvider("SunPKCS11")
                .configure("--name=test\nlibrary=" + LIBRARY + "\nslotListIndex=0\n");
        Security.addProvider(provider);
    }

    /** Generates a key inside the token and puts the certificate beside it. */
    X509Certificate generate(TestAuthority authority, String label, String algorithm, int bits) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS11", provider);
        store.load(null, PIN.toCharArray());
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm, provider);
        generator.initialize(bits);
        KeyPair keys = generator.generateKeyPair();
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        X509Certificate certificate = authority.issue(
                label, keys.getPublic(), now.minus(1, ChronoUnit.DAYS), now.plus(365, ChronoUnit.DAYS));
        store.setKeyEntry(label, keys.getPrivate(), null, new Certificate[] {certificate});
        return certificate;
    }

    /** Lets the token forget who entered it, as when it was pulled out and put back. */
    void logOut() throws Exception {
        provider.logout();
    }

    private static Path library() {
        List<Path> places = Stream.of(
                        "/usr/lib/softhsm/libsofthsm2.so",
                        "/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so",
                        "/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so",
                        "/usr/local/lib/softhsm/libsofthsm2.so",
                        "/opt/homebrew/lib/softhsm/libsofthsm2.so")
                .map(Path::of)
                .filter(Files::exists)
                .toList();
        assertThat(places)
                .as("SoftHSM 2 is needed to test keys in tokens: install it (Debian: apt-get install softhsm2), or run deploy/test")
                .isNotEmpty();
        return places.get(0);
    }

    private static void run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(output).isZero();
    }
}
