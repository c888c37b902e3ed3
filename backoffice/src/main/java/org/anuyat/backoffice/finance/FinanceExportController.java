package org.anuyat.backoffice.finance;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.anuyat.backoffice.security.CurrentOfficer;
import org.anuyat.backoffice.sheet.Sheets;
import org.anuyat.backoffice.wording.Words;
import org.anuyat.payments.api.Discrepancy;
import org.anuyat.payments.api.Reconciliation;
import org.anuyat.workflow.identity.Officer;
import org.anuyat.workflow.identity.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The queue of money as a file for a spreadsheet, with the filters of the page. */
@Controller
class FinanceExportController {

    private final Queue queue;
    private final Sheets sheets;
    private final Words words;

    FinanceExportController(Queue queue, Sheets sheets, Words words) {
        this.queue = queue;
        this.sheets = sheets;
        this.words = words;
    }

    @GetMapping("/backoffice/finance.{ending:csv|xlsx}")
    void export(
            @PathVariable String ending,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "open") String show,
            @RequestParam(defaultValue = "") String text,
            CurrentOfficer current,
            HttpServletResponse response)
            throws IOException {
        Officer officer = current.as(Role.FINANCE);
        Discrepancy.@Nullable Kind wanted = FinanceController.kind(kind);
        boolean undecidedOnly = !show.equals("all");
        String search = FinanceController.search(text);
        int size = Reconciliation.LARGEST_PAGE;
        Sheets.Rows rows = Sheets.Rows.of(
                size, part -> queue.page(officer, wanted, undecidedOnly, search, part, size).entries(), this::cells);
        sheets.answer(response, ending, "finance", words.of("finance.queue"), heads(), rows);
    }

    private List<String> heads() {
        return List.of(
                        "found", "kind", "case", "received", "billed", "paid", "bank", "transaction-id", "references",
                        "decision", "reason")
                .stream()
                .map(column -> words.of("finance." + column))
                .toList();
    }

    private List<String> cells(Discrepancy entry) {
        return List.of(
                Sheets.time(entry.foundAt()),
                words.of("finance.kind." + entry.kind()),
                Objects.requireNonNullElse(entry.applicationNumber(), ""),
                baht(entry.payment().amountSatang()),
                entry.billAmountSatang() == null ? "" : baht(entry.billAmountSatang()),
                entry.payment().byStatement()
                        ? Sheets.day(entry.payment().paidAt())
                        : Sheets.time(entry.payment().paidAt()),
                entry.payment().bank(),
                entry.payment().transactionId(),
                entry.reference1() + " / " + entry.reference2(),
                entry.settlement() == null
                        ? ""
                        : words.of("finance.decision." + entry.settlement().decision()),
                entry.settlement() == null ? "" : entry.settlement().reason());
    }

    private static String baht(long satang) {
        return BigDecimal.valueOf(satang, 2).toPlainString();
    }
}
