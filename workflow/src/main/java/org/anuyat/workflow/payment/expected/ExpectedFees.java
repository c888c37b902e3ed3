package org.anuyat.workflow.payment.expected;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import org.anuyat.workflow.payment.FeeBill;
import org.anuyat.workflow.thai.BuddhistDate;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The fees of an agency: listed, searched, and summed up for a day. */
@Component
public class ExpectedFees {

    private static final String FILTER =
            """
             from fee_bill b left join receipt r on r.application_number = b.application_number and r.cancelled_at is null
            where b.agency = :agency and (cast(:state as text) is null or b.state = :state)
              and (cast(:from as timestamptz) is null or (b.paid_at >= cast(:from as timestamptz) and b.paid_at < cast(:to as timestamptz)))
              and (:text = '' or b.application_number ilike :like or b.reference1 ilike :like or b.transaction_id ilike :like or r.number ilike :like)
            """;

    private final JdbcClient jdbc;

    ExpectedFees(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Which fees.
     *
     * @param state null for all
     * @param paidOn a day in Bangkok on which the bank took the money; null for any, or none
     * @param text a part of the application number, reference 1, the bank's transaction or the receipt's number; empty for all
     */
    public record Wanted(FeeBill.@Nullable State state, @Nullable LocalDate paidOn, String text) {}

    /**
     * A page of fees, latest presented first.
     *
     * @param page from 0
     */
    @Transactional(readOnly = true)
    public ExpectedFee.Page page(String agency, Wanted wanted, int page, int size) {
        var entries = filtered("select b.*, r.number as receipt_number" + FILTER
                        + " order by b.presented_at desc, b.application_number limit :size offset :skip", agency, wanted)
                .param("size", size)
                .param("skip", (long) page * size)
                .query(ExpectedFees::fee)
                .list();
        long total = filtered("select count(*)" + FILTER, agency, wanted).query(Long.class).single();
        return new ExpectedFee.Page(entries, total);
    }

    private JdbcClient.StatementSpec filtered(String sql, String agency, Wanted wanted) {
        LocalDate day = wanted.paidOn();
        String text = wanted.text().strip();
        return jdbc.sql(sql)
                .param("agency", agency)
                .param("state", wanted.state() == null ? null : wanted.state().name())
                .param("from", day == null ? null : start(day).toString())
                .param("to", day == null ? null : start(day.plusDays(1)).toString())
                .param("text", text)
                .param("like", "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(BuddhistDate.ZONE).toInstant();
    }

    /** The figures of a day in Bangkok. */
    @Transactional(readOnly = true)
    public FeeDay day(String agency, LocalDate day) {
        return jdbc.sql(
                        """
                        select count(*) filter (where state = 'OPEN') as open, coalesce(sum(amount_satang) filter (where state = 'OPEN'), 0) as open_satang,
                               count(*) filter (where state = 'OPEN' and due >= :from and due < :to) as due,
                               coalesce(sum(amount_satang) filter (where state = 'OPEN' and due >= :from and due < :to), 0) as due_satang,
                               count(*) filter (where paid_at >= :from and paid_at < :to) as paid,
                               coalesce(sum(paid_satang) filter (where paid_at >= :from and paid_at < :to), 0) as paid_satang
                          from fee_bill where agency = :agency
                        """)
                .param("agency", agency)
                .param("from", Timestamp.from(start(day)))
                .param("to", Timestamp.from(start(day.plusDays(1))))
                .query((row, index) -> new FeeDay(
                        new FeeDay.Sum(row.getLong("open"), row.getLong("open_satang")),
                        new FeeDay.Sum(row.getLong("due"), row.getLong("due_satang")),
                        new FeeDay.Sum(row.getLong("paid"), row.getLong("paid_satang"))))
                .single();
    }

    private static ExpectedFee fee(ResultSet row, int index) throws SQLException {
        Timestamp paidAt = row.getTimestamp("paid_at");
        return new ExpectedFee(
                row.getString("application_number"),
                row.getLong("amount_satang"),
                row.getString("reference1"),
                row.getString("reference2"),
                row.getTimestamp("presented_at").toInstant(),
                row.getTimestamp("due").toInstant(),
                FeeBill.State.valueOf(row.getString("state")),
                paidAt == null ? null : paidAt.toInstant(),
                row.getString("bank"),
                row.getString("transaction_id"),
                row.getString("receipt_number"));
    }
}
