package org.anuyat.signing.service.levels;

import static org.anuyat.signing.service.levels.Following.NEVER;
import static org.anuyat.signing.service.levels.Following.QUICK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
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
import org.anuyat.signing.api.validation.Reason;
import org.anuyat.signing.api.validation.ValidationReport;
import org.anuyat.signing.api.validation.Verdict;
import org.anuyat.signing.service.Orders;
import org.anuyat.signing.service.SamplePermit;
import org.anuyat.signing.service.Tampering;
import org.anuyat.testing.PdfConformance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;

/** From the sealed document to the one that can be trusted for decades. */
class LevelsTest {

    @TempDir
    Path home;

    @Test
    void a_permit_reaches_its_archive_level_and_stays_valid_with_every_reader() throws Exception {
        SealOrder order = Orders.seal("permit/1", SamplePermit.pdf());
        try (Following service = start(QUICK)) {
            SealedDocument sealed = service.service().getBean(DocumentSealing.class).seal(order);
            assertThat(sealed.level()).isEqualTo(SignatureLevel.PAdES_BASELINE_T);
            assertThat(service.validate(sealed.pdf()).verdict()).isEqualTo(Verdict.VALID);

            LevelState state = service.reached("permit/1", SignatureLevel.PAdES_BASELINE_LTA);

            byte[] raised = service.latest("permit/1");
            ValidationReport report = service.validate(raised);
            assertThat(report.verdict()).as("%s", report.reasons()).isEqualTo(Verdict.VALID);
            assertThat(report.signatures().get(0).level()).isEqualTo("PAdES-BASELINE-LTA");
            assertThat(report.signatures().get(0).provenAt()).isNotNull();
            assertThat(report.documentSha256()).isEqualTo(state.sha256());
            assertThat(state.problem()).isNull();
            assertThat(state.stampEnds()).isAfter(Instant.now());
            assertThat(raised).startsWith(sealed.pdf());
            assertThat(Following.revisions(raised))
                    .as("data and stamp come in one")
                    .isEqualTo(Following.revisions(sealed.pdf()) + 1);
            assertThat(PdfConformance.findings(raised)).isEmpty();
            assertThat(service.service().getBean(DocumentSealing.class).seal(order).pdf()).isEqualTo(sealed.pdf());
            OtherReaders.agree(
                    home, service.service().getBean(TrustInformation.class).trust().anchors().get(0).der(), raised);
            for (Tampering tampering : Tampering.values()) {
                assertThat(service.validate(tampering.on(raised)).verdict())
                        .as("%s", tampering)
                        .isEqualTo(Verdict.INVALID);
            }
            byte[] cut = Arrays.copyOf(raised, raised.length - 40);
            assertThat(service.validate(cut).reasons()).contains(Reason.CUT_OFF);
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
        try (Following service = start(QUICK)) {
            assertThat(service.state("permit/killed").wanted()).isEqualTo(SignatureLevel.PAdES_BASELINE_LTA);
            service.reached("permit/killed", SignatureLevel.PAdES_BASELINE_LTA);
            assertThat(service.validate(service.latest("permit/killed")).verdict()).isEqualTo(Verdict.VALID);
        }
    }

    @Test
    void an_archive_time_stamp_is_renewed_before_its_certificate_or_its_algorithm_ends() {
        String retired = LocalDate.now(ZoneOffset.UTC).plusYears(3).toString();
        try (Following service = start(QUICK, "--anuyat.signing.time-stamps.retired.EC256=" + retired)) {
            service.seal("permit/3");
            LevelState state = service.reached("permit/3", SignatureLevel.PAdES_BASELINE_LTA);
            int year = LocalDate.parse(retired).plusDays(1).minusDays(365).getYear();
            RenewalReport report = service.service().getBean(SealLevels.class).renewals(20);
            assertThat(report.followed()).isEqualTo(1);
            assertThat(report.years())
                    .filteredOn(row -> row.documents() > 0)
                    .containsExactly(new RenewalReport.Year(year, 1));
            assertThat(state.version()).isEqualTo(1);
        }
        try (Following service = start(
                QUICK,
                "--anuyat.signing.time-stamps.renew-before=3660d",
                "--anuyat.signing.time-stamps.renew-again=0s")) {
            LevelState state = service.await("permit/3", found -> found.version() == 2);
            assertThat(state.reached()).isEqualTo(SignatureLevel.PAdES_BASELINE_LTA);
            ValidationReport report = service.validate(service.latest("permit/3"));
            assertThat(report.verdict()).as("%s", report.reasons()).isEqualTo(Verdict.VALID);
            assertThat(report.signatures()).hasSize(3);
        }
    }

    @Test
    void what_is_not_followed_is_not_known() {
        try (Following service = start(NEVER)) {
            service.service()
                    .getBean(DocumentSealing.class)
                    .seal(new SealOrder("permit/4", "bma", DocumentKind.RECEIPT, SamplePermit.pdf(), "", ""));
            assertThatThrownBy(() -> service.state("permit/4"))
                    .isInstanceOfSatisfying(
                            SigningRefusal.class,
                            refusal -> assertThat(refusal.problem()).isEqualTo(SigningProblem.UNKNOWN_DOCUMENT));
        }
    }

    /** Seals in a process of its own that another one then kills. */
    static final class SealAndWait {

        private SealAndWait() {}

        public static void main(String[] arguments) throws Exception {
            Following service =
                    Following.demonstration(WebApplicationType.NONE, Path.of(arguments[0]), NEVER);
            if (service.seal("permit/killed").level() == SignatureLevel.PAdES_BASELINE_T) {
                Files.createFile(Path.of(arguments[1]));
            }
            Thread.sleep(TimeUnit.MINUTES.toMillis(5));
        }
    }

    private Following start(String... settings) {
        return Following.demonstration(WebApplicationType.NONE, home, settings);
    }
}
