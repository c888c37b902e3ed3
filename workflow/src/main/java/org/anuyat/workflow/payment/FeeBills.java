package org.anuyat.workflow.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.anuyat.workflow.language.LocalizedText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code fee_bill} with its receipts. */
@Repository
class FeeBills {

    private static final String SELECT =
            """
            select b.*, r.number as receipt_number, r.file_id as receipt_file
            from fee_bill b left join receipt r on r.application_number = b.application_number and r.cancelled_at is null
            """;

    private final JdbcClient jdbc;

    FeeBills(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<FeeBill> find(String applicationNumber) {
        return jdbc.sql(SELECT + " where b.application_number = ?")
                .param(applicationNumber)
                .query(FeeBills::bill)
                .optional();
    }

    void insert(String agency, Billing.Order order, Billing.Presented presented, LocalizedText basis, Instant at) {
        jdbc.sql(
                        """
                        insert into fee_bill (application_number, agency, bill_id, amount_satang, legal_basis_th, legal_basis_en,
                            description, biller_id, reference1, reference2, qr_payload, barcode_payload, presented_at, due, state)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN')
                        """)
                .params(
                        order.applicationNumber(),
                        agency,
                        presented.billId(),
                        presented.amountSatang(),
                        basis.th(),
                        basis.en(),
                        order.description(),
                        presented.billerId(),
                        presented.reference1(),
                        presented.reference2(),
                        presented.qrPayload(),
                        presented.barcodePayload(),
                        Timestamp.from(at),
                        Timestamp.from(presented.due()))
                .update();
    }

    void close(String applicationNumber, FeeBill.State as) {
        jdbc.sql("update fee_bill set state = ? where application_number = ? and state = 'OPEN'")
                .params(as.name(), applicationNumber)
                .update();
    }

    void settle(String applicationNumber, Billing.Money money) {
        jdbc.sql(
                        """
                        update fee_bill set state = 'PAID', bank = ?, transaction_id = ?, paid_at = ?, paid_satang = ?
                        where application_number = ? and state = 'OPEN'
                        """)
                .params(
                        money.bank(),
                        money.transactionId(),
                        Timestamp.from(money.paidAt()),
                        money.amountSatang(),
                        applicationNumber)
                .update();
    }

    /** The money that paid the bill went back; false when the bill was paid by other money. */
    boolean refund(String applicationNumber, String bank, String transactionId, Instant at) {
        return jdbc.sql(
                                """
                                update fee_bill set state = 'REFUNDED', refunded_at = ?
                                where application_number = ? and bank = ? and transaction_id = ? and state = 'PAID'
                                """)
                        .params(Timestamp.from(at), applicationNumber, bank, transactionId)
                        .update()
                == 1;
    }

    /** Takes note of a notice; false when it was acted on before. */
    boolean firstTime(UUID noticeId, Instant at) {
        return jdbc.sql("insert into payment_notice (notice_id, received_at) values (?, ?) on conflict do nothing")
                        .params(noticeId, Timestamp.from(at))
                        .update()
                == 1;
    }

    private static FeeBill bill(ResultSet row, int index) throws SQLException {
        @Nullable Timestamp paidAt = row.getTimestamp("paid_at");
        return new FeeBill(
                row.getString("application_number"),
                row.getString("agency"),
                row.getObject("bill_id", UUID.class),
                row.getLong("amount_satang"),
                new LocalizedText(row.getString("legal_basis_th"), row.getString("legal_basis_en")),
                row.getString("description"),
                row.getString("biller_id"),
                row.getString("reference1"),
                row.getString("reference2"),
                row.getString("qr_payload"),
                row.getString("barcode_payload"),
                row.getTimestamp("presented_at").toInstant(),
                row.getTimestamp("due").toInstant(),
                FeeBill.State.valueOf(row.getString("state")),
                paidAt == null ? null : paidAt.toInstant(),
                row.getString("bank"),
                row.getString("transaction_id"),
                row.getString("receipt_number"),
                row.getObject("receipt_file", UUID.class));
    }
}
