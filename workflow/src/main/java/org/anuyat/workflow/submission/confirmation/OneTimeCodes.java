package org.anuyat.workflow.submission.confirmation;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.anuyat.workflow.identity.Person;
import org.anuyat.workflow.submission.confirmation.CodeRefused.Reason;
import org.anuyat.workflow.submission.drafts.Draft;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * One-time codes (รหัสยืนยันแบบใช้ครั้งเดียว): six digits from a secure source, kept only as HMAC-SHA-256 under a secret of the
 * installation, because a plain hash of six digits is found in no time. Only the latest code of a draft works, for ten minutes
 * and five tries. Callers hold the lock of the draft.
 */
@Component
class OneTimeCodes {

    static final Duration LIFE = Duration.ofMinutes(10);
    static final int MOST_TRIES = 5;

    private static final Duration WINDOW = Duration.ofHours(1);

    private record Kept(UUID id, String hash, Instant expiresAt, int tries) {}

    private final JdbcClient jdbc;
    private final SecretKeySpec pepper;
    private final int mostPerHour;
    private final SecureRandom random = new SecureRandom();

    OneTimeCodes(
            JdbcClient jdbc,
            @Value("${anuyat.confirmation.key:${anuyat.identity.key:for-tests-only}}") String key,
            @Value("${anuyat.confirmation.codes-per-hour:5}") int mostPerHour) {
        this.jdbc = jdbc;
        this.pepper = new SecretKeySpec(("one-time-code/" + key).getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        this.mostPerHour = mostPerHour;
    }

    /** Makes a new code, which ends the earlier ones. */
    String create(Draft draft, Person person, Instant now) {
        requireNotTooMany(person, now);
        UUID id = UUID.randomUUID();
        String code = "%06d".formatted(random.nextInt(1_000_000));
        jdbc.sql(
                        """
                        insert into confirmation_code
                            (id, agency, draft_id, person_id, sequence, hash, created_at, expires_at)
                        select ?, ?, ?, ?, count(*), ?, ?, ? from confirmation_code where draft_id = ?
                        """)
                .params(
                        id,
                        draft.agency(),
                        draft.id(),
                        person.subject(),
                        hash(id, code),
                        Timestamp.from(now),
                        Timestamp.from(now.plus(LIFE)),
                        draft.id())
                .update();
        return code;
    }

    /**
     * Uses the code up. A wrong one counts as a try, which must outlive the refusal: don't roll back for {@link CodeRefused}.
     *
     * @return the code's id
     */
    UUID use(UUID draftId, String typed, Instant now) {
        Kept kept = latest(draftId).orElseThrow(() -> new CodeRefused(Reason.NONE_REQUESTED, 0));
        if (kept.tries() >= MOST_TRIES) {
            throw new CodeRefused(Reason.TOO_MANY_TRIES, 0);
        }
        if (!now.isBefore(kept.expiresAt())) {
            throw new CodeRefused(Reason.EXPIRED, 0);
        }
        if (!matches(kept, typed)) {
            jdbc.sql("update confirmation_code set tries = tries + 1 where id = ?")
                    .param(kept.id())
                    .update();
            int left = MOST_TRIES - kept.tries() - 1;
            throw new CodeRefused(left == 0 ? Reason.TOO_MANY_TRIES : Reason.WRONG, left);
        }
        jdbc.sql("update confirmation_code set used_at = ? where id = ?")
                .params(Timestamp.from(now), kept.id())
                .update();
        return kept.id();
    }

    /** Until when the latest code works, if one does. */
    Optional<Instant> worksUntil(UUID draftId, Instant now) {
        return latest(draftId)
                .filter(kept -> kept.tries() < MOST_TRIES && now.isBefore(kept.expiresAt()))
                .map(Kept::expiresAt);
    }

    private Optional<Kept> latest(UUID draftId) {
        return jdbc.sql(
                        """
                        select id, hash, expires_at, tries from confirmation_code
                        where draft_id = ? and used_at is null order by sequence desc limit 1
                        """)
                .param(draftId)
                .query((row, index) -> new Kept(
                        row.getObject("id", UUID.class),
                        row.getString("hash"),
                        row.getTimestamp("expires_at").toInstant(),
                        row.getInt("tries")))
                .optional();
    }

    private void requireNotTooMany(Person person, Instant now) {
        List<Timestamp> recent = jdbc.sql(
                        """
                        select created_at from confirmation_code
                        where person_id = ? and created_at > ? order by created_at desc limit ?
                        """)
                .params(person.subject(), Timestamp.from(now.minus(WINDOW)), mostPerHour)
                .query(Timestamp.class)
                .list();
        if (recent.size() >= mostPerHour) {
            throw new TooManyCodes(recent.get(recent.size() - 1).toInstant().plus(WINDOW));
        }
    }

    private boolean matches(Kept kept, String typed) {
        StringBuilder digits = new StringBuilder();
        typed.chars()
                .filter(Character::isDigit)
                .forEach(digit -> digits.append(Character.digit(digit, 10)));
        return MessageDigest.isEqual(
                hash(kept.id(), digits.toString()).getBytes(StandardCharsets.US_ASCII),
                kept.hash().getBytes(StandardCharsets.US_ASCII));
    }

    private String hash(UUID id, String code) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(pepper);
            return HexFormat.of().formatHex(mac.doFinal((id + ":" + code).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
