package org.anuyat.sandboxbank.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anuyat.sandboxbank.BankPart;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The bank's ledger in its own schema. */
@BankPart("sandboxBankLedger")
public class Ledger {

    /** The bank's days are days in Bangkok. */
    public static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");

    /** The make-believe bank goes by the code of the bank whose API it speaks. */
    public static final String BANK = "014";

    private static final String COLUMNS =
            "select transaction_id, biller_id, reference1, reference2, reference3, amount_satang, paid_at from sandbox_bank.payment";

    private final JdbcClient sql;
    private final Clock clock;

    Ledger(JdbcClient sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Takes a ticket; false when it was taken before. */
    public boolean take(UUID ticket, Manner manner) {
        return sql.sql("insert into sandbox_bank.ticket (id, manner, created_at) values (?, ?, ?) on conflict do nothing")
                .params(ticket, manner.name(), column(clock.instant()))
                .update() == 1;
    }

    /** Enters a payment under a ticket. */
    public void enter(UUID ticket, Entry entry) {
        sql.sql(
                        """
                        insert into sandbox_bank.payment (transaction_id, ticket, biller_id, reference1, reference2, reference3,
                          amount_satang, paid_at) values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        entry.transactionId(),
                        ticket,
                        entry.billerId(),
                        entry.reference1(),
                        entry.reference2(),
                        entry.reference3(),
                        entry.amountSatang(),
                        column(entry.paidAt()))
                .update();
    }

    /** How the ticket was paid; empty when there is no such ticket. */
    public Optional<Manner> manner(UUID ticket) {
        return sql.sql("select manner from sandbox_bank.ticket where id = ?")
                .param(ticket)
                .query(String.class)
                .optional()
                .map(Manner::valueOf);
    }

    public List<Entry> ofTicket(UUID ticket) {
        return sql.sql(COLUMNS + " where ticket = ? order by paid_at, transaction_id")
                .param(ticket)
                .query(Ledger::entry)
                .list();
    }

    /** The payment of that number. */
    public Optional<Entry> find(String transactionId) {
        return sql.sql(COLUMNS + " where transaction_id = ?").param(transactionId).query(Ledger::entry).optional();
    }

    /** The payments of one day for a biller's reference; an empty reference 2 stands for any. */
    public List<Entry> find(LocalDate day, String billerId, String reference1, String reference2) {
        OffsetDateTime start = column(day.atStartOfDay(BANGKOK).toInstant());
        OffsetDateTime end = column(day.plusDays(1).atStartOfDay(BANGKOK).toInstant());
        return sql.sql(COLUMNS
                        + """
                         where biller_id = ? and reference1 = ? and (? = '' or reference2 = ?) and paid_at >= ? and paid_at < ?
                         order by paid_at, transaction_id
                        """)
                .params(billerId, reference1, reference2, reference2, start, end)
                .query(Ledger::entry)
                .list();
    }

    /** The payments of one day for a biller. */
    public List<Entry> ofDay(String billerId, LocalDate day) {
        return sql.sql(COLUMNS + " where biller_id = ? and paid_at >= ? and paid_at < ? order by paid_at, transaction_id")
                .params(
                        billerId,
                        column(day.atStartOfDay(BANGKOK).toInstant()),
                        column(day.plusDays(1).atStartOfDay(BANGKOK).toInstant()))
                .query(Ledger::entry)
                .list();
    }

    /** The newest payments. */
    public List<Entry> latest(int most) {
        return sql.sql(COLUMNS + " order by paid_at desc, transaction_id limit ?")
                .param(most)
                .query(Ledger::entry)
                .list();
    }

    private static OffsetDateTime column(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getString("transaction_id"),
                row.getString("biller_id"),
                row.getString("reference1"),
                row.getString("reference2"),
                row.getString("reference3"),
                row.getLong("amount_satang"),
                row.getObject("paid_at", OffsetDateTime.class).toInstant());
    }
}
