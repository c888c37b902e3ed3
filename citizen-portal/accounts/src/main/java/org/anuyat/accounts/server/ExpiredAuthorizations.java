package org.anuyat.accounts.server;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Removes sign-ins that nobody can refer to any more; Spring Security keeps them for ever. */
@Component
class ExpiredAuthorizations {

    /** Longer than any session of a portal lives: a sign-out refers to its sign-in. */
    private static final Duration KEPT = Duration.ofDays(2);

    private final JdbcClient jdbc;
    private final Clock clock;

    ExpiredAuthorizations(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Scheduled(cron = "0 23 * * * *", zone = "UTC")
    void remove() {
        OffsetDateTime before = OffsetDateTime.now(clock).minus(KEPT);
        jdbc.sql("""
                        delete from oauth2_authorization
                        where coalesce(oidc_id_token_expires_at, authorization_code_expires_at) < ?
                        """)
                .param(before)
                .update();
        jdbc.sql("delete from sign_in_failures where last_at < ?").param(before).update();
    }
}
