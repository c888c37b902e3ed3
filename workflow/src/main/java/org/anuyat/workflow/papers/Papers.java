package org.anuyat.workflow.papers;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.UUID;
import org.anuyat.workflow.acts.Actor;
import org.anuyat.workflow.files.Files;
import org.anuyat.workflow.files.StoredFile;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Papers on their way to the seal. A paper is given out as soon as it is made; a job has it sealed a moment later, and from then
 * on the sealed one is given out. A signing service that is down delays the seal and nothing else.
 */
@Component
public class Papers {

    private final JdbcClient jdbc;
    private final Files files;
    private final ObjectProvider<PaperSeal> seal;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionTemplate outside;

    Papers(
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
        this.outside = new TransactionTemplate(transactions);
        this.outside.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    }

    private record Order(
            String agency, String applicationNumber, PaperKind kind, @Nullable UUID sealedFile) {}

    /** Has a paper sealed soon, in the transaction that keeps it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void order(PaperKind kind, StoredFile paper, String applicationNumber) {
        jdbc.sql(
                        """
                        insert into paper_seal (paper, agency, application_number, kind, ordered_at)
                        values (?, ?, ?, ?, ?)
                        """)
                .params(
                        paper.id(),
                        paper.agency(),
                        applicationNumber,
                        kind.name(),
                        Timestamp.from(clock.instant()))
                .update();
        events.publishEvent(new SealOrdered(paper.id()));
    }

    /** The file to give out: the sealed one once there is one, the paper itself until then. */
    @Transactional(readOnly = true)
    public UUID latest(UUID paper) {
        return jdbc.sql("select sealed_file from paper_seal where paper = ? and sealed_file is not null")
                .param(paper)
                .query(UUID.class)
                .optional()
                .orElse(paper);
    }

    /** Has a paper sealed; repeating it changes nothing. */
    @Transactional
    public void seal(UUID paper) {
        Order order = find(paper);
        if (order.sealedFile() != null) {
            return;
        }
        StoredFile unsealed = files.find(paper).orElseThrow();
        byte[] pdf = read(paper);
        PaperSeal.SealedPaper sealed = outside.execute(status -> seal.getObject()
                .seal(
                        "paper/" + paper,
                        order.agency(),
                        order.kind(),
                        pdf,
                        "ออก" + order.kind().thai() + " คำขอเลขที่ " + order.applicationNumber()));
        StoredFile file = files.keep(
                new ByteArrayInputStream(sealed.pdf()), unsealed.name(), unsealed.mediaType(), order.agency());
        int rows = jdbc.sql("update paper_seal set sealed_file = ?, sealed_at = ?, next_look = ? where paper = ? and sealed_file is null")
                .params(
                        file.id(),
                        Timestamp.from(sealed.sealedAt()),
                        Timestamp.from(clock.instant()),
                        paper)
                .update();
        if (rows == 1) {
            events.publishEvent(new Sealed(
                    order.applicationNumber(),
                    order.agency(),
                    Actor.SYSTEM,
                    clock.instant(),
                    order.kind(),
                    sealed.signer(),
                    unsealed.sha256(),
                    file.sha256()));
        }
    }

    private Order find(UUID paper) {
        return jdbc.sql("select * from paper_seal where paper = ?")
                .param(paper)
                .query((row, index) -> new Order(
                        row.getString("agency"),
                        row.getString("application_number"),
                        PaperKind.valueOf(row.getString("kind")),
                        row.getObject("sealed_file", UUID.class)))
                .single();
    }

    private byte[] read(UUID file) {
        try (InputStream in = files.open(file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
