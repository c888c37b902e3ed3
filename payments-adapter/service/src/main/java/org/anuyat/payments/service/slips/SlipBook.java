package org.anuyat.payments.service.slips;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.anuyat.payments.api.slips.Slip;
import org.anuyat.payments.api.slips.Slip.Repeated.Because;
import org.anuyat.payments.api.slips.SlipDecision;
import org.anuyat.payments.api.slips.SlipFinding.Transfer;
import org.anuyat.payments.api.slips.SlipOrder;
import org.anuyat.payments.api.slips.StatementEntry;
import org.anuyat.payments.service.PaymentsPart;
import org.anuyat.payments.service.Utc;
import org.anuyat.payments.service.banks.SlipAnswer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Enters slips and what becomes of them. */
@PaymentsPart("paymentsSlipBook")
class SlipBook {

    private final JdbcClient sql;
    private final Clock clock;

    SlipBook(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** A slip that was there before, and what is the same. */
    record Earlier(UUID id, Because because) {}

    /** A slip about which the bank is to be asked. */
    record Waiting(UUID id, Instant receivedAt, int tries) {}

    /** An earlier slip of the same transfer or file; not one of the same bill that was refused. */
    Optional<Earlier> earlier(UUID billId, Slip.@Nullable Code code, String digest) {
        return sql.sql(
                        """
                        select id, transaction_ref = :transaction and sending_bank = :bank as same_transfer from payments.slip
                         where state <> 'REPEATED' and not (state = 'REFUSED' and bill_id = :bill)
                           and (digest = :digest or (transaction_ref = :transaction and sending_bank = :bank))
                         order by same_transfer desc nulls last, received_at limit 1
                        """)
                .param("bill", billId)
                .param("digest", digest)
                .param("transaction", code == null ? "" : code.transaction())
                .param("bank", bank(code))
                .query((row, number) -> new Earlier(
                        row.getObject("id", UUID.class), row.getBoolean("same_transfer") ? Because.TRANSFER : Because.FILE))
                .optional();
    }

    private static String bank(Slip.@Nullable Code code) {
        return code == null || code.bank() == null ? "" : code.bank();
    }

    /**
     * Enters a slip, about which the bank will be asked unless it repeats an earlier one.
     *
     * @return false when its id, or just now its transfer or file, is there already
     */
    boolean enter(SlipOrder order, Slip.@Nullable Code code, @Nullable Earlier earlier) {
        Instant now = clock.instant();
        return sql.sql(
                                """
                                insert into payments.slip (id, bill_id, digest, payload, sending_bank, transaction_ref, received_at, state,
                                  repeats, repeats_by, ask_at)
                                values (:id, :bill, :digest, :payload, :bank, :transaction, :now, :state, :repeats, :because,
                                  case when :state = 'WAITING' then cast(:now as timestamptz) end)
                                on conflict do nothing
                                """)
                        .param("id", order.id())
                        .param("bill", order.billId())
                        .param("digest", order.digest())
                        .param("payload", code == null ? null : code.payload())
                        .param("bank", code == null ? null : bank(code))
                        .param("transaction", code == null ? null : code.transaction())
                        .param("now", Utc.column(now))
                        .param("state", earlier == null ? "WAITING" : "REPEATED")
                        .param("repeats", earlier == null ? null : earlier.id())
                        .param("because", earlier == null ? null : earlier.because().name())
                        .update()
                == 1;
    }

    /** Takes one about which the bank is to be asked now; nobody else does until the lease ends. */
    Optional<Waiting> claim(Duration lease) {
        Instant now = clock.instant();
        return sql.sql(
                        """
                        update payments.slip set tries = tries + 1, ask_at = :lease
                         where id = (select id from payments.slip where ask_at <= :now order by ask_at limit 1 for update skip locked)
                        returning id, received_at, tries
                        """)
                .param("lease", Utc.column(now.plus(lease)))
                .param("now", Utc.column(now))
                .query((row, number) ->
                        new Waiting(row.getObject("id", UUID.class), Utc.read(row, "received_at"), row.getInt("tries")))
                .optional();
    }

    /** Asks again later. */
    void again(UUID id, @Nullable Duration pause, String why) {
        sql.sql("update payments.slip set ask_at = cast(? as timestamptz), last_error = ? where id = ?")
                .params(pause == null ? null : Utc.column(clock.instant().plus(pause)).toString(), why, id)
                .update();
    }

    /** Enters what the bank said; it isn't asked again by itself. */
    void answered(UUID id, SlipAnswer answer) {
        Transfer transfer = answer.transfer();
        sql.sql(
                        """
                        update payments.slip set answer = :answer, answered_at = :now, answer_satang = :satang, answer_receiver = :receiver,
                          answer_ref1 = :ref1, answer_ref2 = :ref2, answer_paid_at = cast(:paidAt as timestamptz), last_error = null
                         where id = :id
                        """)
                .param("answer", answer.state().name())
                .param("now", Utc.column(clock.instant()))
                .param("satang", transfer == null ? null : transfer.amountSatang())
                .param("receiver", transfer == null ? null : transfer.receiver())
                .param("ref1", transfer == null ? null : transfer.reference1())
                .param("ref2", transfer == null ? null : transfer.reference2())
                .param("paidAt", transfer == null ? null : Utc.column(transfer.paidAt()).toString())
                .param("id", id)
                .update();
    }

    /** All that can be asked has been. */
    void asked(UUID id) {
        sql.sql("update payments.slip set ask_at = null where id = ?").param(id).update();
    }

    /** Holds a slip until the transaction ends. */
    void hold(UUID id) {
        sql.sql("select 1 from payments.slip where id = ? for update").param(id).query().listOfRows();
    }

    /** Whether the line of a statement counts for a payment, or is about to count for another slip. */
    boolean isUsed(StatementEntry entry, String number) {
        return sql.sql(
                        """
                        select exists (select 1 from payments.bank_payment where bank_code = :bank and transaction_id = :number)
                            or exists (select 1 from payments.slip
                                        where statement_bank = :bank and statement_on = :on and statement_line = :line)
                        """)
                .param("bank", entry.bank())
                .param("number", number)
                .param("on", entry.on())
                .param("line", entry.line())
                .query(Boolean.class)
                .single();
    }

    /** Enters what a first officer found. */
    void propose(UUID id, StatementEntry entry) {
        sql.sql(
                        """
                        update payments.slip set state = 'PROPOSED', statement_bank = ?, statement_on = ?, statement_line = ?,
                          statement_satang = ?, proposed_by = ?, proposed_at = ? where id = ?
                        """)
                .params(
                        entry.bank(), entry.on(), entry.line(), entry.amountSatang(), entry.officer(), Utc.column(clock.instant()), id)
                .update();
    }

    /** Has the slip wait for a finance officer again. */
    void decline(UUID id, SlipDecision decision) {
        sql.sql(
                        """
                        update payments.slip set state = 'WAITING', statement_bank = null, statement_on = null, statement_line = null,
                          statement_satang = null, proposed_by = null, proposed_at = null,
                          declined_by = ?, declined_at = ?, declined_reason = ? where id = ?
                        """)
                .params(decision.officer(), Utc.column(clock.instant()), decision.reason(), id)
                .update();
    }

    void refuse(UUID id, SlipDecision decision) {
        sql.sql("update payments.slip set state = 'REFUSED', decided_by = ?, decided_at = ?, reason = ?, ask_at = null where id = ?")
                .params(decision.officer(), Utc.column(clock.instant()), decision.reason(), id)
                .update();
    }

    void accept(UUID id, SlipDecision decision, UUID paymentId) {
        sql.sql("update payments.slip set state = 'ACCEPTED', decided_by = ?, decided_at = ?, payment_id = ?, ask_at = null where id = ?")
                .params(decision.officer(), Utc.column(clock.instant()), paymentId, id)
                .update();
    }
}
