package org.anuyat.workflow.payment.refund;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code refund_proposal}. */
@Repository
class RefundProposals {

    private static final String FILTER =
            " where agency = :agency and (not :open or state in ('PROPOSED', 'APPROVED'))";

    private final JdbcClient jdbc;

    RefundProposals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<RefundProposal> find(UUID id) {
        return jdbc.sql("select * from refund_proposal where id = ?").param(id).query(RefundProposals::row).optional();
    }

    /** Holds a proposal until the transaction ends. */
    Optional<RefundProposal> hold(UUID id) {
        return jdbc.sql("select * from refund_proposal where id = ? for update").param(id).query(RefundProposals::row).optional();
    }

    RefundProposal.Page page(String agency, boolean openOnly, int page, int size) {
        List<RefundProposal> entries = jdbc.sql("select * from refund_proposal" + FILTER
                        + " order by proposed_at desc, id limit :size offset :skip")
                .param("agency", agency)
                .param("open", openOnly)
                .param("size", size)
                .param("skip", (long) page * size)
                .query(RefundProposals::row)
                .list();
        long total = jdbc.sql("select count(*) from refund_proposal" + FILTER)
                .param("agency", agency)
                .param("open", openOnly)
                .query(Long.class)
                .single();
        return new RefundProposal.Page(entries, total);
    }

    /** How many wait for a second officer; those that this officer proposed wait for somebody else. */
    long waiting(String agency, String officer) {
        return jdbc.sql("select count(*) from refund_proposal where agency = ? and state = 'PROPOSED' and proposed_by <> ?")
                .params(agency, officer)
                .query(Long.class)
                .single();
    }

    /** Enters a proposal; false when another for the same money is open. */
    boolean enter(RefundProposal proposal) {
        return jdbc.sql(
                                """
                                insert into refund_proposal (id, agency, application_number, bank, transaction_id, received_satang,
                                    amount_satang, reason, state, proposed_at, proposed_by, proposed_by_name)
                                values (?, ?, ?, ?, ?, ?, ?, ?, 'PROPOSED', ?, ?, ?)
                                on conflict do nothing
                                """)
                        .params(
                                proposal.id(),
                                proposal.agency(),
                                proposal.applicationNumber(),
                                proposal.bank(),
                                proposal.transactionId(),
                                proposal.receivedSatang(),
                                proposal.amountSatang(),
                                proposal.reason(),
                                Timestamp.from(proposal.proposedAt()),
                                proposal.proposedBy(),
                                proposal.proposedByName())
                        .update()
                == 1;
    }

    void decide(UUID id, RefundProposal.State state, RefundProposal.Decision decision) {
        jdbc.sql(
                        """
                        update refund_proposal set state = ?, decided_at = ?, decided_by = ?, decided_by_name = ?, decision_reason = ?
                         where id = ?
                        """)
                .params(
                        state.name(),
                        Timestamp.from(decision.at()),
                        decision.officer(),
                        decision.officerName(),
                        decision.reason(),
                        id)
                .update();
    }

    void ordered(UUID id, UUID refundId) {
        jdbc.sql("update refund_proposal set refund_id = ? where id = ?").params(refundId, id).update();
    }

    void end(UUID id, RefundProposal.State state, Instant at, @Nullable String bankReference, @Nullable String refusal) {
        jdbc.sql("update refund_proposal set state = ?, ended_at = ?, bank_reference = ?, refusal = ? where id = ?")
                .params(state.name(), Timestamp.from(at), bankReference, refusal, id)
                .update();
    }

    private static RefundProposal row(ResultSet row, int index) throws SQLException {
        Instant decidedAt = instant(row, "decided_at");
        return new RefundProposal(
                row.getObject("id", UUID.class),
                row.getString("agency"),
                row.getString("application_number"),
                row.getString("bank"),
                row.getString("transaction_id"),
                row.getLong("received_satang"),
                row.getLong("amount_satang"),
                row.getString("reason"),
                RefundProposal.State.valueOf(row.getString("state")),
                row.getTimestamp("proposed_at").toInstant(),
                row.getString("proposed_by"),
                row.getString("proposed_by_name"),
                decidedAt == null
                        ? null
                        : new RefundProposal.Decision(
                                decidedAt,
                                row.getString("decided_by"),
                                row.getString("decided_by_name"),
                                row.getString("decision_reason")),
                row.getObject("refund_id", UUID.class),
                instant(row, "ended_at"),
                row.getString("bank_reference"),
                row.getString("refusal"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
