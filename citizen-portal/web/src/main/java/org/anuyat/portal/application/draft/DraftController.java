package org.anuyat.portal.application.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.anuyat.kit.part.Tag;
import org.anuyat.kit.part.Tag.Colour;
import org.anuyat.kit.part.Task;
import org.anuyat.portal.application.Words;
import org.anuyat.portal.security.CurrentCitizen;
import org.anuyat.workflow.catalogue.ServiceDefinition;
import org.anuyat.workflow.submission.drafts.Draft;
import org.anuyat.workflow.submission.drafts.Drafts;
import org.anuyat.workflow.submission.drafts.Progress;
import org.anuyat.workflow.submission.drafts.Progress.DocumentTask;
import org.anuyat.workflow.submission.drafts.Progress.PageTask;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The task list of a draft, from which everything else is reached, in any order and on any device. */
@Controller
@RequestMapping("/applications/drafts/{id}")
class DraftController {

    private final Drafts drafts;
    private final Words words;

    DraftController(Drafts drafts, Words words) {
        this.drafts = drafts;
        this.words = words;
    }

    @GetMapping
    String tasks(@PathVariable UUID id, CurrentCitizen citizen, Locale locale, Model model) {
        Draft draft = drafts.find(id, citizen.person());
        if (draft.submitted()) {
            return ConfirmController.toReceiptOf(draft);
        }
        ServiceDefinition service = drafts.service(draft);
        Progress progress = drafts.progress(draft, citizen.person());
        model.addAttribute("title", service.title().in(locale));
        model.addAttribute("draft", DraftView.of(draft, service, words.formats(locale), locale));
        model.addAttribute("back", "/applications");
        model.addAttribute("questions", questions(draft, progress, locale));
        model.addAttribute("documents", documents(draft, progress, locale));
        model.addAttribute("sending", List.of(sending(draft, progress, locale)));
        model.addAttribute("doneCount", done(progress));
        model.addAttribute("allCount", progress.pages().size() + (progress.documents().isEmpty() ? 0 : 1));
        model.addAttribute("ready", progress.ready());
        return "portal/apply/tasks";
    }

    @GetMapping("/delete")
    String askToDelete(@PathVariable UUID id, CurrentCitizen citizen, Locale locale, Model model) {
        Draft draft = drafts.find(id, citizen.person());
        if (draft.submitted()) {
            return ConfirmController.toReceiptOf(draft);
        }
        model.addAttribute(
                "draft", DraftView.of(draft, drafts.service(draft), words.formats(locale), locale));
        model.addAttribute("back", "/applications/drafts/" + id);
        return "portal/apply/delete";
    }

    @PostMapping("/delete")
    String delete(@PathVariable UUID id, CurrentCitizen citizen, Locale locale, RedirectAttributes flash) {
        drafts.delete(id, citizen.person());
        flash.addFlashAttribute("done", words.say(locale, "apply.delete.done"));
        return "redirect:/applications";
    }

    private List<Task> questions(Draft draft, Progress progress, Locale locale) {
        List<Task> tasks = new ArrayList<>();
        for (PageTask page : progress.pages()) {
            String url = "/applications/drafts/%s/pages/%s".formatted(draft.id(), page.page().key());
            String name = page.page().title().in(locale);
            tasks.add(
                    switch (page.standing()) {
                        case DONE -> Task.finished(name, url, words.say(locale, "apply.task.done"));
                        case PROBLEM -> Task.open(name, url, Tag.of(words.say(locale, "apply.task.problem"), Colour.RED));
                        case TO_DO -> Task.open(name, url, Tag.of(words.say(locale, "apply.task.to-do"), Colour.BLUE));
                    });
        }
        return tasks;
    }

    private List<Task> documents(Draft draft, Progress progress, Locale locale) {
        String url = "/applications/drafts/" + draft.id() + "/documents";
        List<Task> tasks = new ArrayList<>();
        for (DocumentTask document : progress.documents()) {
            String name = document.requirement().name().in(locale);
            String there = url + "#" + document.requirement().key();
            if (!document.files().isEmpty()) {
                tasks.add(Task.finished(
                        name, there, words.say(locale, "apply.task.files", document.files().size())));
            } else if (document.missing()) {
                tasks.add(Task.open(name, there, Tag.of(words.say(locale, "apply.task.to-do"), Colour.BLUE)));
            } else {
                tasks.add(Task.open(name, there, Tag.of(words.say(locale, "apply.task.optional"), Colour.GREY)));
            }
        }
        return tasks;
    }

    private Task sending(Draft draft, Progress progress, Locale locale) {
        String name = words.say(locale, "apply.task.check");
        return progress.ready()
                ? Task.open(
                        name,
                        "/applications/drafts/" + draft.id() + "/check",
                        Tag.of(words.say(locale, "apply.task.to-do"), Colour.BLUE))
                : Task.waiting(name, words.say(locale, "apply.task.waiting"));
    }

    private static long done(Progress progress) {
        long pages = progress.pages().stream()
                .filter(page -> page.standing() == Progress.Standing.DONE)
                .count();
        return pages + (!progress.documents().isEmpty() && progress.documented() ? 1 : 0);
    }
}
