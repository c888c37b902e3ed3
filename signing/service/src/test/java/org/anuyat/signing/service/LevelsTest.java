package org.anuyat.signing.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.anuyat.signing.api.DocumentKind;
import org.anuyat.signing.api.DocumentSealing;
import org.anuyat.signing.api.SealOrder;
import org.anuyat.signing.api.SealedDocument;
import org.anuyat.signing.api.SignatureLevel;
import org.anuyat.signing.api.SigningProblem;
import org.anuyat.signing.api.SigningRefusal;
import org.anuyat.signing.api.TrustInformation;
import org.anuyat.signing.api.levels.LevelState;
import org.anuyat.signing.api.levels.RenewalReport;
import org.anuyat.signing.api.levels.SealLevels;
import org.anuyat.signing.api.validation.DocumentValidation;
import org.anuyat.signing.api.validation.Reason;
import org.anuyat.signing.api.validation.ValidationOrder;
import org.anuyat.signing.api.validation.ValidationReport;
import org.anuyat.signing.api.validation.Verdict;
import org.anuyat.testing.PdfConformance;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** From the sealed document to the one that can be trusted for decades. */
class LevelsTest {

    private static final String QUICK = "--anuyat.signing.time-stamps.every=100ms";
    private static final String NEVER = "--anuyat.signing.time-stamps.every=1d";

    @TempDir
    Path home;

    @Test
    void a_permit_reaches_its_archive_level_and_stays_valid_with_every_reader() throws Exception {
        SealOrder order = Orders.seal("permit/1", SamplePermit.pdf());
        try (ConfigurableApplicationContext service = start(QUICK)) {
            SealedDocument sealed = service.getBean(DocumentSealing.class).seal(order);
            assertThat(sealed.level()).isEqualTo(SignatureLevel.PAdES_BASELINE_T);
            assertThat(validate(service, sealed.pdf()).verdict()).isEqualTo(Verdict.VALID);

            LevelState state = reached(service, "permit/1", SignatureLevel.PAdES_BASELINE_LTA);

            SealedDocument raised = service.getBean(SealLevels.class).latest("permit/1");
            ValidationReport report = validate(service, raised.pdf());
            assertThat(report.verdict()).as("%s", report.reasons()).isEqualTo(Verdict.VALID);
            assertThat(report.signatures().get(0).level()).isEqualTo("PAdES-BASELINE-LTA");
            assertThat(report.signatures().get(0).provenAt()).isNotNull();
            assertThat(report.documentSha256()).isEqualTo(state.sha256());
            assertThat(state.problem()).isNull();
            assertThat(state.stampEnds()).isAfter(Instant.now());
            assertThat(raised.pdf()).startsWith(sealed.pdf());
            assertThat(revisions(raised.pdf())).as("data and stamp come in one").isEqualTo(revisions(sealed.pdf()) + 1);
            assertThat(PdfConformance.findings(raised.pdf())).isEmpty();
            assertThat(service.getBean(DocumentSealing.class).seal(order).pdf()).isEqualTo(sealed.pdf());
            othersAgree(service, raised.pdf());
            for (Tampering tampering : Tampering.values()) {
                assertThat(validate(service, tampering.on(raised.pdf())).verdict())
                        .as("%s", tampering)
                        .isEqualTo(Verdict.INVALID);
            }
            byte[] cut = Arrays.copyOf(raised.pdf(), raised.pdf().length - 40);
            assertThat(validate(service, cut).reasons()).contains(Reason.CUT_OFF);
        }
    }

    @Test
    void dead_authorities_delay_no_sealing_and_the_state_says_so_until_one_lives() throws Exception {
        String dead = "http://localhost:" + closedPort() + "/tsa";
        try (ConfigurableApplicationContext service = start(
                QUICK,
                "--anuyat.signing.time-stamps.settle=0s",
                "--anuyat.signing.time-stamps.authorities[0].url=" + dead)) {
            SealedDocument sealed =
                    service.getBean(DocumentSealing.class).seal(Orders.seal("permit/2", SamplePermit.pdf()));
            assertThat(sealed.level()).isEqualTo(SignatureLevel.PAdES_BASELINE_B);
            assertThat(validate(service, sealed.pdf()).verdict()).isEqualTo(Verdict.VALID);
            LevelState state = await(service, "permit/2", found -> found.attempts() > 0);
            assertThat(state.reached()).isEqualTo(SignatureLevel.PAdES_BASELINE_B);
            assertThat(state.wanted()).isEqualTo(SignatureLevel.PAdES_BASELINE_LTA);
            assertThat(state.problem()).contains("time-stamp authorit");
            assertThat(state.nextTry()).isAfter(state.changedAt());
        }
        try (ConfigurableApplicationContext authority = start(WebApplicationType.SERVLET, NEVER, "--server.port=0");
                ConfigurableApplicationContext service = start(
                        QUICK,
                        "--anuyat.signing.time-stamps.authorities[0].url=" + dead,
                        "--anuyat.signing.time-stamps.authorities[1].url=http://localhost:"
                                + authority.getEnvironment().getProperty("local.server.port")
                                + "/demo-pki/tsa")) {
            reached(service, "permit/2", SignatureLevel.PAdES_BASELINE_LTA);
            byte[] raised = service.getBean(SealLevels.class).latest("permit/2").pdf();
            assertThat(validate(service, raised).verdict()).isEqualTo(Verdict.VALID);
        }
    }

    @Test
    void a_time_stamp_of_an_authority_that_nobody_trusts_is_not_taken() throws Exception {
        Path elsewhere = Files.createDirectory(home.resolve("elsewhere"));
        try (ConfigurableApplicationContext stranger = start(
                        WebApplicationType.SERVLET, NEVER, "--server.port=0", "--anuyat.signing.home=" + elsewhere);
                ConfigurableApplicationContext service = start(
                        NEVER,
                        "--anuyat.signing.home=" + home.resolve("own"),
                        "--anuyat.signing.time-stamps.authorities[0].url=http://localhost:"
                                + stranger.getEnvironment().getProperty("local.server.port")
                                + "/demo-pki/tsa")) {
            SealedDocument sealed =
                    service.getBean(DocumentSealing.class).seal(Orders.seal(SamplePermit.pdf()));
            assertThat(sealed.level()).isEqualTo(SignatureLevel.PAdES_BASELINE_B);
        }
    }

    @Test
    void a_kill_between_the_time_stamp_and_the_revocation_data_loses_nothing() throws Exception {
        Path ready = home.resolve("ready");
        Process killed = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        SealAndWait.class.getName(),
                        home.toString(),
                        ready.toString())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("output").toFile())
                .start();
        try {
            for (int i = 0; i < 600 && !Files.exists(ready) && killed.isAlive(); i++) {
                Thread.sleep(100);
            }
            assertThat(ready).as(Files.readString(home.resolve("output"))).exists();
        } finally {
            killed.destroyForcibly().waitFor();
        }
        try (ConfigurableApplicationContext service = start(QUICK)) {
            assertThat(service.getBean(SealLevels.class).state("permit/killed").wanted())
                    .isEqualTo(SignatureLevel.PAdES_BASELINE_LTA);
            reached(service, "permit/killed", SignatureLevel.PAdES_BASELINE_LTA);
            byte[] raised = service.getBean(SealLevels.class).latest("permit/killed").pdf();
            assertThat(validate(service, raised).verdict()).isEqualTo(Verdict.VALID);
        }
    }

    @Test
    void an_archive_time_stamp_is_renewed_before_its_certificate_or_its_algorithm_ends() {
        int year;
        String retired = LocalDate.now(ZoneOffset.UTC).plusYears(3).toString();
        try (ConfigurableApplicationContext service =
                start(QUICK, "--anuyat.signing.time-stamps.retired.EC256=" + retired)) {
            service.getBean(DocumentSealing.class).seal(Orders.seal("permit/3", SamplePermit.pdf()));
            LevelState state = reached(service, "permit/3", SignatureLevel.PAdES_BASELINE_LTA);
            year = LocalDate.parse(retired).plusDays(1).minusDays(365).getYear();
            RenewalReport report = service.getBean(SealLevels.class).renewals(20);
            assertThat(report.followed()).isEqualTo(1);
            assertThat(report.years())
                    .filteredOn(row -> row.documents() > 0)
                    .containsExactly(new RenewalReport.Year(year, 1));
            assertThat(state.version()).isEqualTo(1);
        }
        try (ConfigurableApplicationContext service = start(
                QUICK,
                "--anuyat.signing.time-stamps.renew-before=3660d",
                "--anuyat.signing.time-stamps.renew-again=0s")) {
            LevelState state = await(service, "permit/3", found -> found.version() == 2);
            assertThat(state.reached()).isEqualTo(SignatureLevel.PAdES_BASELINE_LTA);
            ValidationReport report =
                    validate(service, service.getBean(SealLevels.class).latest("permit/3").pdf());
            assertThat(report.verdict()).as("%s", report.reasons()).isEqualTo(Verdict.VALID);
            assertThat(report.signatures()).hasSize(3);
        }
    }

    @Test
    void what_is_not_followed_is_not_known() {
        try (ConfigurableApplicationContext service =
                start(NEVER)) {
            service.getBean(DocumentSealing.class)
                    .seal(new SealOrder("permit/4", "bma", DocumentKind.RECEIPT, SamplePermit.pdf(), "", ""));
            assertThatThrownBy(() -> service.getBean(SealLevels.class).state("permit/4"))
                    .isInstanceOfSatisfying(
                            SigningRefusal.class,
                            refusal -> assertThat(refusal.problem()).isEqualTo(SigningProblem.UNKNOWN_DOCUMENT));
        }
    }

    /** Seals in a process of its own that another one then kills. */
    static final class SealAndWait {

        private SealAndWait() {}

        public static void main(String[] arguments) throws Exception {
            ConfigurableApplicationContext service =
                    run(WebApplicationType.NONE, Path.of(arguments[0]), NEVER);
            SealedDocument sealed =
                    service.getBean(DocumentSealing.class).seal(Orders.seal("permit/killed", SamplePermit.pdf()));
            if (sealed.level() == SignatureLevel.PAdES_BASELINE_T) {
                Files.createFile(Path.of(arguments[1]));
            }
            Thread.sleep(TimeUnit.MINUTES.toMillis(5));
        }
    }

    private void othersAgree(ConfigurableApplicationContext service, byte[] pdf) throws Exception {
        Files.write(home.resolve("raised.pdf"), pdf);
        Files.write(
                home.resolve("root.der"),
                service.getBean(TrustInformation.class).trust().anchors().get(0).der());
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDSignature seal = document.getSignatureDictionaries().stream()
                    .filter(signature -> "ETSI.CAdES.detached".equals(signature.getSubFilter()))
                    .findFirst()
                    .orElseThrow();
            Files.write(home.resolve("signed"), seal.getSignedContent(pdf));
            byte[] cms = seal.getContents(pdf);
            Files.write(home.resolve("cms"), Arrays.copyOf(cms, 4 + ((cms[2] & 0xff) << 8 | cms[3] & 0xff)));
        }
        output("openssl", "x509", "-inform", "DER", "-in", "root.der", "-out", "root.pem");
        assertThat(output("openssl", "cms", "-verify", "-inform", "DER", "-in", "cms", "-content", "signed", "-binary",
                        "-CAfile", "root.pem", "-purpose", "any", "-out", "verified"))
                .containsIgnoringCase("verification successful");
        assertThat(output("pdfsig", "raised.pdf"))
                .contains("Signature is Valid", "ETSI.CAdES.detached", "Total document signed")
                .doesNotContain("Signature is Invalid", "Digest Mismatch");
    }

    private String output(String... command) throws Exception {
        Process process =
                new ProcessBuilder(command).directory(home.toFile()).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return output;
    }

    private static int revisions(byte[] pdf) {
        return new String(pdf, StandardCharsets.ISO_8859_1).split("%%EOF", -1).length - 1;
    }

    private static ValidationReport validate(ConfigurableApplicationContext service, byte[] pdf) {
        return service.getBean(DocumentValidation.class).validate(new ValidationOrder(pdf, false));
    }

    private static LevelState reached(ConfigurableApplicationContext service, String key, SignatureLevel level) {
        return await(service, key, state -> state.reached() == level);
    }

    private static LevelState await(
            ConfigurableApplicationContext service, String key, Predicate<LevelState> wanted) {
        Instant end = Instant.now().plus(Duration.ofSeconds(25));
        LevelState state = service.getBean(SealLevels.class).state(key);
        while (!wanted.test(state)) {
            assertThat(Instant.now()).as("%s", state).isBefore(end);
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            state = service.getBean(SealLevels.class).state(key);
        }
        return state;
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private ConfigurableApplicationContext start(String... settings) {
        return start(WebApplicationType.NONE, settings);
    }

    private ConfigurableApplicationContext start(WebApplicationType type, String... settings) {
        return run(type, home, settings);
    }

    private static ConfigurableApplicationContext run(WebApplicationType type, Path home, String... settings) {
        return new SpringApplicationBuilder(SigningService.class)
                .web(type)
                .run(Stream.concat(
                                Stream.of(settings),
                                Stream.concat(
                                        List.of(settings).stream().anyMatch(s -> s.contains("signing.home="))
                                                ? Stream.empty()
                                                : Stream.of("--anuyat.signing.home=" + home),
                                        Stream.of(
                                                "--anuyat.mode=demonstration",
                                                "--anuyat.signing.levels.permit=PAdES_BASELINE_LTA",
                                                "--anuyat.signing.time-stamps.first-retry=200ms",
                                                "--anuyat.signing.time-stamps.longest-retry=1s",
                                                "--anuyat.signing.time-stamps.pause=500ms")))
                        .toArray(String[]::new));
    }
}
