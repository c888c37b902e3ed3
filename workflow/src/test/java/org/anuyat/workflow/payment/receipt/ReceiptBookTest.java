package org.anuyat.workflow.payment.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.anuyat.testing.TestPostgres;
import org.anuyat.workflow.catalogue.CatalogueTestApplication;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The numbers of receipts in the database itself: no gap, nothing taken out, one valid receipt for a payment. */
@SpringBootTest(classes = CatalogueTestApplication.class)
@Import({TestPostgres.class, ReceiptBook.class})
class ReceiptBookTest {

    private static final Receipt.Cancellation CANCELLATION =
            new Receipt.Cancellation(Instant.parse("2026-11-21T03:00:00Z"), "officer", "นางเงินทอง", "ชื่อผิด");

    @Autowired
    private ReceiptBook book;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    private String bill(String agency) {
        String number = "APP-" + UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into fee_bill (application_number, agency, bill_id, amount_satang, legal_basis_th, legal_basis_en, description,
                            biller_id, reference1, reference2, qr_payload, barcode_payload, presented_at, due, state)
                        values (?, ?, ?, 100, '', '', '', '', '', '', '', '', now(), now(), 'OPEN')
                        """)
                .params(number, agency, UUID.randomUUID())
                .update();
        return number;
    }

    private List<Integer> running(String agency) {
        return jdbc.sql("select running from receipt where agency = ? order by running").param(agency).query(Integer.class).list();
    }

    @Test
    void a_number_that_was_taken_in_vain_is_given_to_the_next() throws Exception {
        ExecutorService cashiers = Executors.newFixedThreadPool(6);
        try {
            List<Callable<Boolean>> all = IntStream.range(0, 40)
                    .mapToObj(i -> (Callable<Boolean>) () -> {
                        String application = bill("GAP");
                        return Boolean.TRUE.equals(transactions.execute(status -> {
                            book.take("GAP", application);
                            if (i % 3 == 0) {
                                status.setRollbackOnly();
                            }
                            return !status.isRollbackOnly();
                        }));
                    })
                    .toList();
            int kept = 0;
            for (Future<Boolean> one : cashiers.invokeAll(all)) {
                kept += one.get() ? 1 : 0;
            }
            assertThat(running("GAP")).isEqualTo(IntStream.rangeClosed(1, kept).boxed().toList());
        } finally {
            cashiers.shutdownNow();
        }
    }

    @Test
    void the_database_takes_no_gap_and_gives_nothing_back() {
        String application = bill("KEP");
        String number = transactions.execute(status -> book.take("KEP", application));
        assertThatThrownBy(() -> jdbc.sql(
                                """
                                insert into receipt (number, agency, fiscal_year, running, application_number, issued_at)
                                select 'X', agency, fiscal_year, running + 2, ?, now() from receipt where number = ?
                                """)
                        .params(bill("KEP"), number)
                        .update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("would leave a gap");
        assertThatThrownBy(() -> jdbc.sql("delete from receipt where number = ?").param(number).update())
                .hasMessageContaining("stays in the record");
        assertThatThrownBy(() -> jdbc.sql("update receipt set running = 7 where number = ?").param(number).update())
                .hasMessageContaining("stays as it is");
    }

    @Test
    void a_cancelled_receipt_stays_and_another_takes_its_place_once() {
        String application = bill("CAN");
        String first = transactions.execute(status -> book.take("CAN", application));
        assertThatThrownBy(() -> transactions.execute(status -> book.take("CAN", application)))
                .isInstanceOf(DataAccessException.class);
        assertThat(transactions.<Boolean>execute(status -> book.cancel(first, CANCELLATION))).isTrue();
        assertThat(transactions.<Boolean>execute(status -> book.cancel(first, CANCELLATION))).isFalse();
        assertThatThrownBy(() -> jdbc.sql(
                                "update receipt set cancelled_at = null, cancelled_by = null, cancelled_by_name = null, cancel_reason = null where number = ?")
                        .param(first)
                        .update())
                .hasMessageContaining("stays as it is");

        Receipt cancelled = book.find(first).orElseThrow();
        Replacement replacement = new Replacement(Purpose.WRONG_NAME, null, "นางสาวสมหญิง รักดี", null);
        String second = transactions.execute(status -> book.replace(cancelled, replacement));
        List<Receipt> all = book.ofApplication(application);
        assertThat(all).extracting(Receipt::number).containsExactly(first, second);
        assertThat(all.get(0).cancellation()).isEqualTo(CANCELLATION);
        assertThat(all.get(1).replacing())
                .isEqualTo(new Receipt.Replacing(first, cancelled.issuedAt(), Purpose.WRONG_NAME, "ชื่อผิด"));
        assertThat(running("CAN")).containsExactly(1, 2);

        transactions.executeWithoutResult(status -> book.cancel(second, CANCELLATION));
        assertThatThrownBy(() -> transactions.execute(status -> book.replace(cancelled, replacement)))
                .as("a second replacement of the first")
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void the_fiscal_year_begins_on_the_first_of_october() {
        assertThat(ReceiptBook.fiscalYear(LocalDate.of(2026, 9, 30))).isEqualTo(2569);
        assertThat(ReceiptBook.fiscalYear(LocalDate.of(2026, 10, 1))).isEqualTo(2570);
        assertThat(ReceiptBook.fiscalYear(LocalDate.of(2026, 12, 31))).isEqualTo(2570);
        assertThat(ReceiptBook.fiscalYear(LocalDate.of(2027, 1, 1))).isEqualTo(2570);
    }
}
