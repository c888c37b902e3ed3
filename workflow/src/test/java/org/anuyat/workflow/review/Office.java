package org.anuyat.workflow.review;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.anuyat.testing.SettableClock;
import org.anuyat.testing.TestHome;
import org.anuyat.testing.TestPostgres;
import org.anuyat.workflow.acts.Act;
import org.anuyat.workflow.acts.Actor;
import org.anuyat.workflow.approval.Approvals;
import org.anuyat.workflow.approval.authority.ApprovalCodeRequested;
import org.anuyat.workflow.approval.authority.OfficerKeys;
import org.anuyat.workflow.catalogue.Definitions;
import org.anuyat.workflow.catalogue.form.loading.FormDefinitions;
import org.anuyat.workflow.identity.Officer;
import org.anuyat.workflow.identity.Role;
import org.anuyat.workflow.review.cases.ReviewCases;
import org.anuyat.workflow.review.checking.Checks;
import org.anuyat.workflow.review.checking.Finding;
import org.anuyat.workflow.review.inspection.Inspections;
import org.anuyat.workflow.review.opinion.Opinions;
import org.anuyat.workflow.review.receiving.Registration;
import org.anuyat.workflow.submission.Application;
import org.anuyat.workflow.submission.ApplicationState;
import org.anuyat.workflow.submission.Applications;
import org.anuyat.workflow.worklist.TaskKind;
import org.anuyat.workflow.worklist.WorkedCase;
import org.anuyat.workflow.worklist.Worklist;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** An office at work: officers, applications on their desks, and what they publish. The procedure is played by hand. */
public class Office {

    /** Monday, 23 November 2569, 09.00. */
    public static final Instant MONDAY = Instant.parse("2026-11-23T02:00:00Z");

    public static final Officer PRANEE = officer("pranee", "TYM", Role.RECEIVING_OFFICER);
    public static final Officer MALEE = officer("malee", "TYM", Role.REVIEWER);
    public static final Officer WICHAI = officer("wichai", "TYM", Role.REVIEWER, Role.APPROVER_1);
    public static final Officer INSPECTOR = officer("somsak", "TYM", Role.INSPECTOR);
    public static final Officer DIRECTOR = officer("director", "TYM", Role.APPROVER_1);
    public static final Officer BOTH_LEVELS = officer("deputy", "TYM", Role.APPROVER_1, Role.APPROVER_2);
    public static final Officer MAYOR = officer("mayor", "TYM", Role.APPROVER_2);
    public static final Officer STRANGER = officer("stranger", "TYN", Role.values());

    public final List<Act> acts = new ArrayList<>();

    private final Map<String, ApprovalCodeRequested> codes = new ConcurrentHashMap<>();

    private final Applications applications;
    private final Worklist worklist;
    private final Registration registration;
    private final ReviewCases cases;
    private final Checks checks;
    private final Inspections inspections;
    private final Opinions opinions;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final TransactionTemplate transaction;
    private final SettableClock clock;
    private int running;

    Office(
            Applications applications,
            Worklist worklist,
            Registration registration,
            ReviewCases cases,
            Checks checks,
            Inspections inspections,
            Opinions opinions,
            JdbcClient jdbc,
            JsonMapper json,
            TransactionTemplate transaction,
            SettableClock clock) {
        this.applications = applications;
        this.worklist = worklist;
        this.registration = registration;
        this.cases = cases;
        this.checks = checks;
        this.inspections = inspections;
        this.opinions = opinions;
        this.jdbc = jdbc;
        this.json = json;
        this.transaction = transaction;
        this.clock = clock;
    }

    @EventListener
    void hear(ApprovalCodeRequested request) {
        codes.put(request.applicationNumber(), request);
    }

    /** The code that was sent last for an application. */
    public ApprovalCodeRequested code(String number) {
        return codes.get(number);
    }

    @EventListener
    void hear(Act act) {
        synchronized (acts) {
            acts.add(act);
        }
    }

    public <T extends Act> List<T> heard(Class<T> kind) {
        synchronized (acts) {
            return acts.stream().filter(kind::isInstance).map(kind::cast).toList();
        }
    }

    public static Officer officer(String name, String agency, Role... roles) {
        return new Officer(name, name, "นาง" + name, "Ms " + name, "ตำแหน่ง " + name, agency, name + "@tym.example", null, Set.of(roles));
    }

    /** An application that waits to be registered. */
    public synchronized String submitted() {
        String number = "TYM69-%06d-1".formatted(++running);
        UUID draft = UUID.randomUUID();
        transaction.executeWithoutResult(status -> {
            jdbc.sql(
                            """
                            insert into draft (id, agency, service_id, service_version, owner_id, answers, created_at, changed_at,
                                               expires_at) values (?, 'TYM', ?, 1, 'citizen', '{}', now(), now(), now())""")
                    .params(draft, MarketStall.ID)
                    .update();
            applications.enter(
                    new Application(
                            UUID.randomUUID(),
                            number,
                            "TYM",
                            MarketStall.ID,
                            1,
                            "citizen",
                            "นายสมชาย ใจดี",
                            ApplicationState.SUBMITTED,
                            MONDAY,
                            MONDAY,
                            json.createObjectNode().put("tradeName", "ร้านสมชาย").put("area", 12),
                            List.of(),
                            0),
                    draft);
        });
        open(number, TaskKind.REGISTER);
        return number;
    }

    public void open(String number, TaskKind kind) {
        worklist.open(worked(number), kind, MONDAY.plus(Duration.ofDays(3)));
    }

    public void openApproval(String number, int level) {
        worklist.openApproval(
                worked(number), level, level == 1 ? Role.APPROVER_1 : Role.APPROVER_2, MONDAY.plus(Duration.ofDays(9)));
    }

    private WorkedCase worked(String number) {
        Application of = applications.get(number);
        return new WorkedCase(number, of.agency(), of.serviceId(), of.applicantName(), of.enteredAt(), of.receivedAt());
    }

    public int version(String number) {
        return cases.get(number).version();
    }

    /** An application that is being checked. */
    public String registered() {
        String number = submitted();
        registration.register(number, PRANEE);
        open(number, TaskKind.CHECK);
        return number;
    }

    /** An application that was found complete and waits for its inspection. */
    public String complete() {
        String number = registered();
        checks.save(
                number,
                version(number),
                Map.of("point.place", Finding.correct(), "field.tradeName", Finding.correct()),
                MALEE);
        checks.complete(number, version(number), MALEE);
        open(number, TaskKind.INSPECT);
        return number;
    }

    /** An application whose place was inspected and that waits for an opinion. */
    public String inspected() {
        String number = complete();
        Instant appointment = clock.instant().plus(Duration.ofDays(1));
        inspections.schedule(number, version(number), appointment, INSPECTOR, "", INSPECTOR);
        Instant before = clock.instant();
        clock.set(appointment);
        inspections.record(number, version(number), true, "สะอาด ถูกสุขลักษณะ", INSPECTOR);
        clock.set(before);
        open(number, TaskKind.RECOMMEND);
        return number;
    }

    /** An application before the first approver; the officer gave the opinion. */
    public String recommendedBy(Officer officer) {
        String number = inspected();
        opinions.recommend(number, version(number), Recommendation.APPROVE, "ครบถ้วนตามหลักเกณฑ์", officer);
        openApproval(number, 1);
        return number;
    }

    /** Officers' keys, without the service that holds them. */
    public record Keys(Set<String> missing) implements OfficerKeys {

        @Override
        public boolean ready(String agency, String username) {
            return !missing.contains(agency + "/" + username);
        }
    }

    /** The rooms that the office needs, on a real database. */
    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @ComponentScan(
            basePackages = {
                "org.anuyat.workflow.agency",
                "org.anuyat.workflow.calendar",
                "org.anuyat.workflow.catalogue",
                "org.anuyat.workflow.documents",
                "org.anuyat.workflow.files",
                "org.anuyat.workflow.identity",
                "org.anuyat.workflow.papers",
                "org.anuyat.workflow.places",
                "org.anuyat.workflow.review",
                "org.anuyat.workflow.submission",
                "org.anuyat.workflow.worklist"
            },
            basePackageClasses = Approvals.class,
            nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = {"org.anuyat.workflow.catalogue.loading.*", ".*\\.Lists", ".*Test.*"}))
    @Import({TestPostgres.class, Office.class})
    public static class Rooms {

        @Bean
        SettableClock clock() {
            return new SettableClock(MONDAY);
        }

        /** Who has a key is for each test to say; all have one at first. */
        @Bean
        Keys keys() {
            return new Keys(ConcurrentHashMap.newKeySet());
        }

        @Bean
        Definitions marketStall(FormDefinitions forms, JsonMapper json) {
            return new MarketStall(forms, json);
        }

        @Bean
        DynamicPropertyRegistrar home() {
            String home = TestHome.create().toString();
            return registry -> registry.add("anuyat.home", () -> home);
        }
    }
}
