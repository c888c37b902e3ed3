package org.anuyat.payments.service.books;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Bills that an end-of-day file has settled, of which the platform is still to be told. */
final class SettledByFile {

    private SettledByFile() {}

    /** Bills with references 1 of F000001 and so on, in the order of the file; the later one stands in the file, the smaller is its bill's id. */
    static void enter(JdbcClient sql, String biller, int payments) {
        sql.sql(
                        """
                        with bill as (
                          insert into payments.bill (id, idempotency_key, order_digest, agency, application_number, biller_name, description, payer_name,
                            bank, biller_id, reference1, reference2, amount_satang, due, presented_at, qr_payload, barcode_payload)
                          select cast(lpad(to_hex(16777216 - i), 32, '0') as uuid), 'file-' || i, '', 'bma', 'APP-' || i, '', '', '', 'files', :biller,
                                 'F' || lpad(i::text, 6, '0'), '1', 10000, now() + interval '1 day', now(), '', ''
                            from generate_series(1, :payments) i
                          returning id, reference1),
                        standing as (insert into payments.bill_standing (bill_id, state, notices) select id, 'PAID', 1 from bill),
                        file as (
                          insert into payments.day_file (id, bank, bank_code, agency, account, effective_on, digest, received_at, credits, credit_satang,
                            debits, debit_satang)
                          values (gen_random_uuid(), 'files', '030', 'bma', '', '2026-11-20', '', now(), :payments, 0, 0, 0) returning id),
                        payment as (
                          insert into payments.bank_payment (id, bank_code, transaction_id, biller_id, reference1, reference2, amount_satang, paid_at,
                            confirmed_at, bill_id, standing, later_notice)
                          select gen_random_uuid(), '030', reference1, :biller, reference1, '1', 10000, now(), now(), id, 'ON_BILL', 1 from bill
                          returning id, reference1),
                        line as (
                          insert into payments.day_file_line (file_id, line, credit, biller_id, reference1, reference2, amount_satang, paid_at, paid_on,
                            payment_id)
                          select file.id, 1 + substr(reference1, 2)::integer, true, :biller, reference1, '1', 10000, now(), '2026-11-20', payment.id
                            from payment, file)
                        insert into payments.later_notices select id, 2, 1 + :payments, now() from file
                        """)
                .param("biller", biller)
                .param("payments", payments)
                .update();
    }
}
