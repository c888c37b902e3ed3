package org.anuyat.portal.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.anuyat.kit.part.Row;
import org.anuyat.kit.text.Formats;
import org.anuyat.portal.security.CurrentCitizen;
import org.anuyat.portal.status.CaseStatus;
import org.anuyat.workflow.agency.Agencies;
import org.anuyat.workflow.catalogue.DocumentRequirement;
import org.anuyat.workflow.catalogue.ServiceDefinition;
import org.anuyat.workflow.catalogue.Services;
import org.anuyat.workflow.files.StoredFile;
import org.anuyat.workflow.submission.Application;
import org.anuyat.workflow.submission.Applications;
import org.anuyat.workflow.submission.Attachment;
import org.anuyat.workflow.submission.acknowledgement.Acknowledgements;
import org.anuyat.workflow.submission.attachments.NotAskedFor;
import org.anuyat.workflow.submission.withdrawal.Withdrawal;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** One application: the receipt right after it was confirmed, and the page to come back to. */
@Controller
@RequestMapping("/applications/{number:[A-Z]{2,8}[0-9]{2}-[0-9]+-[0-9]{2}}")
class ApplicationController {

    private final Applications applications;
    private final Acknowledgements acknowledgements;
    private final CaseStatus status;
    private final Services services;
    private final Agencies agencies;
    private final Downloads downloads;
    private final Words words;

    ApplicationController(
            Applications applications,
            Acknowledgements acknowledgements,
            CaseStatus status,
            Services services,
            Agencies agencies,
            Downloads downloads,
            Words words) {
        this.applications = applications;
        this.acknowledgements = acknowledgements;
        this.status = status;
        this.services = services;
        this.agencies = agencies;
        this.downloads = downloads;
        this.words = words;
    }

    /** A document with its files. */
    record DocumentView(String name, List<FileView> files) {}

    @GetMapping("/receipt")
    String receipt(@PathVariable String number, CurrentCitizen citizen, Locale locale, Model model) {
        Application application = applications.ownedBy(number, citizen.person());
        ServiceDefinition service = describe(application, locale, model);
        model.addAttribute(
                "steps",
                service.manual().steps().stream()
                        .map(step -> step.name().in(locale)
                                + (step.duration().isEmpty() ? "" : " – " + step.duration().in(locale)))
                        .toList());
        return "portal/apply/receipt";
    }

    @GetMapping
    String overview(@PathVariable String number, CurrentCitizen citizen, Locale locale, Model model) {
        Application application = applications.ownedBy(number, citizen.person());
        ServiceDefinition service = describe(application, locale, model);
        Formats formats = words.formats(locale);
        model.addAttribute("back", "/applications");
        model.addAttribute("state", words.tag(application.state(), locale));
        model.addAttribute("next", words.say(locale, "apply.state." + application.state() + ".next"));
        model.addAttribute("facts", facts(application, service, formats, locale));
        model.addAttribute("sections", AnswerSection.of(service.form(), application.answers(), locale));
        model.addAttribute("documents", documents(application, service, locale));
        model.addAttribute("withdrawable", Withdrawal.isPossible(application));
        status.describe(application, locale, model);
        return "portal/apply/overview";
    }

    @GetMapping("/acknowledgement")
    ResponseEntity<Resource> acknowledgement(@PathVariable String number, CurrentCitizen citizen) {
        applications.ownedBy(number, citizen.person());
        StoredFile file = acknowledgements.issue(number);
        return downloads.of(file.id(), file.name(), file.mediaType(), file.size());
    }

    @GetMapping("/attachments/{attachment}")
    ResponseEntity<Resource> attachment(
            @PathVariable String number, @PathVariable UUID attachment, CurrentCitizen citizen) {
        Attachment file = applications
                .ownedBy(number, citizen.person())
                .attachment(attachment)
                .orElseThrow(() -> new NotAskedFor("attachment " + attachment));
        return downloads.of(file.file(), file.name(), file.mediaType(), file.size());
    }

    private ServiceDefinition describe(Application application, Locale locale, Model model) {
        ServiceDefinition service = services.version(application.serviceId(), application.serviceVersion());
        Formats formats = words.formats(locale);
        model.addAttribute("number", application.number());
        model.addAttribute("service", service.title().in(locale));
        model.addAttribute("agency", agencies.byCode(application.agency()));
        model.addAttribute("entered", formats.dateTime(application.enteredAt()));
        model.addAttribute("received", formats.dateTime(application.receivedAt()));
        model.addAttribute("nextOpening", application.countsFromNextOpening());
        model.addAttribute("decisionDays", service.deadlines().decisionDays());
        return service;
    }

    private List<Row> facts(Application application, ServiceDefinition service, Formats formats, Locale locale) {
        return List.of(
                Row.of(words.say(locale, "apply.fact.number"), application.number()),
                Row.of(words.say(locale, "apply.fact.service"), service.title().in(locale)),
                Row.of(
                        words.say(locale, "apply.fact.agency"),
                        agencies.byCode(application.agency()).name(locale)),
                Row.of(words.say(locale, "apply.fact.applicant"), application.applicantName()),
                Row.of(words.say(locale, "apply.fact.entered"), formats.dateTime(application.enteredAt())),
                Row.of(words.say(locale, "apply.fact.received"), formats.dateTime(application.receivedAt())));
    }

    private List<DocumentView> documents(Application application, ServiceDefinition service, Locale locale) {
        List<DocumentView> views = new ArrayList<>();
        for (DocumentRequirement document : service.documents()) {
            List<FileView> files = application.attachmentsFor(document.key()).stream()
                    .map(file -> new FileView(
                            file.id().toString(),
                            file.name(),
                            words.size(file.size(), locale),
                            "/applications/%s/attachments/%s".formatted(application.number(), file.id())))
                    .toList();
            if (!files.isEmpty()) {
                views.add(new DocumentView(document.name().in(locale), files));
            }
        }
        return views;
    }
}
