package org.anuyat.signing.service.levels;

import static org.anuyat.signing.service.levels.Following.NEVER;
import static org.anuyat.signing.service.levels.Following.QUICK;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.anuyat.signing.api.SignatureLevel;
import org.anuyat.signing.api.validation.Verdict;
import org.anuyat.signing.service.authority.Identity;
import org.anuyat.signing.service.authority.NetworkAuthority;
import org.anuyat.signing.service.authority.NetworkAuthority.Offer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;

/** A process that ends in the middle of raising a document, and one that can't write: neither costs a second time stamp. */
class KilledRaisingTest {

    private static final String KEY = "permit/killed";

    @TempDir
    Path home;

    private NetworkAuthority authority;
    private Identity seal;

    @BeforeEach
    void sealWithoutTimeStamp() throws Exception {
        authority = new NetworkAuthority();
        seal = authority.seal();
        authority.takeDown(Offer.STAMPS);
        try (Following service = start(NEVER)) {
            assertThat(service.seal(KEY).level()).isEqualTo(SignatureLevel.PAdES_BASELINE_B);
        }
        authority.bringBack(Offer.STAMPS);
    }

    @AfterEach
    void close() {
        authority.release();
        authority.close();
    }

    @Test
    void a_process_that_is_killed_over_the_examination_has_kept_the_time_stamp() throws Exception {
        int before = authority.asked(Offer.STAMPS);
        authority.holdOnceStamped(Offer.OCSP, Offer.LISTS);
        Process process = elsewhere();
        try {
            assertThat(authority.awaitHeld(Duration.ofMinutes(1))).as("it is examined").isTrue();
        } finally {
            process.destroyForcibly().waitFor(1, TimeUnit.MINUTES);
        }
        authority.release();
        assertThat(authority.asked(Offer.STAMPS) - before).isEqualTo(1);

        raisedWith(before + 2);
    }

    @Test
    void no_time_stamp_is_asked_for_while_the_disk_is_full() throws Exception {
        int before = authority.asked(Offer.STAMPS);
        // 16 blocks of 512 bytes: a state fits, no document does
        Process full = elsewhere("sh", "-c", "ulimit -f 16; exec \"$@\"", "sh");
        String output = new String(full.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(full.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(output).contains("twice failed: There is no room");
        assertThat(authority.asked(Offer.STAMPS)).isEqualTo(before);

        raisedWith(before + 2);
    }

    /** One time stamp for level T and one over the archive. */
    private void raisedWith(int stamps) throws Exception {
        try (Following service = start(QUICK)) {
            service.reached(KEY, SignatureLevel.PAdES_BASELINE_LTA);
            assertThat(authority.asked(Offer.STAMPS)).isEqualTo(stamps);
            assertThat(service.validate(service.latest(KEY)).verdict()).isEqualTo(Verdict.VALID);
        }
    }

    /** Raises in a process of its own until two tries have failed. */
    static final class RaiseElsewhere {

        private RaiseElsewhere() {}

        public static void main(String[] arguments) {
            try (Following service =
                    Following.start(WebApplicationType.NONE, Path.of(arguments[0]), Arrays.stream(arguments).skip(1))) {
                System.out.println("twice failed: "
                        + service.await(KEY, state -> state.attempts() > 1).problem());
            }
        }
    }

    private Process elsewhere(String... before) throws Exception {
        List<String> command = Stream.of(
                        Stream.of(before),
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:-UsePerfData",
                                "-cp",
                                System.getProperty("java.class.path"),
                                RaiseElsewhere.class.getName(),
                                home.resolve("service").toString()),
                        settings(QUICK))
                .flatMap(part -> part)
                .toList();
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .start();
    }

    private Following start(String every) throws Exception {
        return Following.start(WebApplicationType.NONE, home.resolve("service"), settings(every));
    }

    private Stream<String> settings(String every) throws Exception {
        return Stream.concat(
                authority.settings(home, seal).stream(),
                Stream.of(
                        "--anuyat.signing.time-stamps.settle=1s",
                        "--anuyat.signing.revocation.cached=0s",
                        "--anuyat.signing.revocation.time-limit=60s",
                        every));
    }
}
