package org.anuyat.backoffice.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import org.anuyat.backoffice.security.CurrentOfficer;
import org.anuyat.backoffice.wording.Words;
import org.anuyat.workflow.identity.Officer;
import org.anuyat.workflow.thai.BuddhistDate;
import org.anuyat.workflow.worklist.TaskLists;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** A list as a file for a spreadsheet, at most 50,000 rows, written while it is read from the database. */
@Controller
class TaskExportController {

    private final TaskLists lists;
    private final TaskRows rows;
    private final Words words;
    private final Clock clock;

    TaskExportController(TaskLists lists, TaskRows rows, Words words, Clock clock) {
        this.lists = lists;
        this.rows = rows;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/backoffice/tasks.csv")
    void csv(TaskQuery query, CurrentOfficer current, HttpServletResponse response) throws IOException {
        send(response, "text/csv;charset=UTF-8", "csv");
        Writer writer = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
        // without the mark Excel reads Thai as gibberish
        writer.write('\uFEFF');
        CSVPrinter printer = new CSVPrinter(writer, CSVFormat.RFC4180);
        printer.printRecord(heads());
        Officer officer = current.officer();
        lists.forEach(officer, query.filter(), task -> {
            try {
                printer.printRecord(cells(rows.of(task, officer)).stream().map(PlainCell::of).toList());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        printer.flush();
    }

    @GetMapping("/backoffice/tasks.xlsx")
    void xlsx(TaskQuery query, CurrentOfficer current, HttpServletResponse response) throws IOException {
        send(response, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx");
        Officer officer = current.officer();
        try (Workbook workbook = new Workbook(response.getOutputStream(), "Anuyat", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(words.of("office.tasks.title"));
            write(sheet, 0, heads());
            int[] row = {0};
            lists.forEach(officer, query.filter(), task -> write(sheet, ++row[0], cells(rows.of(task, officer))));
            sheet.freezePane(0, 1);
        }
    }

    /** Cells of text: a spreadsheet takes none of them for a formula. */
    private static void write(Worksheet sheet, int row, List<String> cells) {
        for (int column = 0; column < cells.size(); column++) {
            sheet.value(row, column, cells.get(column));
        }
    }

    private List<String> heads() {
        return List.of("number", "applicant", "service", "task", "received", "due", "who").stream()
                .map(column -> words.of("office.column." + column))
                .toList();
    }

    private static List<String> cells(TaskRow row) {
        return List.of(
                row.number(),
                row.applicant(),
                row.service(),
                row.kind(),
                time(row.received()),
                time(row.due()),
                row.who() == null ? "" : row.who());
    }

    /** Sortable in a spreadsheet, at the wall clock of Thailand. */
    private static String time(java.time.Instant instant) {
        LocalDateTime at = instant.atZone(BuddhistDate.ZONE).toLocalDateTime();
        return "%d-%02d-%02d %02d:%02d"
                .formatted(at.getYear(), at.getMonthValue(), at.getDayOfMonth(), at.getHour(), at.getMinute());
    }

    private void send(HttpServletResponse response, String type, String ending) {
        String day = clock.instant().atZone(BuddhistDate.ZONE).toLocalDate().toString();
        response.setContentType(type);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"tasks-" + day + "." + ending + "\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }
}
