package org.anuyat.portal.application.draft;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.anuyat.portal.application.Words;
import org.anuyat.portal.security.CurrentCitizen;
import org.anuyat.workflow.agency.Agencies;
import org.anuyat.workflow.catalogue.ServiceDefinition;
import org.anuyat.workflow.catalogue.Services;
import org.anuyat.workflow.identity.Person;
import org.anuyat.workflow.submission.drafts.AssuranceTooLow;
import org.anuyat.workflow.submission.drafts.Draft;
import org.anuyat.workflow.submission.drafts.Drafts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Before the first question: what it takes, how long it takes, whether the proof of identity is enough. */
@Controller
class StartController {

    private final Services services;
    private final Agencies agencies;
    private final Drafts drafts;
    private final Words words;

    StartController(Services services, Agencies agencies, Drafts drafts, Words words) {
        this.services = services;
        this.agencies = agencies;
        this.drafts = drafts;
        this.words = words;
    }

    @GetMapping("/services/{id}/start")
    ModelAndView explain(@PathVariable String id, Optional<CurrentCitizen> citizen, Locale locale) {
        return page(services.current(id), citizen.map(CurrentCitizen::person).orElse(null), HttpStatus.OK, locale);
    }

    /** Lies where one has to be signed in, and so leads somebody who is not through the sign-in and back. */
    @GetMapping("/applications/new")
    String signInFirst(@RequestParam String service) {
        return "redirect:/services/" + services.current(service).id() + "/start";
    }

    @PostMapping("/services/{id}/start")
    ModelAndView start(@PathVariable String id, CurrentCitizen citizen, Locale locale) {
        try {
            Draft draft = drafts.start(id, citizen.person());
            return new ModelAndView("redirect:/applications/drafts/" + draft.id());
        } catch (AssuranceTooLow tooLow) {
            return page(services.current(id), citizen.person(), HttpStatus.FORBIDDEN, locale);
        }
    }

    private ModelAndView page(
            ServiceDefinition service, @Nullable Person person, HttpStatusCode status, Locale locale) {
        ModelAndView page = new ModelAndView("portal/apply/start", status);
        page.addObject("service", service);
        page.addObject("title", service.title().in(locale));
        page.addObject("agency", agencies.byCode(service.agency()));
        page.addObject("back", "/services/" + service.id());
        page.addObject(
                "pages",
                service.form().pages().stream().map(form -> form.title().in(locale)).toList());
        page.addObject("required", documents(service, true, locale));
        page.addObject("conditional", documents(service, false, locale));
        page.addObject("person", person);
        page.addObject("enough", person == null || isEnough(service, person));
        page.addObject("drafts", person == null ? List.of() : earlier(service, person, locale));
        return page;
    }

    private boolean isEnough(ServiceDefinition service, Person person) {
        try {
            drafts.requireAssurance(service, person);
            return true;
        } catch (AssuranceTooLow tooLow) {
            return false;
        }
    }

    private List<DraftView> earlier(ServiceDefinition service, Person person, Locale locale) {
        return drafts.ofPerson(person).stream()
                .filter(draft -> draft.serviceId().equals(service.id()))
                .map(draft -> DraftView.of(draft, service, words.formats(locale), locale))
                .toList();
    }

    private static List<DocumentView> documents(ServiceDefinition service, boolean always, Locale locale) {
        return service.documents().stream()
                .filter(document -> (document.required() && document.when() == null) == always)
                .map(document -> new DocumentView(
                        document.name().in(locale),
                        document.condition().in(locale),
                        document.help().in(locale)))
                .toList();
    }

    /** A document to have at hand. */
    record DocumentView(String name, String condition, String help) {}
}
