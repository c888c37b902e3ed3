package org.anuyat.workflow.approval.authority;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.anuyat.workflow.approval.authority.CodeNotAccepted.Reason;
import org.anuyat.workflow.identity.Officer;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * One-time codes for approvers: six digits from a secure source, kept only as HMAC-SHA-256 under a secret of the installation. A
 * code works for one decision of one officer, for ten minutes and five tries; a new one ends those before.
 */
@Component
public class Authority {

    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final Duration WINDOW = Duration.ofHours(1);
    private static final int MOST_TRIES = 5;
    private static final int MOST_CODES = 5;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final SecretKeySpec pepper;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Authority(
            JdbcClient jdbc,
            JsonMapper json,
            @Value("${anuyat.confirmation.key:${anuyat.identity.key:for-tests-only}}") String key,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.pepper = new SecretKeySpec(("approval-code/" + key).getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        this.events = events;
        this.clock = clock;
    }

    private record Kept(UUID id, String hash, String statement, Instant requestedAt, Instant expiresAt, int tries) {}

    /**
     * Sends the officer a code for a decision. Callers hold the lock of the application.
     *
     * @return the digest of what it authorises
     * @throws CodeNotAccepted when none can be sent
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public String send(Intention intention, Officer officer) {
        String address = officer.email();
        if (address == null || address.isBlank()) {
            throw new CodeNotAccepted(Reason.NO_ADDRESS);
        }
        Instant now = clock.instant();
        requireNotTooMany(intention.applicationNumber(), officer, now);
        UUID id = UUID.randomUUID();
        String code = "%06d".formatted(random.nextInt(1_000_000));
        String statement = intention.statement(json, officer.subject());
        String sha256 = Intention.sha256(statement);
        jdbc.sql(
                        """
                        insert into approval_code (id, agency, application_number, officer, username, statement, statement_sha256,
                                                   hash, requested_at, expires_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        id,
                        intention.agency(),
                        intention.applicationNumber(),
                        officer.subject(),
                        officer.username(),
                        statement,
                        sha256,
                        hash(id, code),
                        Timestamp.from(now),
                        Timestamp.from(now.plus(LIFE)))
                .update();
        events.publishEvent(new ApprovalCodeRequested(
                intention.applicationNumber(),
                intention.agency(),
                officer.subject(),
                officer.displayName(),
                address,
                code,
                sha256,
                now.plus(LIFE)));
        return sha256;
    }

    /**
     * Uses the officer's latest code up. A wrong one counts as a try, which must outlive the refusal: don't roll back for
     * {@link CodeNotAccepted}.
     *
     * @throws CodeNotAccepted when it isn't the code for this very decision
     */
    @Transactional(propagation = Propagation.MANDATORY, noRollbackFor = CodeNotAccepted.class)
    public Authorisation use(Intention intention, Officer officer, String typed) {
        Instant now = clock.instant();
        Kept kept = latest(intention.applicationNumber(), officer)
                .orElseThrow(() -> new CodeNotAccepted(Reason.NONE_REQUESTED));
        if (kept.tries() >= MOST_TRIES) {
            throw new CodeNotAccepted(Reason.TOO_MANY_TRIES);
        }
        if (!now.isBefore(kept.expiresAt())) {
            throw new CodeNotAccepted(Reason.EXPIRED);
        }
        if (!matches(kept, typed)) {
            jdbc.sql("update approval_code set tries = tries + 1 where id = ?").param(kept.id()).update();
            throw new CodeNotAccepted(kept.tries() + 1 < MOST_TRIES ? Reason.WRONG : Reason.TOO_MANY_TRIES);
        }
        if (!kept.statement().equals(intention.statement(json, officer.subject()))) {
            throw new CodeNotAccepted(Reason.OTHER_DECISION);
        }
        jdbc.sql("update approval_code set used_at = ? where id = ?")
                .params(Timestamp.from(now), kept.id())
                .update();
        return new Authorisation(
                kept.id(),
                officer.subject(),
                officer.username(),
                kept.statement(),
                Intention.sha256(kept.statement()),
                kept.requestedAt(),
                now);
    }

    /** What was authorised in a case, in the order in which it was. */
    @Transactional(readOnly = true)
    public List<Authorisation> of(String applicationNumber) {
        return jdbc.sql("select * from approval_code where application_number = ? and used_at is not null order by used_at")
                .param(applicationNumber)
                .query((row, index) -> new Authorisation(
                        row.getObject("id", UUID.class),
                        row.getString("officer"),
                        row.getString("username"),
                        row.getString("statement"),
                        row.getString("statement_sha256"),
                        row.getTimestamp("requested_at").toInstant(),
                        row.getTimestamp("used_at").toInstant()))
                .list();
    }

    private Optional<Kept> latest(String applicationNumber, Officer officer) {
        return jdbc.sql(
                        """
                        select * from approval_code where application_number = ? and officer = ? and used_at is null
                        order by sequence desc limit 1
                        """)
                .params(applicationNumber, officer.subject())
                .query((row, index) -> new Kept(
                        row.getObject("id", UUID.class),
                        row.getString("hash"),
                        row.getString("statement"),
                        row.getTimestamp("requested_at").toInstant(),
                        row.getTimestamp("expires_at").toInstant(),
                        row.getInt("tries")))
                .optional();
    }

    private void requireNotTooMany(String applicationNumber, Officer officer, Instant now) {
        int recent = jdbc.sql(
                        """
                        select count(*) from approval_code
                        where application_number = ? and officer = ? and requested_at > ?
                        """)
                .params(applicationNumber, officer.subject(), Timestamp.from(now.minus(WINDOW)))
                .query(Integer.class)
                .single();
        if (recent >= MOST_CODES) {
            throw new CodeNotAccepted(Reason.TOO_MANY_CODES);
        }
    }

    private boolean matches(Kept kept, @Nullable String typed) {
        StringBuilder digits = new StringBuilder();
        if (typed != null) {
            typed.chars().filter(Character::isDigit).forEach(digit -> digits.append(Character.digit(digit, 10)));
        }
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
