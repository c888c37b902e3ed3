package org.anuyat.workflow.papers;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.anuyat.workflow.acts.Actor;
import org.anuyat.workflow.files.Files;
import org.anuyat.workflow.files.StoredFile;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes over what the signing service adds to the seals of papers, where their kind is to have more than a time stamp: revocation
 * data, archive time stamps and their renewals. Papers of other kinds are looked at once.
 */
@Component
public class PaperRaising {

    private static final Logger LOG = LoggerFactory.getLogger(PaperRaising.class);
    private static final Duration RENEWED_MEANWHILE = Duration.ofDays(30);
    private static final Duration PAUSE = Duration.ofHours(1);
    private static final int AT_ONCE = 200;

    private final JdbcClient jdbc;
    private final Files files;
    private final ObjectProvider<PaperSeal> seal;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionTemplate transaction;

    PaperRaising(
            JdbcClient jdbc,
            Files files,
            ObjectProvider<PaperSeal> seal,
            ApplicationEventPublisher events,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.files = files;
        this.seal = seal;
        this.events = events;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    private record Due(UUID paper, String agency, String applicationNumber, PaperKind kind, UUID sealedFile) {}

    /**
     * Looks at the papers whose turn has come, those that waited longest first. To be called outside of transactions.
     *
     * @param limit after this time the rest is left for the next call
     * @return how many were looked at
     */
    public int lookAgain(Duration limit) {
        Instant end = clock.instant().plus(limit);
        int looked = 0;
        List<Due> due = due();
        while (!due.isEmpty()) {
            for (Due paper : due) {
                look(paper);
            }
            looked += due.size();
            due = clock.instant().isBefore(end) ? due() : List.of();
        }
        return looked;
    }

    /** Each is named once and then not again for a while, whatever becomes of the look. */
    private List<Due> due() {
        Instant now = clock.instant();
        return transaction.execute(status -> jdbc.sql(
                        """
                        update paper_seal set next_look = :again where paper in (
                            select paper from paper_seal where next_look <= :now
                            order by next_look limit :most for update skip locked)
                        returning paper, agency, application_number, kind, sealed_file
                        """)
                .param("again", Timestamp.from(now.plus(PAUSE)))
                .param("now", Timestamp.from(now))
                .param("most", AT_ONCE)
                .query((row, index) -> new Due(
                        row.getObject("paper", UUID.class),
                        row.getString("agency"),
                        row.getString("application_number"),
                        PaperKind.valueOf(row.getString("kind")),
                        row.getObject("sealed_file", UUID.class)))
                .list());
    }

    private void look(Due paper) {
        try {
            StoredFile held = files.find(paper.sealedFile()).orElseThrow();
            PaperSeal.Further further = seal.getObject().further("paper/" + paper.paper(), held.sha256());
            byte[] raised = further.pdf();
            if (raised != null) {
                requireSame(read(held.id()), raised);
            }
            Instant next = further.followed()
                    ? clock.instant().plus(further.complete() ? RENEWED_MEANWHILE : PAUSE)
                    : null;
            transaction.executeWithoutResult(status -> write(paper, held, raised, next));
        } catch (RuntimeException e) {
            LOG.warn("The seal of paper {} can't be followed at present: {}", paper.paper(), e.toString());
        }
    }

    private void write(Due paper, StoredFile held, byte @Nullable [] raised, @Nullable Instant next) {
        StoredFile latest = raised == null
                ? held
                : files.keep(new ByteArrayInputStream(raised), held.name(), held.mediaType(), paper.agency());
        int rows = jdbc.sql("update paper_seal set sealed_file = ?, next_look = ? where paper = ? and sealed_file = ?")
                .params(latest.id(), next == null ? null : Timestamp.from(next), paper.paper(), held.id())
                .update();
        if (raised == null) {
            return;
        }
        if (rows == 0) {
            throw new IllegalStateException("another node was faster");
        }
        // its bytes are the beginning of the new one's
        files.remove(held.id());
        events.publishEvent(new PaperRaised(
                paper.applicationNumber(), paper.agency(), Actor.SYSTEM, clock.instant(), paper.kind(), latest.sha256()));
    }

    /** The service adds, it never changes: a raised paper begins with the very bytes that people have. */
    private static void requireSame(byte[] held, byte[] raised) {
        if (raised.length < held.length || !Arrays.equals(raised, 0, held.length, held, 0, held.length)) {
            throw new IllegalStateException("the signing service has another document than the one that was sealed");
        }
    }

    private byte[] read(UUID file) {
        try (InputStream in = files.open(file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
