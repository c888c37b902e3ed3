package org.anuyat.signing.service.levels;

import static org.anuyat.signing.service.levels.Following.NEVER;
import static org.anuyat.signing.service.levels.Following.QUICK;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.anuyat.signing.api.SealedDocument;
import org.anuyat.signing.api.SignatureLevel;
import org.anuyat.signing.api.levels.LevelState;
import org.anuyat.signing.api.validation.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;

/** Time-stamp authorities that don't answer, or that nobody trusts. */
class DeadAuthoritiesTest {

    private static final String FIRST = "--anuyat.signing.time-stamps.authorities[0].url=";
    private static final String SECOND = "--anuyat.signing.time-stamps.authorities[1].url=";

    @TempDir
    Path home;

    @Test
    void dead_authorities_delay_no_sealing_and_the_state_says_so_until_one_lives() throws Exception {
        String dead = FIRST + "http://localhost:" + closedPort() + "/tsa";
        try (Following service = start("own", QUICK, "--anuyat.signing.time-stamps.settle=0s", dead)) {
            SealedDocument sealed = service.seal("permit/2");
            assertThat(sealed.level()).isEqualTo(SignatureLevel.PAdES_BASELINE_B);
            assertThat(service.validate(sealed.pdf()).verdict()).isEqualTo(Verdict.VALID);
            LevelState state = service.await("permit/2", found -> found.attempts() > 0);
            assertThat(state.reached()).isEqualTo(SignatureLevel.PAdES_BASELINE_B);
            assertThat(state.wanted()).isEqualTo(SignatureLevel.PAdES_BASELINE_LTA);
            assertThat(state.problem()).contains("time-stamp authorit");
            assertThat(state.nextTry()).isAfter(state.changedAt());
        }
        try (Following authority = authority("own");
                Following service = start("own", QUICK, dead, SECOND + stamps(authority))) {
            service.reached("permit/2", SignatureLevel.PAdES_BASELINE_LTA);
            assertThat(service.validate(service.latest("permit/2")).verdict()).isEqualTo(Verdict.VALID);
        }
    }

    @Test
    void a_time_stamp_of_an_authority_that_nobody_trusts_is_not_taken() {
        try (Following stranger = authority("elsewhere");
                Following service = start("own", NEVER, FIRST + stamps(stranger))) {
            assertThat(service.seal("permit/5").level()).isEqualTo(SignatureLevel.PAdES_BASELINE_B);
        }
    }

    private Following start(String folder, String... settings) {
        return Following.demonstration(WebApplicationType.NONE, home.resolve(folder), settings);
    }

    private Following authority(String folder) {
        return Following.demonstration(WebApplicationType.SERVLET, home.resolve(folder), NEVER, "--server.port=0");
    }

    private static String stamps(Following authority) {
        return "http://localhost:" + authority.port() + "/demo-pki/tsa";
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
