package org.anuyat.portal.application.draft;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.anuyat.portal.application.Words;
import org.anuyat.portal.form.FormPageView;
import org.anuyat.portal.form.FormPageViews;
import org.anuyat.portal.security.CurrentCitizen;
import org.anuyat.workflow.catalogue.form.answers.FieldError;
import org.anuyat.workflow.catalogue.form.answers.FormReading;
import org.anuyat.workflow.catalogue.form.control.FormPage;
import org.anuyat.workflow.identity.Person;
import org.anuyat.workflow.submission.attachments.NotAskedFor;
import org.anuyat.workflow.submission.drafts.Draft.PageState;
import org.anuyat.workflow.submission.drafts.Draft;
import org.anuyat.workflow.submission.drafts.Drafts;
import org.anuyat.workflow.submission.drafts.Saved;
import org.anuyat.workflow.submission.drafts.StalePage;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * One page of the form. What was typed is kept, right or wrong; a page that another window has overtaken is shown with what was
 * typed, beside what is kept now. Our own parameters begin with an underscore, which the form leaves alone.
 */
@Controller
@RequestMapping("/applications/drafts/{id}/pages/{page}")
class PageController {

    private final Drafts drafts;
    private final FormPageViews views;
    private final Words words;

    PageController(Drafts drafts, FormPageViews views, Words words) {
        this.drafts = drafts;
        this.views = views;
        this.words = words;
    }

    @GetMapping
    ModelAndView show(@PathVariable UUID id, @PathVariable("page") String key, CurrentCitizen citizen, Locale locale) {
        Draft draft = drafts.find(id, citizen.person());
        if (draft.submitted()) {
            return new ModelAndView(ConfirmController.toReceiptOf(draft));
        }
        PageState state = draft.page(key);
        FormPage page = page(draft, key);
        FormPageView view = state.typed().isEmpty()
                ? views.of(page, asItStands(draft, key, citizen.person()), locale)
                : views.of(page, drafts.read(draft, key, state.typedAsSent(), citizen.person()), locale);
        return form(draft, key, state.version(), view, HttpStatus.OK, locale);
    }

    @PostMapping
    ModelAndView save(
            @PathVariable UUID id,
            @PathVariable("page") String key,
            @RequestParam("_version") int version,
            @RequestParam MultiValueMap<String, String> parameters,
            CurrentCitizen citizen,
            Locale locale) {
        Saved saved;
        try {
            saved = drafts.savePage(id, key, version, parameters, citizen.person());
        } catch (StalePage stale) {
            return overtaken(stale.draft(), key, parameters, citizen.person(), locale);
        }
        if (saved.accepted()) {
            return new ModelAndView("redirect:" + next(saved.draft(), key));
        }
        if (saved.reading().rowsChanged()) {
            return new ModelAndView("redirect:/applications/drafts/%s/pages/%s".formatted(id, key));
        }
        FormPageView view = views.of(page(saved.draft(), key), saved.reading(), locale);
        HttpStatus status =
                saved.reading().hasUnknownFields() ? HttpStatus.BAD_REQUEST : HttpStatus.UNPROCESSABLE_CONTENT;
        return form(saved.draft(), key, saved.draft().page(key).version(), view, status, locale);
    }

    /** The answers with what is wrong with them by now, although they were accepted once. */
    private FormReading asItStands(Draft draft, String key, Person person) {
        List<FieldError> errors = drafts.progress(draft, person).pages().stream()
                .filter(task -> task.page().key().equals(key))
                .flatMap(task -> task.errors().stream())
                .toList();
        return new FormReading(draft.answers(), errors, Map.of(), false);
    }

    private ModelAndView overtaken(
            Draft draft, String key, Map<String, List<String>> typed, Person person, Locale locale) {
        FormReading reading = drafts.read(draft, key, typed, person);
        ModelAndView page = form(
                draft,
                key,
                draft.page(key).version(),
                views.of(page(draft, key), reading, locale),
                HttpStatus.CONFLICT,
                locale);
        page.addObject("overtaken", true);
        return page;
    }

    private ModelAndView form(
            Draft draft, String key, int version, FormPageView view, HttpStatusCode status, Locale locale) {
        List<FormPage> pages = drafts.service(draft).form().pages(draft.answers());
        ModelAndView page = new ModelAndView("portal/apply/page", status);
        page.addObject("service", drafts.service(draft).title().in(locale));
        page.addObject("title", view.title());
        page.addObject("view", view);
        page.addObject("problems", view.problems());
        page.addObject("htmx", true);
        page.addObject("draftId", draft.id());
        page.addObject("key", key);
        page.addObject("version", version);
        page.addObject("overtaken", false);
        page.addObject(
                "position",
                words.say(
                        locale,
                        "apply.page.position",
                        1 + pages.stream().map(FormPage::key).toList().indexOf(key),
                        pages.size()));
        page.addObject("back", "/applications/drafts/" + draft.id());
        return page;
    }

    /** The page after this one as long as pages are left to do; once all were answered, back to the list. */
    private String next(Draft draft, String key) {
        String home = "/applications/drafts/" + draft.id();
        return drafts.service(draft)
                .form()
                .pageAfter(key, draft.answers())
                .filter(after -> draft.page(after.key()).version() == 0)
                .map(after -> home + "/pages/" + after.key())
                .orElse(home);
    }

    private FormPage page(Draft draft, String key) {
        return drafts.service(draft).form().page(key).orElseThrow(() -> new NotAskedFor(key));
    }
}
