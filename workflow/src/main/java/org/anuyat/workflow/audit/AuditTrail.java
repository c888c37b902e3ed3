package org.anuyat.workflow.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.anuyat.workflow.acts.Actor;
import org.anuyat.workflow.audit.ChainCheck.Fault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads and checks the record of acts. */
@Component
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
public class AuditTrail {

    private static final int FAULTS_REPORTED = 100;
    private static final int FETCH = 1_000;
    private static final String COLUMNS =
            "agency, seq, at, act, application_number, actor_kind, actor_id, actor_name, record, previous_hash, hash";

    private final JdbcClient jdbc;

    AuditTrail(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every act of a case, oldest first. */
    public List<AuditEntry> ofApplication(String agency, String applicationNumber) {
        return jdbc.sql("select " + COLUMNS
                        + " from audit_entry where application_number = ? and agency = ? order by seq")
                .params(applicationNumber, agency)
                .query(AuditTrail::entry)
                .list();
    }

    /**
     * A page of an agency's record, newest first.
     *
     * @param text part of an application number, an act's name or an actor's name; blank for everything
     * @param beforeSeq only entries before this one; {@link Long#MAX_VALUE} for the newest
     * @param size 1 to 500
     */
    public List<AuditEntry> search(String agency, String text, long beforeSeq, int size) {
        return jdbc.sql("select " + COLUMNS
                        + """
                         from audit_entry
                        where agency = :agency and seq < :before
                          and (:text = '' or application_number ilike :like or act ilike :like or actor_name ilike :like)
                        order by seq desc limit :size
                        """)
                .param("agency", agency)
                .param("before", beforeSeq)
                .param("text", text.strip())
                .param("like", "%" + text.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%")
                .param("size", Math.min(Math.max(size, 1), 500))
                .query(AuditTrail::entry)
                .list();
    }

    /** Checks the entries of one case and that each follows the agency's entry before it. */
    public ChainCheck check(String agency, String applicationNumber) {
        List<Fault> faults = new ArrayList<>();
        List<AuditEntry> entries = ofApplication(agency, applicationNumber);
        for (AuditEntry entry : entries) {
            checkAlone(entry, faults);
            String before = entry.seq() == 1
                    ? Link.ORIGIN
                    : jdbc.sql("select hash from audit_entry where agency = ? and seq = ?")
                            .params(agency, entry.seq() - 1)
                            .query(String.class)
                            .optional()
                            .orElse("");
            if (!before.equals(entry.previousHash())) {
                faults.add(new Fault(entry.seq(), before.isEmpty() ? Fault.Kind.MISSING : Fault.Kind.BROKEN_LINK));
            }
        }
        return new ChainCheck(entries.size(), faults);
    }

    /** Checks an agency's whole chain, from the first entry to the head; reports the first hundred faults. */
    public ChainCheck check(String agency) {
        WholeChain chain = new WholeChain();
        export(agency, chain);
        long head = jdbc.sql("select coalesce(max(seq), 0) from audit_head where agency = ?")
                .param(agency)
                .query(Long.class)
                .single();
        if (head != chain.lastSeq) {
            chain.fault(head, Fault.Kind.MISSING);
        }
        return new ChainCheck(chain.count, chain.faults);
    }

    /** Hands over an agency's chain, oldest first, without holding it in memory. */
    public void export(String agency, Consumer<AuditEntry> to) {
        try (var entries = jdbc.sql("select " + COLUMNS + " from audit_entry where agency = ? order by seq")
                .param(agency)
                .withFetchSize(FETCH)
                .query(AuditTrail::entry)
                .stream()) {
            entries.forEach(to);
        }
    }

    private static void checkAlone(AuditEntry entry, List<Fault> faults) {
        if (!Link.hash(entry.previousHash(), entry.record()).equals(entry.hash())) {
            faults.add(new Fault(entry.seq(), Fault.Kind.CHANGED));
        } else if (!Link.agrees(entry)) {
            faults.add(new Fault(entry.seq(), Fault.Kind.COLUMNS_DIFFER));
        }
    }

    private static AuditEntry entry(ResultSet row, int index) throws SQLException {
        String record = row.getString("record");
        return new AuditEntry(
                row.getString("agency"),
                row.getLong("seq"),
                row.getTimestamp("at").toInstant(),
                row.getString("act"),
                row.getString("application_number"),
                new Actor(
                        Actor.Kind.valueOf(row.getString("actor_kind")),
                        row.getString("actor_id"),
                        row.getString("actor_name")),
                Link.details(record),
                record,
                row.getString("previous_hash"),
                row.getString("hash"));
    }

    /** Walks a chain link by link. */
    private static final class WholeChain implements Consumer<AuditEntry> {

        private final List<Fault> faults = new ArrayList<>();
        private long count;
        private long lastSeq;
        private String lastHash = Link.ORIGIN;

        @Override
        public void accept(AuditEntry entry) {
            List<Fault> found = new ArrayList<>();
            checkAlone(entry, found);
            if (entry.seq() != lastSeq + 1) {
                found.add(new Fault(entry.seq(), Fault.Kind.MISSING));
            } else if (!entry.previousHash().equals(lastHash)) {
                found.add(new Fault(entry.seq(), Fault.Kind.BROKEN_LINK));
            }
            found.forEach(fault -> fault(fault.seq(), fault.kind()));
            count++;
            lastSeq = entry.seq();
            lastHash = entry.hash();
        }

        private void fault(long seq, Fault.Kind kind) {
            if (faults.size() < FAULTS_REPORTED) {
                faults.add(new Fault(seq, kind));
            }
        }
    }
}
