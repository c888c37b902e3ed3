package org.anuyat.backoffice.finance.dayfiles;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anuyat.backoffice.security.CurrentOfficer;
import org.anuyat.backoffice.sheet.Sheets;
import org.anuyat.backoffice.wording.Words;
import org.anuyat.payments.api.dayfiles.DayDifference;
import org.anuyat.payments.api.dayfiles.DayFile;
import org.anuyat.workflow.payment.closing.DayClosings;
import org.anuyat.workflow.payment.closing.DayDecision;
import org.anuyat.workflow.thai.BuddhistDate;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The report of a day as a spreadsheet: the sums in front, every difference with what was decided behind. Money as numbers, in baht. */
@Controller
class DayReportController {

    private static final List<String> COLUMNS =
            List.of("line", "kind", "reference1", "reference2", "paid-at", "there", "here", "customer", "case", "action", "decision", "decided-by");
    private static final String MONEY = "#,##0.00";

    private final DayFileDesk desk;
    private final DayClosings closings;
    private final Words words;

    DayReportController(DayFileDesk desk, DayClosings closings, Words words) {
        this.desk = desk;
        this.closings = closings;
        this.words = words;
    }

    @GetMapping("/backoffice/finance/day-files/{id}/report.xlsx")
    void report(@PathVariable UUID id, CurrentOfficer current, HttpServletResponse response) throws IOException {
        DayFile file = desk.find(current.officer(), id);
        response.setContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"reconciliation-" + file.effectiveOn() + ".xlsx\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        try (Workbook workbook = new Workbook(response.getOutputStream(), "Anuyat", "1.0")) {
            sums(workbook.newWorksheet(words.of("finance.day.sums")), file);
            differences(workbook.newWorksheet(words.of("finance.day.differences")), file);
        }
    }

    private void sums(Worksheet sheet, DayFile file) {
        text(sheet, 0, "effective-on", file.effectiveOn().toString());
        text(sheet, 1, "account", file.account());
        text(sheet, 2, "received-at", time(file.receivedAt()));
        sum(sheet, 3, "credits", file.credits(), file.creditSatang());
        sum(sheet, 4, "matched", file.matched(), file.matchedSatang());
        sum(sheet, 5, "unmatched", file.credits() - file.matched(), file.creditSatang() - file.matchedSatang());
        sum(sheet, 6, "debits", file.debits(), file.debitSatang());
        sheet.width(0, 40);
        sheet.width(1, 20);
        sheet.width(2, 20);
    }

    private void text(Worksheet sheet, int row, String name, String value) {
        sheet.value(row, 0, words.of("finance.day." + name));
        sheet.value(row, 1, value);
    }

    private void sum(Worksheet sheet, int row, String name, long count, long satang) {
        sheet.value(row, 0, words.of("finance.day." + name));
        sheet.value(row, 1, count);
        money(sheet, row, 2, satang);
    }

    private void differences(Worksheet sheet, DayFile file) {
        for (int column = 0; column < COLUMNS.size(); column++) {
            sheet.value(0, column, words.of("finance.day." + COLUMNS.get(column)));
        }
        int[] row = {0};
        Map<String, DayDecision> decisions = closings.decisions(file.id());
        desk.forEach(file, difference -> {
            difference(sheet, ++row[0], difference);
            DayDecision decision = decisions.get(DayFigureDesk.key(difference));
            if (decision != null) {
                sheet.value(row[0], 10, decision.text());
                sheet.value(row[0], 11, decision.officerName());
            }
        });
        sheet.freezePane(0, 1);
    }

    private void difference(Worksheet sheet, int row, DayDifference difference) {
        if (difference.line() != null) {
            sheet.value(row, 0, difference.line());
        }
        sheet.value(row, 1, words.of("finance.day.kind." + difference.kind()));
        sheet.value(row, 2, difference.reference1());
        sheet.value(row, 3, difference.reference2());
        sheet.value(row, 4, difference.byStatement() ? Sheets.day(difference.paidAt()) : time(difference.paidAt()));
        money(sheet, row, 5, difference.thereSatang());
        money(sheet, row, 6, difference.hereSatang());
        sheet.value(row, 7, difference.customer());
        sheet.value(row, 8, difference.applicationNumber());
        sheet.value(row, 9, words.of("finance.day.action." + difference.proposedAction()));
    }

    private static void money(Worksheet sheet, int row, int column, @Nullable Long satang) {
        if (satang != null) {
            sheet.value(row, column, BigDecimal.valueOf(satang, 2));
            sheet.style(row, column).format(MONEY).set();
        }
    }

    /** Sortable in a spreadsheet, at the wall clock of Thailand. */
    private static String time(Instant instant) {
        LocalDateTime at = instant.atZone(BuddhistDate.ZONE).toLocalDateTime();
        return "%s %02d:%02d:%02d".formatted(at.toLocalDate(), at.getHour(), at.getMinute(), at.getSecond());
    }
}
