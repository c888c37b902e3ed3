package org.anuyat.signing.service.keys.configured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.anuyat.signing.api.DocumentKind;
import org.anuyat.signing.api.DocumentSealing;
import org.anuyat.signing.api.SealOrder;
import org.anuyat.signing.api.SealedDocument;
import org.anuyat.signing.api.validation.DocumentValidation;
import org.anuyat.signing.api.validation.Reason;
import org.anuyat.signing.api.validation.ValidationOrder;
import org.anuyat.signing.service.SamplePermit;
import org.anuyat.signing.service.SigningService;
import org.anuyat.signing.service.TestAuthority;
import org.anuyat.signing.service.keys.SealKeyring;
import org.anuyat.signing.service.keys.SigningKey;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

/** Keys in a PKCS#11 token: SoftHSM 2. */
@ExtendWith(OutputCaptureExtension.class)
class TokenKeysTest {

    @TempDir
    static Path folder;

    static TestAuthority authority;
    static SoftToken token;
    static X509Certificate rsa;
    static X509Certificate curve;

    @BeforeAll
    static void fill() throws Exception {
        authority = new TestAuthority();
        token = new SoftToken();
        rsa = token.generate(authority, "seal-rsa", "RSA", 3072);
        curve = token.generate(authority, "seal-ec", "EC", 256);
        Files.writeString(
                folder.resolve("chain.pem"),
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder(64, new byte[] {'\n'})
                                .encodeToString(authority.root().getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
        Files.writeString(folder.resolve("pin"), SoftToken.PIN + "\n");
    }

    @Test
    void both_sorts_of_keys_seal_without_leaving_the_token(CapturedOutput output) throws Exception {
        try (ConfigurableApplicationContext context = start(
                key("rsa", "alias", "seal-rsa"),
                key("rsa", "password-file", folder.resolve("pin").toString()),
                key("ec", "alias", "seal-ec"),
                key("ec", "password", SoftToken.PIN))) {
            for (String agency : List.of("rsa", "ec")) {
                SealedDocument sealed = seal(context, agency);
                assertThat(sealed.signer()).isEqualTo("seal-" + agency);
                // trusted and unchanged, but this authority says nowhere what it revoked
                assertThat(context.getBean(DocumentValidation.class)
                                .validate(new ValidationOrder(sealed.pdf(), false))
                                .reasons())
                        .containsExactly(Reason.REVOCATION_UNKNOWN);
            }
            SealKeyring keys = context.getBean(SealKeyring.class);
            assertSigns(keys.of("rsa"), rsa, "SHA256withRSA");
            assertSigns(keys.of("ec"), curve, "SHA256withECDSA");
            assertThat(keys.of("ec").chain()).containsExactly(curve, authority.root());
        }
        assertThat(output.getAll()).doesNotContain(SoftToken.PIN);
    }

    @Test
    void a_token_that_forgot_the_login_is_entered_again() throws Exception {
        try (ConfigurableApplicationContext context =
                start(key("ec", "alias", "seal-ec"), key("ec", "password", SoftToken.PIN))) {
            token.logOut();

            assertThat(seal(context, "ec").signer()).isEqualTo("seal-ec");
        }
    }

    @Test
    void what_is_wrong_stops_the_start_and_says_what() throws Exception {
        token.logOut();
        assertThatThrownBy(() -> start(key("ec", "alias", "seal-ec"), key("ec", "password", "000000")))
                .hasStackTraceContaining("the token can't be entered: CKR_PIN_INCORRECT")
                .hasStackTraceContaining("A key of ec (anuyat.signing.keys");
        assertThatThrownBy(() -> start(key("ec", "alias", "other"), key("ec", "password", SoftToken.PIN)))
                .hasStackTraceContaining("no private key with a certificate named other");
        assertThatThrownBy(() -> start(key("ec", "password", SoftToken.PIN)))
                .hasStackTraceContaining("holds 2 keys: name one by its alias");
        assertThatThrownBy(() -> start(key("ec", "alias", "seal-ec")))
                .hasStackTraceContaining("it has no password and no password-file");
        assertThatThrownBy(() -> start(
                        "--anuyat.signing.keys.ec[0].pkcs11.library=/nowhere/library.so",
                        key("ec", "password", SoftToken.PIN)))
                .hasStackTraceContaining("PKCS#11 library can't be loaded");
        assertThatThrownBy(() -> start(
                        key("ec", "use", "TOKEN"), key("ec", "alias", "seal-rsa"), key("ec", "password", SoftToken.PIN)))
                .hasStackTraceContaining("must be ECDSA P-256");
    }

    private static void assertSigns(SigningKey key, X509Certificate certificate, String algorithm) throws Exception {
        byte[] data = "ใบอนุญาต".getBytes(StandardCharsets.UTF_8);
        Signature verifier = Signature.getInstance(algorithm, algorithm.endsWith("RSA") ? "SunRsaSign" : "SunEC");
        verifier.initVerify(certificate);
        verifier.update(data);
        assertThat(verifier.verify(key.sign(data))).isTrue();
        verifier.update(data);
        assertThat(verifier.verify(key.signHash(MessageDigest.getInstance("SHA-256").digest(data))))
                .isTrue();
    }

    private static SealedDocument seal(ConfigurableApplicationContext context, String agency) {
        return context.getBean(DocumentSealing.class)
                .seal(new SealOrder("order/" + agency, agency, DocumentKind.PERMIT, SamplePermit.pdf(), "", ""));
    }

    private static String key(String agency, String name, String value) {
        return "--anuyat.signing.keys." + agency + "[0]." + name + "=" + value;
    }

    private static ConfigurableApplicationContext start(String... settings) throws Exception {
        Stream<String> tokens = Stream.of("rsa", "ec")
                .filter(agency -> Stream.of(settings).anyMatch(setting -> setting.contains("keys." + agency + "[")))
                .flatMap(agency -> Stream.of(
                        key(agency, "pkcs11.library", SoftToken.LIBRARY.toString()),
                        key(agency, "pkcs11.chain", folder.resolve("chain.pem").toString())))
                .filter(setting -> Stream.of(settings)
                        .noneMatch(own -> own.startsWith(setting.substring(0, setting.indexOf('=') + 1))));
        Stream<String> common = Stream.of(
                "--anuyat.mode=production",
                "--anuyat.signing.home=" + Files.createTempDirectory(folder, "home"),
                "--anuyat.signing.trust-anchors=" + authority.anchors(folder),
                "--anuyat.signing.levels.permit=PAdES_BASELINE_B",
                "--anuyat.signing.revocation.online=false");
        return new SpringApplicationBuilder(SigningService.class)
                .web(WebApplicationType.NONE)
                .run(Stream.of(common, tokens, Stream.of(settings)).flatMap(part -> part).toArray(String[]::new));
    }
}
