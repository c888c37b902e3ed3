package org.anuyat.workflow.submission.signature;

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
import org.anuyat.workflow.submission.signature.CodeRefused.Reason;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * One-time codes (รหัสยืนยันแบบใช้ครั้งเดียว): six digits from a secure source, kept only as HMAC-SHA-256 under a secret of the
 * installation, because a plain hash of six digits is found in no time. Only the latest code of what is signed works, for ten
 * minutes and five tries. Callers hold the lock of what is signed.
 */
@Component
public class OneTimeCodes {

    /** How long a code works. */
    public static final Duration LIFE = Duration.ofMinutes(10);

    static final int MOST_TRIES = 5;

    private static final Duration WINDOW = Duration.ofHours(1);

    /**
     * What a code signs.
     *
     * @param kind which table the id is of
     */
    public record Paper(Kind kind, UUID id, String agency) {

        /** What can be signed. */
        public enum Kind {
            /** A draft, which becomes an application. */
            DRAFT("draft_id"),
            /** A round of corrections, which becomes a revision of an application. */
            CORRECTION("correction_id");

            private final String column;

            Kind(String column) {
                this.column = column;
            }
        }
    }

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

    /**
     * Makes a new code, which ends the earlier ones.
     *
     * @return the six digits, which are kept nowhere
     * @throws TooManyCodes when more were asked for and not used within an hour than {@code anuyat.confirmation.codes-per-hour} allows
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public String create(Paper paper, Person person, Instant now) {
        requireNotTooMany(person, now);
        UUID id = UUID.randomUUID();
        String code = "%06d".formatted(random.nextInt(1_000_000));
        jdbc.sql(
                        """
                        insert into confirmation_code
                            (id, agency, %1$s, person_id, sequence, hash, created_at, expires_at)
                        select ?, ?, ?, ?, count(*), ?, ?, ? from confirmation_code where %1$s = ?
                        """
                                .formatted(paper.kind().column))
                .params(
                        id,
                        paper.agency(),
                        paper.id(),
                        person.subject(),
                        hash(id, code),
                        Timestamp.from(now),
                        Timestamp.from(now.plus(LIFE)),
                        paper.id())
                .update();
        return code;
    }

    /**
     * Uses the code up. A wrong one counts as a try, which must outlive the refusal: don't roll back for {@link CodeRefused}.
     *
     * @return the code's id
     * @throws CodeRefused when it is wrong, old or tried too often
     */
    @Transactional(propagation = Propagation.MANDATORY, noRollbackFor = CodeRefused.class)
    public UUID use(Paper paper, String typed, Instant now) {
        Kept kept = latest(paper).orElseThrow(() -> new CodeRefused(Reason.NONE_REQUESTED, 0));
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
    @Transactional(readOnly = true)
    public Optional<Instant> worksUntil(Paper paper, Instant now) {
        return latest(paper)
                .filter(kept -> kept.tries() < MOST_TRIES && now.isBefore(kept.expiresAt()))
                .map(Kept::expiresAt);
    }

    private Optional<Kept> latest(Paper paper) {
        return jdbc.sql(
                        """
                        select id, hash, expires_at, tries from confirmation_code
                        where %s = ? and used_at is null order by sequence desc limit 1
                        """
                                .formatted(paper.kind().column))
                .param(paper.id())
                .query((row, index) -> new Kept(
                        row.getObject("id", UUID.class),
                        row.getString("hash"),
                        row.getTimestamp("expires_at").toInstant(),
                        row.getInt("tries")))
                .optional();
    }

    /** Codes that were entered don't count: who confirms many applications floods no mailbox. */
    private void requireNotTooMany(Person person, Instant now) {
        List<Timestamp> recent = jdbc.sql(
                        """
                        select created_at from confirmation_code
                        where person_id = ? and created_at > ? and used_at is null order by created_at desc limit ?
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
