package org.anuyat.signing.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.anuyat.signing.api.DocumentSealing;
import org.anuyat.signing.api.SealedDocument;
import org.anuyat.signing.api.validation.DocumentValidation;
import org.anuyat.signing.api.validation.Reason;
import org.anuyat.signing.api.validation.ValidationReport;
import org.anuyat.signing.api.validation.Verdict;
import org.anuyat.signing.service.keys.configured.KeyStoreFile;
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
        TestAuthority authority = new TestAuthority();
        KeyPair sealKeys = TestAuthority.keys("EC", 256);
        X509Certificate seal = authority.issue(
                "สำนักงานเขต", sealKeys.getPublic(), NOW.minus(1, ChronoUnit.DAYS), NOW.plus(30, ChronoUnit.DAYS));
        Path store = Files.write(
                folder.resolve("bma.p12"),
                KeyStoreFile.write(sealKeys.getPrivate(), List.of(seal, authority.root()), "a password"));
        Path anchors = authority.anchors(folder);

        try (ConfigurableApplicationContext production = new SpringApplicationBuilder(SigningService.class)
                .web(WebApplicationType.NONE)
                .run(
                        "--anuyat.mode=production",
                        "--anuyat.signing.home=" + folder.resolve("home"),
                        "--anuyat.signing.trust-anchors=" + anchors,
                        "--anuyat.signing.revocation.online=false",
                        "--anuyat.signing.levels.permit=PAdES_BASELINE_B",
                        "--anuyat.signing.keys.bma[0].file=" + store,
                        "--anuyat.signing.keys.bma[0].password=a password")) {
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
}
