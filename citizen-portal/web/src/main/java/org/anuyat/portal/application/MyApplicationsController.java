package org.anuyat.portal.application;

import java.util.List;
import java.util.Locale;
import org.anuyat.kit.Field;
import org.anuyat.kit.Option;
import org.anuyat.kit.part.Tag;
import org.anuyat.kit.text.Formats;
import org.anuyat.portal.application.draft.DraftView;
import org.anuyat.portal.security.CurrentCitizen;
import org.anuyat.workflow.catalogue.Services;
import org.anuyat.workflow.submission.Application;
import org.anuyat.workflow.submission.ApplicationState;
import org.anuyat.workflow.submission.Applications;
import org.anuyat.workflow.submission.drafts.Drafts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Everything that the citizen has begun or sent in. */
@Controller
class MyApplicationsController {

    private final Applications applications;
    private final Drafts drafts;
    private final Services services;
    private final Words words;

    MyApplicationsController(Applications applications, Drafts drafts, Services services, Words words) {
        this.applications = applications;
        this.drafts = drafts;
        this.services = services;
        this.words = words;
    }

    /** What the list may be narrowed to. */
    enum Filter {
        ALL,
        /** The citizen has to do something. */
        WAITING_FOR_ME,
        GOING_ON,
        ENDED;

        boolean takes(ApplicationState state) {
            boolean waiting =
                    state == ApplicationState.CORRECTION_REQUESTED || state == ApplicationState.AWAITING_PAYMENT;
            return switch (this) {
                case ALL -> true;
                case WAITING_FOR_ME -> waiting;
                case GOING_ON -> !waiting && !state.isEnd();
                case ENDED -> state.isEnd();
            };
        }
    }

    /** An application in the list. */
    record Line(String number, String service, String received, Tag state) {}

    @GetMapping("/applications")
    String list(
            @RequestParam(defaultValue = "ALL") Filter show, CurrentCitizen citizen, Locale locale, Model model) {
        Formats formats = words.formats(locale);
        List<Application> all = applications.ofApplicant(citizen.person());
        model.addAttribute(
                "drafts",
                drafts.ofPerson(citizen.person()).stream()
                        .map(draft -> DraftView.of(draft, drafts.service(draft), formats, locale))
                        .toList());
        model.addAttribute(
                "applications",
                all.stream()
                        .filter(application -> show.takes(application.state()))
                        .map(application -> line(application, formats, locale))
                        .toList());
        model.addAttribute("any", !all.isEmpty());
        model.addAttribute("filter", filter(show, locale));
        return "portal/apply/list";
    }

    private Line line(Application application, Formats formats, Locale locale) {
        return new Line(
                application.number(),
                services.version(application.serviceId(), application.serviceVersion())
                        .title()
                        .in(locale),
                formats.date(application.receivedAt()),
                words.tag(application.state(), locale));
    }

    private Field filter(Filter show, Locale locale) {
        return Field.of("show", words.say(locale, "apply.list.filter"))
                .withOptions(List.of(Filter.values()).stream()
                        .map(filter -> Option.of(filter.name(), words.say(locale, "apply.list.filter." + filter)))
                        .toList())
                .withValue(show.name());
    }
}
