package org.anuyat.signing.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.anuyat.signing.api.DocumentKind;
import org.anuyat.signing.api.DocumentSealing;
import org.anuyat.signing.api.SealOrder;
import org.anuyat.signing.api.SealedDocument;
import org.anuyat.signing.api.SigningProblem;
import org.anuyat.signing.api.SigningRefusal;
import org.anuyat.signing.api.TrustInformation;
import org.anuyat.signing.api.token.PermitFacts;
import org.anuyat.signing.api.token.PermitTokens;
import org.anuyat.signing.api.token.TokenText;
import org.anuyat.signing.api.validation.DocumentValidation;
import org.anuyat.signing.api.validation.Reason;
import org.anuyat.signing.api.validation.ValidationReport;
import org.anuyat.signing.api.validation.Verdict;
import org.anuyat.signing.service.demonstration.DemonstrationTimeStamps;
import org.anuyat.signing.service.demonstration.RevocationAnswers;
import org.anuyat.signing.service.keys.configured.KeyStoreFile;
import org.anuyat.signing.service.keys.SealKeyring;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

class ModeTest {

    @TempDir
    Path home;

    @Test
    void the_demonstration_authority_cannot_be_switched_on_in_production() {
        assertThatThrownBy(() -> start("--anuyat.mode=production", "--anuyat.signing.demonstration.enabled=true"))
                .hasStackTraceContaining("only possible with anuyat.mode=demonstration");
        assertThatThrownBy(() -> start("--anuyat.signing.demonstration.enabled=true"))
                .hasStackTraceContaining("only possible with anuyat.mode=demonstration");
    }

    @Test
    void in_production_nobody_is_trusted_and_nothing_is_sealed_without_settings() {
        byte[] sealed;
        try (ConfigurableApplicationContext demonstration = start("--anuyat.mode=demonstration")) {
            sealed = seal(demonstration).pdf();
        }
        try (ConfigurableApplicationContext production = start("--anuyat.mode=production")) {
            assertThat(production.getBean(TrustInformation.class).trust().anchors()).isEmpty();
            assertThat(production.getBeanProvider(DemonstrationTimeStamps.class)).isEmpty();
            assertThatThrownBy(() -> seal(production))
                    .isInstanceOfSatisfying(
                            SigningRefusal.class,
                            refusal -> assertThat(refusal.problem()).isEqualTo(SigningProblem.UNKNOWN_AGENCY));

            ValidationReport report = validate(production, sealed);
            assertThat(report.verdict()).isEqualTo(Verdict.INDETERMINATE);
            assertThat(report.reasons()).contains(Reason.UNTRUSTED_SIGNER);
            assertThat(report.demonstration()).isTrue();
        }
    }

    @Test
    void demonstration_keys_and_roots_are_refused_as_real_ones() throws Exception {
        byte[] root;
        try (ConfigurableApplicationContext demonstration =
                start("--anuyat.mode=demonstration", "--anuyat.signing.demonstration.password=secret-of-the-test")) {
            seal(demonstration);
            root = demonstration.getBean(TrustInformation.class).trust().anchors().get(0).der();
        }
        Path anchors = Files.createDirectory(home.resolve("anchors"));
        Files.write(anchors.resolve("root.der"), root);
        assertThatThrownBy(() -> start("--anuyat.mode=production", "--anuyat.signing.trust-anchors=" + anchors))
                .hasStackTraceContaining("holds a demonstration root");
        assertThatThrownBy(() -> start(
                        "--anuyat.mode=production",
                        "--anuyat.signing.keys.bma[0].file=" + home.resolve("demonstration/seal-bma.p12"),
                        "--anuyat.signing.keys.bma[0].password=secret-of-the-test"))
                .hasStackTraceContaining("is a demonstration key");
    }

    @Test
    void whoever_can_seal_permits_names_a_time_stamp_authority_or_another_level() throws Exception {
        KeyPair keys = TestAuthority.keys("EC", 256);
        TestAuthority authority = new TestAuthority();
        X509Certificate certificate = authority.issue(
                "เทศบาล", keys.getPublic(), Instant.now().minusSeconds(60), Instant.now().plusSeconds(3600));
        Path store = Files.write(
                home.resolve("seal.p12"),
                KeyStoreFile.write(keys.getPrivate(), List.of(certificate, authority.root()), "a password"));
        String[] settings = {
            "--anuyat.mode=production",
            "--anuyat.signing.trust-anchors=" + authority.anchors(home),
            "--anuyat.signing.keys.bma[0].file=" + store,
            "--anuyat.signing.keys.bma[0].password=a password"
        };
        assertThatThrownBy(() -> start(settings))
                .hasStackTraceContaining("set anuyat.signing.time-stamps.authorities[0].url")
                .hasStackTraceContaining("anuyat.signing.levels.permit=PAdES_BASELINE_B");
        start(Stream.concat(Stream.of(settings), Stream.of("--anuyat.signing.levels.permit=PAdES_BASELINE_B"))
                        .toArray(String[]::new))
                .close();
    }

    @Test
    void what_only_bears_the_name_of_the_national_root_is_refused() throws Exception {
        for (String name : new String[] {
            "CN=Thailand National Root Certification Authority - G1,C=TH",
            "CN=THAILAND  National Root Certification Authority - G3,O=Electronic Transactions Development Agency,C=TH"
        }) {
            Path anchors = Files.createTempDirectory(home, "anchors");
            Files.write(anchors.resolve("nrca.crt"), new TestAuthority(name).root().getEncoded());
            assertThatThrownBy(() -> start("--anuyat.mode=production", "--anuyat.signing.trust-anchors=" + anchors))
                    .hasStackTraceContaining("isn't one of NRCA's");
        }
    }

    @Test
    void after_a_restart_keys_and_sealed_documents_are_the_same() {
        SealedDocument before;
        TokenText token;
        try (ConfigurableApplicationContext first = start("--anuyat.mode=demonstration")) {
            before = seal(first);
            token = first.getBean(PermitTokens.class)
                    .issue(new PermitFacts("bma", "1", "ใบอนุญาต", "สมชาย", LocalDate.now(ZoneId.of("Asia/Bangkok")), null, "AAAA"));
        }
        try (ConfigurableApplicationContext second = start("--anuyat.mode=demonstration")) {
            assertThat(second.getBean(DocumentSealing.class).seal(Orders.seal("restart", permit)))
                    .usingRecursiveComparison()
                    .isEqualTo(before);
            assertThat(validate(second, before.pdf()).verdict()).isEqualTo(Verdict.VALID);
            assertThat(second.getBean(PermitTokens.class).check(token).verdict()).isEqualTo(Verdict.VALID);
        }
    }

    @Test
    void nobody_else_can_read_the_files() throws Exception {
        start("--anuyat.mode=demonstration").close();

        List<String> open = new ArrayList<>();
        try (Stream<Path> files = Files.walk(home.resolve("demonstration"))) {
            for (Path file : files.toList()) {
                String permissions = PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
                if (!permissions.endsWith("------")) {
                    open.add(file + " " + permissions);
                }
            }
        }
        assertThat(open).isEmpty();
    }

    @Test
    void a_revoked_certificate_is_refused() {
        try (ConfigurableApplicationContext context = start("--anuyat.mode=demonstration")) {
            // without a time stamp nothing proves that the seal is older than the revocation
            byte[] sealed = context.getBean(DocumentSealing.class)
                    .seal(new SealOrder("revoked", "bma", DocumentKind.ORDER, permit, "", ""))
                    .pdf();
            context.getBean(RevocationAnswers.class)
                    .revoke(context.getBean(SealKeyring.class).of("bma").certificate());

            ValidationReport report = validate(context, sealed);

            assertThat(report.verdict()).isNotEqualTo(Verdict.VALID);
            assertThat(report.reasons()).contains(Reason.CERTIFICATE_REVOKED);
        }
    }

    @Test
    void where_another_process_signs_there_are_no_keys_here() {
        try (ConfigurableApplicationContext context =
                start("--anuyat.mode=demonstration", "--anuyat.signing.url=http://signing:8090")) {
            assertThat(context.getBeanProvider(DocumentSealing.class).stream()).isEmpty();
            assertThat(home.resolve("demonstration")).doesNotExist();
        }
    }

    private final byte[] permit = SamplePermit.pdf();

    private SealedDocument seal(ConfigurableApplicationContext context) {
        return context.getBean(DocumentSealing.class).seal(Orders.seal("restart", permit));
    }

    private static ValidationReport validate(ConfigurableApplicationContext context, byte[] document) {
        return context.getBean(DocumentValidation.class).validate(Orders.validate(document));
    }

    private ConfigurableApplicationContext start(String... settings) {
        String[] arguments = Stream.concat(Stream.of("--anuyat.signing.home=" + home), Stream.of(settings))
                .toArray(String[]::new);
        return new SpringApplicationBuilder(SigningService.class)
                .web(WebApplicationType.NONE)
                .run(arguments);
    }
}
