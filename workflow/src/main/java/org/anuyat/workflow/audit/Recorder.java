package org.anuyat.workflow.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.anuyat.workflow.acts.Deed;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.util.Assert;

/**
 * Appends acts to their agency's chain at the very end of the transaction that publishes them: the head of the chain is one
 * row for the whole agency, so it is locked no longer than the commit takes.
 */
@Component
class Recorder {

    private final JdbcClient jdbc;

    Recorder(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(Deed deed) {
        Assert.state(
                TransactionSynchronizationManager.isActualTransactionActive(),
                () -> deed.name() + " was published outside a transaction: it would leave no record");
        Pending pending = (Pending) TransactionSynchronizationManager.getResource(this);
        if (pending == null) {
            pending = new Pending();
            TransactionSynchronizationManager.bindResource(this, pending);
            TransactionSynchronizationManager.registerSynchronization(pending);
        }
        pending.acts.add(deed);
    }

    private void append(Deed deed) {
        Head head = head(deed.agency()).orElseGet(() -> {
            jdbc.sql("insert into audit_head (agency, seq, hash) values (?, 0, ?) on conflict do nothing")
                    .params(deed.agency(), Link.ORIGIN)
                    .update();
            return head(deed.agency()).orElseThrow();
        });
        long seq = head.seq() + 1;
        // PostgreSQL keeps microseconds: the text must say what the column says
        Instant at = deed.at().truncatedTo(ChronoUnit.MICROS);
        String record = Link.record(deed, seq, at);
        String hash = Link.hash(head.hash(), record);
        jdbc.sql(
                        """
                        insert into audit_entry (agency, seq, at, act, application_number, actor_kind, actor_id, actor_name,
                                                 record, previous_hash, hash)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        deed.agency(),
                        seq,
                        java.sql.Timestamp.from(at),
                        deed.name(),
                        deed.applicationNumber(),
                        deed.actor().kind().name(),
                        deed.actor().id(),
                        deed.actor().displayName(),
                        record,
                        head.hash(),
                        hash)
                .update();
        jdbc.sql("update audit_head set seq = ?, hash = ? where agency = ?")
                .params(seq, hash, deed.agency())
                .update();
    }

    private record Head(long seq, String hash) {}

    private Optional<Head> head(String agency) {
        return jdbc.sql("select seq, hash from audit_head where agency = ? for update")
                .param(agency)
                .query(Head.class)
                .optional();
    }

    /** The acts of one transaction, written just before it commits. */
    private final class Pending implements TransactionSynchronization {

        private final List<Deed> acts = new ArrayList<>();

        @Override
        public void beforeCommit(boolean readOnly) {
            // always in the order of agencies, so that two transactions can't wait for each other's chains
            List<Deed> ordered = new ArrayList<>(acts);
            ordered.sort(Comparator.comparing(Deed::agency));
            acts.clear();
            ordered.forEach(Recorder.this::append);
        }

        @Override
        public void beforeCompletion() {
            TransactionSynchronizationManager.unbindResourceIfPossible(Recorder.this);
        }

        @Override
        public int getOrder() {
            return LOWEST_PRECEDENCE;
        }
    }
}
