package org.anuyat.backoffice.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.anuyat.backoffice.security.CurrentOfficer;
import org.anuyat.backoffice.wording.Words;
import org.anuyat.kit.Field;
import org.anuyat.kit.Option;
import org.anuyat.kit.part.Column;
import org.anuyat.workflow.identity.Officer;
import org.anuyat.workflow.worklist.Task;
import org.anuyat.workflow.worklist.TaskCounts;
import org.anuyat.workflow.worklist.TaskLists;
import org.anuyat.workflow.worklist.TaskPage;
import org.anuyat.workflow.worklist.Worklist;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list of all tasks that wait for an officer, and taking them on. */
@Controller
class TaskListController {

    private static final String PATH = "/backoffice/tasks";
    private static final int PAGE = 25;

    private final TaskLists lists;
    private final Worklist worklist;
    private final TaskRows rows;
    private final Words words;

    TaskListController(TaskLists lists, Worklist worklist, TaskRows rows, Words words) {
        this.lists = lists;
        this.worklist = worklist;
        this.rows = rows;
        this.words = words;
    }

    /** A link that leads to the tasks of one kind. */
    public record Tab(String label, String count, String url, boolean current) {}

    @GetMapping(PATH)
    String list(TaskQuery query, @RequestParam(required = false) @Nullable String at, CurrentOfficer current, Model model) {
        Officer officer = current.officer();
        TaskPage page = lists.page(officer, query.filter(), TaskPage.Position.parse(at).orElse(null), PAGE);
        model.addAttribute("tasks", page.tasks().stream().map(task -> rows.of(task, officer)).toList());
        model.addAttribute("next", page.next() == null ? null : positioned(query, page.next()));
        model.addAttribute("previous", page.previous() == null ? null : positioned(query, page.previous()));
        model.addAttribute("tabs", tabs(query, lists.counts(officer)));
        model.addAttribute("columns", columns(query));
        model.addAttribute(
                "search",
                Field.of("q", words.of("office.tasks.search"))
                        .withHint(words.of("office.tasks.search.hint"))
                        .withValue(query.text()));
        model.addAttribute("service", serviceField(query));
        model.addAttribute("boxes", List.of(box("mine", query.mine()), box("overdue", query.overdue())));
        model.addAttribute("query", query);
        model.addAttribute("csv", query.url(PATH + ".csv"));
        model.addAttribute("xlsx", query.url(PATH + ".xlsx"));
        model.addAttribute("filtered", !query.url(PATH).equals(PATH));
        return "backoffice/desk/tasks";
    }

    @PostMapping(PATH + "/{id}/claim")
    String claim(@PathVariable long id, CurrentOfficer current, RedirectAttributes flash) {
        return taken(worklist.claim(id, current.officer()), flash);
    }

    @PostMapping(PATH + "/{id}/take-over")
    String takeOver(@PathVariable long id, CurrentOfficer current, RedirectAttributes flash) {
        return taken(worklist.takeOver(id, current.officer()), flash);
    }

    @PostMapping(PATH + "/{id}/release")
    String release(@PathVariable long id, CurrentOfficer current, RedirectAttributes flash) {
        worklist.release(id, current.officer());
        flash.addFlashAttribute("done", words.of("office.tasks.released"));
        return "redirect:" + PATH;
    }

    private String taken(Task task, RedirectAttributes flash) {
        flash.addFlashAttribute("done", words.of("office.tasks.claimed"));
        return "redirect:" + TaskRows.url(task);
    }

    private static String positioned(TaskQuery query, TaskPage.Position position) {
        String url = query.url(PATH);
        return url + (url.contains("?") ? "&" : "?") + "at=" + position.text();
    }

    private List<Tab> tabs(TaskQuery query, TaskCounts counts) {
        List<Tab> tabs = new ArrayList<>();
        tabs.add(new Tab(words.of("office.tasks.all"), "", query.withKind(null).url(PATH), query.kindAsked() == null));
        counts.byKind()
                .forEach((kind, count) -> tabs.add(new Tab(
                        words.of("office.kind." + kind),
                        count.toString(),
                        query.withKind(kind).url(PATH),
                        kind == query.kindAsked())));
        return tabs;
    }

    private List<Column> columns(TaskQuery query) {
        boolean byDue = "due".equals(query.sort());
        return List.of(
                sorted("office.column.received", query.withSort("arrival"), !byDue),
                Column.of(words.of("office.column.number")),
                Column.of(words.of("office.column.applicant")),
                Column.of(words.of("office.column.task")),
                sorted("office.column.due", query.withSort("due"), byDue),
                Column.of(words.of("office.column.who")));
    }

    private Column sorted(String label, TaskQuery query, boolean current) {
        return new Column(
                words.of(label),
                query.url(PATH),
                current ? Column.Order.ASCENDING : Column.Order.NONE,
                false);
    }

    private Field serviceField(TaskQuery query) {
        List<Option> options = new ArrayList<>();
        options.add(Option.of("", words.of("office.tasks.every-service")));
        for (Map.Entry<String, String> service : rows.titles().entrySet()) {
            options.add(Option.of(service.getKey(), service.getValue()));
        }
        return Field.of("service", words.of("office.column.service")).withOptions(options).withValue(query.service());
    }

    /** One of the boxes that narrow the list. */
    private Field box(String name, @Nullable Boolean ticked) {
        return Field.of(name, words.of("office.tasks.only"))
                .withOptions(List.of(Option.of("true", words.of("office.tasks.only." + name))))
                .withValue(Boolean.TRUE.equals(ticked) ? "true" : null);
    }
}
