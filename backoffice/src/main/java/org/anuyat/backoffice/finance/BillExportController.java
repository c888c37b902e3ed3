package org.anuyat.backoffice.finance;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.anuyat.backoffice.security.CurrentOfficer;
import org.anuyat.backoffice.sheet.Sheets;
import org.anuyat.backoffice.wording.Words;
import org.anuyat.workflow.identity.Role;
import org.anuyat.workflow.payment.expected.ExpectedFee;
import org.anuyat.workflow.payment.expected.ExpectedFees;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The list of bills as a file for a spreadsheet, with the search of the page. */
@Controller
class BillExportController {

    private static final int PART = 500;

    private final ExpectedFees fees;
    private final Sheets sheets;
    private final Words words;

    BillExportController(ExpectedFees fees, Sheets sheets, Words words) {
        this.fees = fees;
        this.sheets = sheets;
        this.words = words;
    }

    @GetMapping("/backoffice/finance/bills.{ending:csv|xlsx}")
    void export(@PathVariable String ending, BillSearch search, CurrentOfficer current, HttpServletResponse response)
            throws IOException {
        String agency = current.as(Role.FINANCE).agency();
        Sheets.Rows rows =
                Sheets.Rows.of(PART, part -> fees.page(agency, search.wanted(), part, PART).entries(), this::cells);
        sheets.answer(response, ending, "bills", words.of("finance.bills.title"), heads(), rows);
    }

    private List<String> heads() {
        return Stream.of("case", "billed", "due", "bill.state", "paid", "bank", "transaction-id", "references", "receipt")
                .map(column -> words.of("finance." + column))
                .toList();
    }

    private List<String> cells(ExpectedFee fee) {
        return List.of(
                fee.applicationNumber(),
                BigDecimal.valueOf(fee.amountSatang(), 2).toPlainString(),
                Sheets.time(fee.due()),
                words.of("finance.bill.state." + fee.state()),
                paidAt(fee),
                Objects.requireNonNullElse(fee.bank(), ""),
                Objects.requireNonNullElse(fee.transactionId(), ""),
                fee.reference1() + " / " + fee.reference2(),
                Objects.requireNonNullElse(fee.receiptNumber(), ""));
    }

    private static String paidAt(ExpectedFee fee) {
        if (fee.paidAt() == null) {
            return "";
        }
        return fee.paidByStatement() ? Sheets.day(fee.paidAt()) : Sheets.time(fee.paidAt());
    }
}
