package org.anuyat.backoffice.desk;

import java.util.List;
import org.anuyat.backoffice.security.CurrentOfficer;
import org.anuyat.workflow.identity.Officer;
import org.anuyat.workflow.worklist.TaskCounts;
import org.anuyat.workflow.worklist.TaskFilter;
import org.anuyat.workflow.worklist.TaskLists;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The page on which an officer begins the day. */
@Controller
class DeskController {

    private static final int SHOWN = 10;

    private final TaskLists lists;
    private final TaskRows rows;
    private final ObjectProvider<Waiting> waiting;

    DeskController(TaskLists lists, TaskRows rows, ObjectProvider<Waiting> waiting) {
        this.lists = lists;
        this.rows = rows;
        this.waiting = waiting;
    }

    @GetMapping("/backoffice")
    String desk(CurrentOfficer current, Model model) {
        Officer officer = current.officer();
        TaskCounts counts = lists.counts(officer);
        model.addAttribute("officer", officer);
        model.addAttribute("counts", counts);
        model.addAttribute("mine", rows(officer, TaskFilter.everything().onlyMine()));
        model.addAttribute("late", rows(officer, TaskFilter.everything().onlyOverdue()));
        model.addAttribute(
                "waiting",
                waiting.orderedStream().flatMap(one -> one.of(officer).stream()).toList());
        model.addAttribute("next", rows(officer, TaskFilter.everything()));
        return "backoffice/desk/desk";
    }

    private List<TaskRow> rows(Officer officer, TaskFilter filter) {
        return lists.page(officer, filter, null, SHOWN).tasks().stream()
                .map(task -> rows.of(task, officer))
                .toList();
    }
}
