package org.anuyat.signing.service.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.anuyat.signing.api.SigningProblem;
import org.anuyat.signing.api.SigningRefusal;
import org.anuyat.signing.service.SigningService;
import org.anuyat.signing.service.TestAuthority;
import org.anuyat.signing.service.keys.configured.KeyStoreFile;
import org.anuyat.signing.service.keys.watch.ExpiryWatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** Several keys of one agency, one after another, and warnings before the last one ends. */
@ExtendWith(OutputCaptureExtension.class)
class RollOverTest {

    private static final Instant JANUARY = Instant.parse("2026-01-01T00:00:00Z");

    @TempDir
    Path folder;

    TestAuthority authority;
    X509Certificate old;
    X509Certificate next;

    @BeforeEach
    void issue() throws Exception {
        authority = new TestAuthority();
        old = store("old", JANUARY, JANUARY.plus(365, ChronoUnit.DAYS));
        next = store("next", JANUARY.plus(200, ChronoUnit.DAYS), JANUARY.plus(800, ChronoUnit.DAYS));
    }

    @Test
    void the_new_key_takes_over_on_its_day_and_the_old_one_stays_known() {
        String[] both = keys("old", "", "next", JANUARY.plus(300, ChronoUnit.DAYS).toString());
        assertThat(signerAfter(10, both)).isEqualTo(old);
        assertThat(signerAfter(250, both)).as("valid already, but not on duty").isEqualTo(old);
        assertThat(signerAfter(300, both)).isEqualTo(next);
        assertThat(signerAfter(700, both)).isEqualTo(next);
        try (ConfigurableApplicationContext context = start(700, both)) {
            assertThat(context.getBean(SealKeyring.class).history("bma", KeyUse.SEAL))
                    .extracting(key -> key.key().certificate())
                    .containsExactly(old, next);
        }
    }

    @Test
    void without_a_key_on_duty_nothing_is_sealed() {
        assertThatThrownBy(() -> signerAfter(801, keys("old", "", "next", "")))
                .isInstanceOfSatisfying(
                        SigningRefusal.class,
                        refusal -> assertThat(refusal.problem()).isEqualTo(SigningProblem.CERTIFICATE_NOT_VALID));
    }

    @Test
    void each_warning_comes_once_and_over_restarts(CapturedOutput output) {
        int warnings = 0;
        for (int day : new int[] {200, 276, 276, 300, 336, 337, 358, 359, 360}) {
            try (ConfigurableApplicationContext context = start(day, keys("old", ""))) {
                context.getBean(ExpiryWatch.class).look();
                context.getBean(ExpiryWatch.class).look();
                warnings += (int) context.getBean(MeterRegistry.class).find("anuyat.signing.certificate.warnings").counters().stream()
                        .mapToDouble(counter -> counter.count())
                        .sum();
                assertThat(context.getBean(MeterRegistry.class)
                                .get("anuyat.signing.certificate.left")
                                .tag("agency", "bma")
                                .gauge()
                                .value())
                        .isEqualTo(365 - day);
            }
        }
        assertThat(warnings).isEqualTo(3);
        assertThat(output.getAll().lines().filter(line -> line.contains("have a new one issued")))
                .hasSize(3)
                .satisfiesExactly(
                        line -> assertThat(line).contains("in 89 days"),
                        line -> assertThat(line).contains("in 29 days"),
                        line -> assertThat(line).contains("in 6 days"));
    }

    @Test
    void a_successor_is_no_reason_to_warn(CapturedOutput output) {
        try (ConfigurableApplicationContext context = start(360, keys("old", "", "next", ""))) {
            context.getBean(ExpiryWatch.class).look();
            assertThat(health(context).getDetails()).containsEntry("expiring", List.of());
        }
        assertThat(output.getAll()).doesNotContain("have a new one issued");
    }

    @Test
    void the_health_tells_what_ends_and_turns_down_when_no_key_is_on_duty() {
        try (ConfigurableApplicationContext context = start(360, keys("old", ""))) {
            assertThat(health(context).getStatus()).isEqualTo(Status.UP);
            assertThat(health(context).getDetails()).containsEntry("expiring", List.of("bma/SEAL: 5 days"));
        }
        try (ConfigurableApplicationContext context = start(366, keys("old", ""))) {
            assertThat(health(context).getStatus()).isEqualTo(Status.DOWN);
            assertThat(health(context).getDetails()).containsEntry("bma/SEAL", "no key on duty");
        }
    }

    private static Health health(ConfigurableApplicationContext context) {
        return context.getBean("keysHealthIndicator", HealthIndicator.class).health();
    }

    private X509Certificate signerAfter(int days, String... settings) {
        try (ConfigurableApplicationContext context = start(days, settings)) {
            return context.getBean(SealKeyring.class).of("bma").certificate();
        }
    }

    private X509Certificate store(String name, Instant from, Instant until) throws Exception {
        KeyPair keys = TestAuthority.keys("EC", 256);
        X509Certificate certificate = authority.issue(name, keys.getPublic(), from, until);
        Files.write(
                folder.resolve(name + ".p12"), KeyStoreFile.write(keys.getPrivate(), List.of(certificate), "a password"));
        return certificate;
    }

    /** Settings for keys: names and first days of duty by turns. */
    private String[] keys(String... namesAndDays) {
        return Stream.iterate(0, i -> i < namesAndDays.length, i -> i + 2)
                .flatMap(i -> {
                    String key = "--anuyat.signing.keys.bma[" + i / 2 + "].";
                    Stream<String> file = Stream.of(
                            key + "file=" + folder.resolve(namesAndDays[i] + ".p12"), key + "password=a password");
                    return namesAndDays[i + 1].isEmpty()
                            ? file
                            : Stream.concat(file, Stream.of(key + "from=" + namesAndDays[i + 1]));
                })
                .toArray(String[]::new);
    }

    private ConfigurableApplicationContext start(int days, String... settings) {
        Clock clock = Clock.fixed(JANUARY.plus(days, ChronoUnit.DAYS), ZoneOffset.UTC);
        return new SpringApplicationBuilder(SigningService.class)
                .web(WebApplicationType.NONE)
                .properties(Map.of(
                        "anuyat.signing.home", folder.resolve("home").toString(),
                        "anuyat.signing.levels.permit", "PAdES_BASELINE_B"))
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean("fixed", Clock.class, () -> clock, definition -> definition.setPrimary(true)))
                .run(settings);
    }
}
