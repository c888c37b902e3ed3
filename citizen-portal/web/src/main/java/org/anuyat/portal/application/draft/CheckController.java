package org.anuyat.portal.application.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.anuyat.kit.Problem;
import org.anuyat.kit.part.Row;
import org.anuyat.portal.application.AnswerSection;
import org.anuyat.portal.application.Words;
import org.anuyat.portal.security.CurrentCitizen;
import org.anuyat.workflow.catalogue.ServiceDefinition;
import org.anuyat.workflow.catalogue.form.words.AnswerLine;
import org.anuyat.workflow.identity.Person;
import org.anuyat.workflow.submission.Attachment;
import org.anuyat.workflow.submission.drafts.Draft;
import org.anuyat.workflow.submission.drafts.Drafts;
import org.anuyat.workflow.submission.drafts.Progress.DocumentTask;
import org.anuyat.workflow.submission.drafts.Progress.Standing;
import org.anuyat.workflow.submission.drafts.Progress;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** All answers and documents on one page, to be checked and changed before they are confirmed. */
@Controller
class CheckController {

    private final Drafts drafts;
    private final Words words;

    CheckController(Drafts drafts, Words words) {
        this.drafts = drafts;
        this.words = words;
    }

    @GetMapping("/applications/drafts/{id}/check")
    ModelAndView check(@PathVariable UUID id, CurrentCitizen citizen, Locale locale) {
        Draft draft = drafts.find(id, citizen.person());
        return draft.submitted()
                ? new ModelAndView(ConfirmController.toReceiptOf(draft))
                : page(draft, citizen.person(), false, HttpStatus.OK, locale);
    }

    /**
     * The page itself.
     *
     * @param changed whether to say that something was changed since it was checked last
     */
    ModelAndView page(Draft draft, Person person, boolean changed, HttpStatusCode status, Locale locale) {
        ServiceDefinition service = drafts.service(draft);
        Progress progress = drafts.progress(draft, person);
        String home = "/applications/drafts/" + draft.id();
        ModelAndView page = new ModelAndView("portal/apply/check", status);
        page.addObject("service", service.title().in(locale));
        page.addObject("draftId", draft.id());
        page.addObject("back", home);
        page.addObject("changed", changed);
        page.addObject("ready", progress.ready());
        page.addObject("problems", problems(home, progress, locale));
        page.addObject(
                "sections",
                AnswerSection.of(
                        service.form(),
                        draft.answers(),
                        locale,
                        line -> home + "/pages/" + line.page() + anchor(line),
                        words.say(locale, "kit.change")));
        page.addObject("documents", documents(home, progress, locale));
        return page;
    }

    private List<Row> documents(String home, Progress progress, Locale locale) {
        List<Row> rows = new ArrayList<>();
        for (DocumentTask task : progress.documents()) {
            List<String> files = task.files().isEmpty()
                    ? List.of(words.say(locale, task.missing() ? "apply.check.missing" : "apply.check.none"))
                    : task.files().stream().map(file -> inWords(file, locale)).toList();
            String key = task.requirement().key();
            rows.add(new Row(task.requirement().name().in(locale), files, List.of())
                    .withAction(home + "/documents#" + key, words.say(locale, "kit.change")));
        }
        return rows;
    }

    private String inWords(Attachment file, Locale locale) {
        return file.name() + " (" + words.size(file.size(), locale) + ")";
    }

    private List<Problem> problems(String home, Progress progress, Locale locale) {
        List<Problem> problems = new ArrayList<>();
        progress.pages().stream()
                .filter(page -> page.standing() != Standing.DONE)
                .forEach(page -> problems.add(new Problem(
                        words.say(locale, "apply.check.page-open", page.page().title().in(locale)),
                        home + "/pages/" + page.page().key())));
        progress.documents().stream()
                .filter(DocumentTask::missing)
                .forEach(task -> problems.add(new Problem(
                        words.say(locale, "apply.check.document-missing", task.requirement().name().in(locale)),
                        home + "/documents#" + task.requirement().key())));
        return problems;
    }

    private static String anchor(AnswerLine line) {
        return "#" + line.field().replaceAll("[^\\p{L}\\p{N}_-]+", "-");
    }
}
