package org.anuyat.signing.service.levels;

import static org.anuyat.signing.service.levels.Following.NEVER;
import static org.anuyat.signing.service.levels.Following.QUICK;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.anuyat.signing.api.SignatureLevel;
import org.anuyat.signing.api.levels.LevelState;
import org.anuyat.signing.api.validation.Verdict;
import org.anuyat.signing.service.authority.Identity;
import org.anuyat.signing.service.authority.NetworkAuthority;
import org.anuyat.signing.service.authority.NetworkAuthority.Offer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;

/** Time stamps cost money: one that was given isn't asked for again because something else fails. */
class KeptCandidatesTest {

    private static final String NOTHING_REMEMBERED = "--anuyat.signing.revocation.cached=0s";

    @TempDir
    Path home;

    private NetworkAuthority authority;
    private Identity seal;

    @BeforeEach
    void found() throws Exception {
        authority = new NetworkAuthority();
        seal = authority.seal();
    }

    @AfterEach
    void close() {
        authority.close();
    }

    @Test
    void a_form_that_cannot_be_examined_for_now_waits_with_its_time_stamp_also_through_a_restart() throws Exception {
        authority.takeDown(Offer.STAMPS);
        try (Following service = start(NEVER)) {
            assertThat(service.seal("permit/1").level()).isEqualTo(SignatureLevel.PAdES_BASELINE_B);
        }
        authority.bringBack(Offer.STAMPS);
        authority.takeDownOnceStamped(Offer.OCSP, Offer.LISTS);
        int before = authority.asked(Offer.STAMPS);
        try (Following service = start(QUICK)) {
            LevelState state = service.await("permit/1", found -> found.attempts() > 2);
            assertThat(state.problem()).contains("REVOCATION_UNKNOWN");
            assertThat(authority.asked(Offer.STAMPS) - before).isEqualTo(1);
            assertThat(candidates(service, "permit/1")).hasSize(1);
        }
        authority.bringBack(Offer.OCSP, Offer.LISTS);
        try (Following service = start(QUICK)) {
            service.reached("permit/1", SignatureLevel.PAdES_BASELINE_LTA);
            assertThat(authority.asked(Offer.STAMPS) - before)
                    .as("for level T, and over the archive")
                    .isEqualTo(2);
            assertThat(service.validate(service.latest("permit/1")).verdict()).isEqualTo(Verdict.VALID);
            assertThat(candidates(service, "permit/1")).isEmpty();
        }
    }

    @Test
    void only_a_recent_form_of_the_very_document_that_is_valid_serves() throws Exception {
        byte[] good;
        try (Following service = start(NEVER)) {
            for (String key : List.of("permit/good", "permit/old", "permit/refused", "permit/foreign", "permit/cut")) {
                service.seal(key);
            }
            // what authorities say must be younger than the time stamp, by the second
            Thread.sleep(1100);
            Instant now = Instant.now();
            good = raised(service, "permit/good");
            keep(service, "permit/good", good, now);
            keep(service, "permit/old", raised(service, "permit/old"), now.minus(Candidates.LONGEST_KEPT));
            byte[] changed = (new String(raised(service, "permit/refused"), StandardCharsets.ISO_8859_1) + "% more\n")
                    .getBytes(StandardCharsets.ISO_8859_1);
            keep(service, "permit/refused", changed, now);
            keep(service, "permit/foreign", good, now);
            byte[] whole = raised(service, "permit/cut");
            keep(service, "permit/cut", Arrays.copyOf(whole, whole.length - 40), now);
        }
        int before = authority.asked(Offer.STAMPS);
        try (Following service = start(QUICK)) {
            for (String key : List.of("permit/good", "permit/old", "permit/refused", "permit/foreign", "permit/cut")) {
                service.reached(key, SignatureLevel.PAdES_BASELINE_LTA);
                assertThat(service.validate(service.latest(key)).verdict()).as(key).isEqualTo(Verdict.VALID);
            }
            assertThat(service.latest("permit/good")).isEqualTo(good);
            assertThat(authority.asked(Offer.STAMPS) - before).as("all but the good one").isEqualTo(4);
            try (Stream<Path> files = Files.list(documents())) {
                assertThat(files).as("the latest form of each").hasSize(5);
            }
        }
    }

    private static byte[] raised(Following service, String key) {
        LevelStore store = service.service().getBean(LevelStore.class);
        LevelRecord record = store.find(key).orElseThrow();
        return service.service().getBean(Raising.class).raised(record, store.document(record).orElseThrow());
    }

    private void keep(Following service, String key, byte[] raised, Instant made) throws IOException {
        LevelStore store = service.service().getBean(LevelStore.class);
        LevelRecord record = store.find(key).orElseThrow();
        store.keep(record, raised);
        Files.setLastModifiedTime(documents().resolve(next(record)), FileTime.from(made));
    }

    private static String next(LevelRecord record) {
        return Raising.sha256(record.key().getBytes(StandardCharsets.UTF_8)) + "." + (record.version() + 1) + ".pdf";
    }

    private List<Path> candidates(Following service, String key) {
        LevelRecord record = service.service().getBean(LevelStore.class).find(key).orElseThrow();
        return Stream.of(documents().resolve(next(record))).filter(Files::exists).toList();
    }

    private Path documents() {
        return home.resolve("service/levels/documents");
    }

    private Following start(String every) throws Exception {
        return Following.start(
                WebApplicationType.NONE,
                home.resolve("service"),
                Stream.concat(
                        authority.settings(home, seal).stream(),
                        Stream.of("--anuyat.signing.time-stamps.settle=1s", NOTHING_REMEMBERED, every)));
    }
}
