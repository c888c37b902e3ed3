package org.anuyat.payments.service.slips;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anuyat.payments.api.Bill;
import org.anuyat.payments.api.slips.Slip;
import org.anuyat.payments.api.slips.Slip.Repeated.Because;
import org.anuyat.payments.api.slips.SlipFinding;
import org.anuyat.payments.api.slips.SlipFinding.Answer;
import org.anuyat.payments.api.slips.SlipFinding.Transfer;
import org.anuyat.payments.api.slips.StatementEntry;
import org.anuyat.payments.service.PaymentsPart;
import org.anuyat.payments.service.PaymentsSettings;
import org.anuyat.payments.service.Utc;
import org.anuyat.payments.service.banks.Banks;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads slips as others see them: with their bill as it is now. */
@PaymentsPart("paymentsSlipShelf")
class SlipShelf {

    private static final String SLIPS =
            """
            select s.*, b.agency, b.application_number, b.payer_name, b.reference1, b.reference2, b.amount_satang as bill_satang, b.bank as bill_bank,
                   case when standing.state = 'OPEN' and b.due < :now then 'EXPIRED' else standing.state end as bill_state,
                   case when s.state in ('WAITING', 'PROPOSED') and exists (select 1 from payments.bank_payment p where p.bill_id = b.id)
                        then 'OVERTAKEN' else s.state end as stands,
                   -- another agency's case is none of this one's business
                   case when eb.agency = b.agency then eb.application_number else '' end as earlier_number, e.received_at as earlier_at
              from payments.slip s
              join payments.bill b on b.id = s.bill_id
              join payments.bill_standing standing on standing.bill_id = b.id
              left join payments.slip e on e.id = s.repeats
              left join payments.bill eb on eb.id = e.bill_id
            """;
    private static final String OF_AGENCY = "select * from (" + SLIPS
            + """
            where b.agency = :agency
              and (:text = '' or b.application_number ilike :like or b.reference1 ilike :like or b.payer_name ilike :like
                   or s.transaction_ref ilike :like)) found
             where (cast(:state as text) is null or stands = :state) and (not :open or stands in ('WAITING', 'PROPOSED'))
            """;

    private final JdbcClient sql;
    private final Banks banks;
    private final PaymentsSettings settings;
    private final Clock clock;

    SlipShelf(JdbcClient sql, Banks banks, PaymentsSettings settings, Clock clock) {
        this.sql = sql;
        this.banks = banks;
        this.settings = settings;
        this.clock = clock;
    }

    Optional<Slip> find(UUID id) {
        return sql.sql(SLIPS + " where s.id = :id")
                .param("id", id)
                .param("now", Utc.column(clock.instant()))
                .query(this::row)
                .optional();
    }

    List<Slip> ofBill(UUID billId, int most) {
        return sql.sql(SLIPS + " where s.bill_id = :bill order by s.received_at, s.id limit :most")
                .param("bill", billId)
                .param("most", most)
                .param("now", Utc.column(clock.instant()))
                .query(this::row)
                .list();
    }

    Slip.Page page(String agency, boolean openOnly, Slip.@Nullable State state, String text, int page, int size) {
        String name = state == null ? null : state.name();
        String plain = text.strip();
        String like = "%" + plain.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
        List<Slip> entries = filtered(sql.sql(OF_AGENCY + " order by received_at, id limit :size offset :skip"), agency, openOnly, name, plain, like)
                .param("size", size)
                .param("skip", (long) page * size)
                .query(this::row)
                .list();
        long total = filtered(sql.sql("select count(*) from (" + OF_AGENCY + ") all_of_them"), agency, openOnly, name, plain, like)
                .query(Long.class)
                .single();
        return new Slip.Page(entries, page, size, total);
    }

    private JdbcClient.StatementSpec filtered(
            JdbcClient.StatementSpec query, String agency, boolean openOnly, @Nullable String state, String text, String like) {
        return query.param("agency", agency)
                .param("open", openOnly)
                .param("state", state)
                .param("text", text)
                .param("like", like)
                .param("now", Utc.column(clock.instant()));
    }

    private Slip row(ResultSet row, int number) throws SQLException {
        String agency = row.getString("agency");
        return new Slip(
                row.getObject("id", UUID.class),
                Slip.State.valueOf(row.getString("stands")),
                row.getObject("bill_id", UUID.class),
                agency,
                row.getString("application_number"),
                row.getString("payer_name"),
                row.getString("reference1"),
                row.getString("reference2"),
                row.getLong("bill_satang"),
                Bill.State.valueOf(row.getString("bill_state")),
                codes(agency, row.getString("bill_bank")),
                row.getString("digest"),
                code(row),
                repeated(row),
                Utc.read(row, "received_at"),
                finding(row),
                statement(row),
                declined(row),
                decision(row));
    }

    /** Codes of the banks that collect for a bill. */
    private List<String> codes(String agency, String presentedWith) {
        return settings.banksOf(agency, presentedWith).stream()
                .flatMap(name -> banks.find(name).stream())
                .map(bank -> bank.code())
                .sorted()
                .distinct()
                .toList();
    }

    private static Slip.@Nullable Code code(ResultSet row) throws SQLException {
        String bank = row.getString("sending_bank");
        return bank == null
                ? null
                : new Slip.Code(bank.isEmpty() ? null : bank, row.getString("transaction_ref"), row.getString("payload"));
    }

    private static Slip.@Nullable Repeated repeated(ResultSet row) throws SQLException {
        UUID earlier = row.getObject("repeats", UUID.class);
        return earlier == null
                ? null
                : new Slip.Repeated(
                        earlier,
                        row.getString("earlier_number"),
                        Utc.read(row, "earlier_at"),
                        Because.valueOf(row.getString("repeats_by")));
    }

    private static SlipFinding finding(ResultSet row) throws SQLException {
        Transfer transfer = row.getObject("answer_paid_at") == null
                ? null
                : new Transfer(
                        row.getLong("answer_satang"),
                        row.getString("answer_receiver"),
                        row.getString("answer_ref1"),
                        row.getString("answer_ref2"),
                        Utc.read(row, "answer_paid_at"));
        return new SlipFinding(answer(row), Utc.readNullable(row, "answered_at"), transfer);
    }

    private static Answer answer(ResultSet row) throws SQLException {
        if (row.getString("payload") == null) {
            return Answer.NO_CODE;
        }
        String answer = row.getString("answer");
        if (answer != null) {
            return Answer.valueOf(answer);
        }
        return row.getObject("ask_at") == null ? Answer.UNANSWERED : Answer.ASKING;
    }

    private static Slip.@Nullable Statement statement(ResultSet row) throws SQLException {
        String officer = row.getString("proposed_by");
        return officer == null
                ? null
                : new Slip.Statement(
                        new StatementEntry(
                                row.getString("statement_bank"),
                                row.getObject("statement_on", LocalDate.class),
                                row.getString("statement_line"),
                                row.getLong("statement_satang"),
                                officer),
                        Utc.read(row, "proposed_at"));
    }

    private static Slip.@Nullable Decision declined(ResultSet row) throws SQLException {
        String officer = row.getString("declined_by");
        return officer == null ? null : new Slip.Decision(officer, Utc.read(row, "declined_at"), row.getString("declined_reason"));
    }

    private static Slip.@Nullable Decision decision(ResultSet row) throws SQLException {
        String officer = row.getString("decided_by");
        return officer == null ? null : new Slip.Decision(officer, Utc.read(row, "decided_at"), row.getString("reason"));
    }
}
