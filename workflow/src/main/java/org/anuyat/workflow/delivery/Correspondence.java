package org.anuyat.workflow.delivery;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.Objects;
import java.util.Optional;
import org.anuyat.workflow.acts.Act;
import org.anuyat.workflow.agency.Agencies;
import org.anuyat.workflow.agency.Agency;
import org.anuyat.workflow.approval.authority.ApprovalCodeRequested;
import org.anuyat.workflow.catalogue.ServiceDefinition;
import org.anuyat.workflow.catalogue.Services;
import org.anuyat.workflow.identity.Accounts;
import org.anuyat.workflow.identity.Person;
import org.anuyat.workflow.submission.Application;
import org.anuyat.workflow.submission.Applications;
import org.anuyat.workflow.submission.CodeRequested;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Writes to the applicant whenever an act has a letter: the outcome of each step is told (Act B.E. 2558 section 10). */
@Component
class Correspondence {

    /** The kind of the messages that hold a one-time code. */
    static final String CODE = "code";

    /** The same for corrections. */
    static final String CORRECTION_CODE = "code.corrections";

    /** The same for the last approver. */
    static final String APPROVAL_CODE = "code.approval";

    /** All of them. */
    static final Set<String> CODES = Set.of(CODE, CORRECTION_CODE, APPROVAL_CODE);

    private static final Locale THAI = Locale.forLanguageTag("th");

    private final Letters letters;
    private final Messages messages;
    private final Applications applications;
    private final Services services;
    private final Agencies agencies;
    private final Accounts accounts;
    private final String baseUrl;

    Correspondence(
            Letters letters,
            Messages messages,
            Applications applications,
            Services services,
            Agencies agencies,
            Accounts accounts,
            @Value("${anuyat.base-url:http://localhost:8080}") String baseUrl) {
        this.letters = letters;
        this.messages = messages;
        this.applications = applications;
        this.services = services;
        this.agencies = agencies;
        this.accounts = accounts;
        this.baseUrl = baseUrl;
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void on(Act act) {
        Application application = applications.get(act.applicationNumber());
        Agency agency = agencies.byCode(application.agency());
        letters.compose(
                        act.name(),
                        facts(act, application, agency, THAI),
                        facts(act, application, agency, Locale.ENGLISH))
                .ifPresent(letter -> accounts.person(application.applicantId()).ifPresent(applicant -> {
                    if (applicant.email() != null) {
                        messages.queue(
                                application.agency(),
                                applicant.subject(),
                                applicant.email(),
                                application.number(),
                                act.name(),
                                letter.subject(),
                                letter.body());
                    }
                }));
    }

    /** The one-time code that confirms an application, or signs its corrections. */
    @EventListener
    void on(CodeRequested request) {
        String kind = request.applicationNumber() == null ? CODE : CORRECTION_CODE;
        letters.compose(kind, facts(request, THAI), facts(request, Locale.ENGLISH))
                .ifPresent(letter -> accounts.person(request.personId()).ifPresent(person -> {
                    if (person.email() != null) {
                        messages.queue(
                                request.agency(),
                                person.subject(),
                                person.email(),
                                null,
                                kind,
                                letter.subject(),
                                letter.body());
                    }
                }));
    }

    /** The one-time code with which the last approver confirms; kept as little as the applicant's. */
    @EventListener
    void on(ApprovalCodeRequested request) {
        letters.compose(APPROVAL_CODE, facts(request, THAI), facts(request, Locale.ENGLISH))
                .ifPresent(letter -> messages.queue(
                        request.agency(),
                        request.officer(),
                        request.address(),
                        null,
                        APPROVAL_CODE,
                        letter.subject(),
                        letter.body()));
    }

    private Map<String, Object> facts(ApprovalCodeRequested request, Locale locale) {
        Agency agency = agencies.byCode(request.agency());
        return Map.of(
                "code", request.code(),
                "number", request.applicationNumber(),
                "officer", request.officerName(),
                "sha256", request.sha256(),
                "expiresAt", request.expiresAt(),
                "agency", locale.equals(THAI) ? agency.nameTh() : agency.nameEn());
    }

    private Map<String, Object> facts(CodeRequested request, Locale locale) {
        Agency agency = agencies.byCode(request.agency());
        return Map.of(
                "number",
                Objects.requireNonNullElse(request.applicationNumber(), ""),
                "code",
                request.code(),
                "expiresAt",
                request.expiresAt(),
                "applicant",
                accounts.person(request.personId()).map(Person::displayName).orElse(""),
                "service",
                services.version(request.serviceId(), request.serviceVersion()).title().in(locale),
                "agency",
                agency.name(locale),
                "phone",
                agency.phone());
    }

    private Map<String, Object> facts(Act act, Application application, Agency agency, Locale locale) {
        ServiceDefinition service = services.version(application.serviceId(), application.serviceVersion());
        Map<String, Object> facts = new HashMap<>(act.details());
        if (facts.get("amountSatang") instanceof Number satang) {
            facts.put("amount", "%,d.%02d".formatted(satang.longValue() / 100, satang.longValue() % 100));
        }
        if (facts.get("toAgency") instanceof String name) {
            Optional<Agency> known = agencies.find(name);
            facts.put("toAgencyName", known.map(to -> to.name(locale)).orElse(name));
            known.ifPresent(to -> facts.put("toContact", contact(to, locale)));
        }
        if (facts.get("newNumber") instanceof String newNumber) {
            facts.put("newUrl", baseUrl + "/applications/" + newNumber);
        }
        facts.put("number", application.number());
        facts.put("applicant", application.applicantName());
        facts.put("service", service.title().in(locale));
        facts.put("agency", agency.name(locale));
        facts.put("phone", agency.phone());
        facts.put("url", baseUrl + "/applications/" + application.number());
        return facts;
    }

    private static String contact(Agency agency, Locale locale) {
        return String.join("\n", agency.address(locale), agency.phone(), agency.email(), agency.website());
    }
}
