package org.anuyat.backoffice.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.anuyat.backoffice.security.CurrentOfficer;
import org.anuyat.backoffice.sheet.Sheets;
import org.anuyat.backoffice.wording.Words;
import org.anuyat.workflow.identity.Officer;
import org.anuyat.workflow.worklist.TaskLists;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A list as a file for a spreadsheet, at most 50,000 rows, written while it is read from the database. */
@Controller
class TaskExportController {

    private final TaskLists lists;
    private final TaskRows rows;
    private final Sheets sheets;
    private final Words words;

    TaskExportController(TaskLists lists, TaskRows rows, Sheets sheets, Words words) {
        this.lists = lists;
        this.rows = rows;
        this.sheets = sheets;
        this.words = words;
    }

    @GetMapping("/backoffice/tasks.{ending:csv|xlsx}")
    void export(@PathVariable String ending, TaskQuery query, CurrentOfficer current, HttpServletResponse response)
            throws IOException {
        sheets.answer(response, ending, "tasks", words.of("office.tasks.title"), heads(), rows(query, current.officer()));
    }

    private Sheets.Rows rows(TaskQuery query, Officer officer) {
        return row -> lists.forEach(officer, query.filter(), task -> row.accept(cells(rows.of(task, officer))));
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
                Sheets.time(row.received()),
                Sheets.time(row.due()),
                row.who() == null ? "" : row.who());
    }
}
