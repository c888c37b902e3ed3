package org.anuyat.signing.service.levels;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.anuyat.signing.api.DocumentSealing;
import org.anuyat.signing.api.SealedDocument;
import org.anuyat.signing.api.SignatureLevel;
import org.anuyat.signing.api.levels.LevelState;
import org.anuyat.signing.api.levels.SealLevels;
import org.anuyat.signing.api.validation.DocumentValidation;
import org.anuyat.signing.api.validation.ValidationReport;
import org.anuyat.signing.service.Orders;
import org.anuyat.signing.service.SamplePermit;
import org.anuyat.signing.service.SigningService;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** A running service, and its documents on their way. */
record Following(ConfigurableApplicationContext service) implements AutoCloseable {

    static final String QUICK = "--anuyat.signing.time-stamps.every=100ms";
    static final String NEVER = "--anuyat.signing.time-stamps.every=1d";

    /** Starts a demonstration service. */
    static Following demonstration(WebApplicationType type, Path home, String... settings) {
        return start(type, home, Stream.concat(Stream.of("--anuyat.mode=demonstration"), Stream.of(settings)));
    }

    /** Starts a service whose failures are soon tried again. */
    static Following start(WebApplicationType type, Path home, Stream<String> settings) {
        return new Following(new SpringApplicationBuilder(SigningService.class)
                .web(type)
                .run(Stream.concat(
                                Stream.of(
                                        "--anuyat.signing.home=" + home,
                                        "--anuyat.signing.levels.permit=PAdES_BASELINE_LTA",
                                        "--anuyat.signing.time-stamps.first-retry=200ms",
                                        "--anuyat.signing.time-stamps.longest-retry=1s",
                                        "--anuyat.signing.time-stamps.pause=500ms"),
                                settings)
                        .toArray(String[]::new)));
    }

    SealedDocument seal(String key) {
        return service.getBean(DocumentSealing.class).seal(Orders.seal(key, SamplePermit.pdf()));
    }

    ValidationReport validate(byte[] pdf) {
        return service.getBean(DocumentValidation.class).validate(Orders.validate(pdf));
    }

    byte[] latest(String key) {
        return service.getBean(SealLevels.class).latest(key).pdf();
    }

    LevelState state(String key) {
        return service.getBean(SealLevels.class).state(key);
    }

    LevelState reached(String key, SignatureLevel level) {
        return await(key, state -> state.reached() == level);
    }

    LevelState await(String key, Predicate<LevelState> wanted) {
        Instant end = Instant.now().plus(Duration.ofSeconds(25));
        LevelState state = state(key);
        while (!wanted.test(state)) {
            assertThat(Instant.now()).as("%s", state).isBefore(end);
            try {
                Thread.sleep(100);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            state = state(key);
        }
        return state;
    }

    String port() {
        return service.getEnvironment().getRequiredProperty("local.server.port");
    }

    static int revisions(byte[] pdf) {
        return new String(pdf, StandardCharsets.ISO_8859_1).split("%%EOF", -1).length - 1;
    }

    @Override
    public void close() {
        service.close();
    }
}
