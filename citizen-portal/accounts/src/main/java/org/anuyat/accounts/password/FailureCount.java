package org.anuyat.accounts.password;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.anuyat.signin.Realm;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Counts failed sign-ins by account and by network address, in the database, so that it holds for all nodes. After a few free ones
 * each further failure doubles the wait. An hour without a failure forgets.
 */
@Component
class FailureCount {

    private static final Duration FIRST_WAIT = Duration.ofSeconds(15);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);
    private static final Duration MEMORY = Duration.ofHours(1);

    /**
     * Where failures come from.
     *
     * @param name what is counted; only its digest is kept
     * @param free how many failures cost nothing. Many people share one address behind an office's or an operator's network
     */
    record Origin(String name, int free) {

        static Origin account(Realm realm, String username) {
            return new Origin("account/" + realm.id() + "/" + username, 5);
        }

        static Origin address(String address) {
            return new Origin("address/" + address, 50);
        }

        private byte[] digest() {
            try {
                return MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("every JDK has SHA-256", e);
            }
        }
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    FailureCount(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How long to wait until the next attempt is looked at; zero when it may be made now. */
    Duration wait(List<Origin> origins) {
        Instant now = clock.instant();
        return origins.stream()
                .map(origin -> jdbc.sql("select blocked_until from sign_in_failures where origin = ?")
                        .param(origin.digest())
                        .query(OffsetDateTime.class)
                        .optional()
                        .map(until -> Duration.between(now, until.toInstant()))
                        .orElse(Duration.ZERO))
                .filter(wait -> !wait.isNegative())
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    void add(List<Origin> origins) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        for (Origin origin : origins) {
            jdbc.sql("""
                            insert into sign_in_failures as f (origin, failures, last_at, blocked_until) values (:origin, 1, :now, :now)
                            on conflict (origin) do update set
                                failures = case when f.last_at < :forgotten then 1 else f.failures + 1 end,
                                last_at = :now,
                                blocked_until = case when f.last_at < :forgotten or f.failures + 1 < :free then :now
                                    else :now + least(:longest, :first * power(2, least(f.failures + 1 - :free, 20))) * interval '1 second' end
                            """)
                    .param("origin", origin.digest())
                    .param("now", now)
                    .param("forgotten", now.minus(MEMORY))
                    .param("free", origin.free())
                    .param("first", FIRST_WAIT.toSeconds())
                    .param("longest", LONGEST_WAIT.toSeconds())
                    .update();
        }
    }

    /** The right password was given. */
    void forget(Origin origin) {
        jdbc.sql("delete from sign_in_failures where origin = ?").param(origin.digest()).update();
    }
}
