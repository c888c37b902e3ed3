package org.anuyat.backoffice;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.anuyat.backoffice.audit.ActWords;
import org.anuyat.backoffice.security.CurrentOfficer;
import org.anuyat.testing.SettableClock;
import org.anuyat.testing.TestHome;
import org.anuyat.testing.TestPostgres;
import org.anuyat.workflow.approval.authority.ApprovalCodeRequested;
import org.anuyat.workflow.approval.authority.OfficerKeys;
import org.anuyat.workflow.identity.Officer;
import org.anuyat.workflow.identity.Role;
import org.anuyat.workflow.issuance.signature.SignaturePictures;
import org.anuyat.workflow.submission.Application;
import org.anuyat.workflow.submission.ApplicationState;
import org.anuyat.workflow.submission.Applications;
import org.anuyat.workflow.submission.Attachment;
import org.anuyat.workflow.worklist.TaskKind;
import org.anuyat.workflow.worklist.WorkedCase;
import org.anuyat.workflow.worklist.Worklist;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.core.MethodParameter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.json.JsonMapper;

/**
 * The officers' pages and every room below them. Instead of signing in, the browser names the officer in a header; instead of
 * the engine, tests open the tasks. Everything else is as always, the token in every form too.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({TestPostgres.class, OfficeHours.Token.class, ActWords.class, SignaturePictures.class})
@ComponentScan(
        basePackages = {
            "org.anuyat.backoffice.approval",
            "org.anuyat.backoffice.cases",
            "org.anuyat.backoffice.desk",
            "org.anuyat.backoffice.review",
            "org.anuyat.backoffice.sheet",
            "org.anuyat.backoffice.signature",
            "org.anuyat.backoffice.staff",
            "org.anuyat.backoffice.wording",
            "org.anuyat.workflow.agency",
            "org.anuyat.workflow.approval",
            "org.anuyat.workflow.audit",
            "org.anuyat.workflow.calendar",
            "org.anuyat.workflow.catalogue",
            "org.anuyat.workflow.copies",
            "org.anuyat.workflow.documents",
            "org.anuyat.workflow.files",
            "org.anuyat.workflow.identity",
            "org.anuyat.workflow.papers",
            "org.anuyat.workflow.places",
            "org.anuyat.workflow.review",
            "org.anuyat.workflow.submission",
            "org.anuyat.workflow.worklist"
        },
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
        excludeFilters = @Filter(type = FilterType.REGEX, pattern = ".*Test.*"))
class OfficeHours implements WebMvcConfigurer {

    static final String OFFICER = "X-Officer";

    /** Monday, 23 November 2569, 09.00. */
    static final Instant MONDAY = Instant.parse("2026-11-23T02:00:00Z");

    static final Map<String, Officer> OFFICERS = Map.of(
            "pranee", officer("pranee", "TYM", Role.RECEIVING_OFFICER),
            "somsri", officer("somsri", "TYM", Role.RECEIVING_OFFICER),
            "malee", officer("malee", "TYM", Role.REVIEWER),
            "director", officer("director", "TYM", Role.APPROVER_1),
            "mayor", officer("mayor", "TYM", Role.APPROVER_2),
            "auditor", officer("auditor", "TYM", Role.AUDITOR),
            "administrator", officer("administrator", "TYM", Role.ADMINISTRATOR),
            "designer", officer("designer", "TYM", Role.DESIGNER),
            "stranger", officer("stranger", "TYN", Role.RECEIVING_OFFICER));

    private static final AtomicInteger RUNNING = new AtomicInteger();

    static Officer officer(String name, String agency, Role... roles) {
        return new Officer(name, name, "นาง" + name, "Ms " + name, "ตำแหน่ง " + name, agency, name + "@tym.example", null, Set.of(roles));
    }

    @Bean
    SettableClock clock() {
        return new SettableClock(MONDAY);
    }

    /** Officers without a key to sign permits with: nobody, until a test says so. */
    static final Set<String> WITHOUT_KEY = ConcurrentHashMap.newKeySet();

    @Bean
    OfficerKeys keys() {
        return (agency, username) -> !WITHOUT_KEY.contains(username);
    }

    @Bean
    SecurityFilterChain pages(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    DynamicPropertyRegistrar home() {
        String home = TestHome.create().toString();
        return registry -> {
            registry.add("anuyat.home", () -> home);
            registry.add("anuyat.messages.strict", () -> "true");
            registry.add("server.port", () -> "0");
        };
    }

    @Bean
    Cases cases(
            Applications applications, Worklist worklist, JdbcClient jdbc, JsonMapper json, TransactionTemplate transaction) {
        return new Cases(applications, worklist, jdbc, json, transaction);
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new HandlerMethodArgumentResolver() {
            @Override
            public boolean supportsParameter(MethodParameter parameter) {
                return parameter.getParameterType() == CurrentOfficer.class;
            }

            @Override
            public Object resolveArgument(
                    MethodParameter parameter,
                    @Nullable ModelAndViewContainer container,
                    NativeWebRequest request,
                    @Nullable WebDataBinderFactory binders) {
                return new CurrentOfficer(OFFICERS.get(request.getHeader(OFFICER)));
            }
        });
    }

    /** Gives the session's token to a browser that has no form open. */
    @RestController
    static class Token {

        @GetMapping(path = "/token", produces = "text/html")
        String token(CsrfToken token) {
            return token.getToken();
        }
    }

    /** Applications on officers' desks. */
    record Cases(
            Applications applications,
            Worklist worklist,
            JdbcClient jdbc,
            JsonMapper json,
            TransactionTemplate transaction) {

        /** An application that waits to be registered. */
        String submitted(String applicant) {
            return submitted(applicant, List.of());
        }

        /** An application with documents that waits to be registered. */
        String submitted(String applicant, List<Attachment> documents) {
            String number = "TYM69-%06d-1".formatted(RUNNING.incrementAndGet());
            UUID draft = UUID.randomUUID();
            transaction.executeWithoutResult(status -> {
                jdbc.sql(
                                """
                                insert into draft (id, agency, service_id, service_version, owner_id, answers, created_at,
                                                   changed_at, expires_at)
                                values (?, 'TYM', 'food-licence', 1, 'citizen', '{}', now(), now(), now())""")
                        .param(draft)
                        .update();
                applications.enter(
                        new Application(
                                UUID.randomUUID(),
                                number,
                                "TYM",
                                "food-licence",
                                1,
                                "citizen",
                                applicant,
                                ApplicationState.SUBMITTED,
                                MONDAY,
                                MONDAY,
                                json.createObjectNode(),
                                documents,
                                0),
                        draft);
            });
            open(number, TaskKind.REGISTER);
            return number;
        }

        void open(String number, TaskKind kind) {
            Application of = applications.get(number);
            WorkedCase worked = new WorkedCase(
                    number, of.agency(), of.serviceId(), of.applicantName(), of.enteredAt(), of.receivedAt());
            worklist.open(worked, kind, MONDAY.plus(Duration.ofDays(3)));
        }

        private static final Map<String, String> CODES = new ConcurrentHashMap<>();

        @EventListener
        void hear(ApprovalCodeRequested request) {
            CODES.put(request.applicationNumber(), request.code());
        }

        /** The approver's code that was sent last for an application. */
        String code(String number) {
            return CODES.get(number);
        }

        void openApproval(String number, int level) {
            Application of = applications.get(number);
            WorkedCase worked = new WorkedCase(
                    number, of.agency(), of.serviceId(), of.applicantName(), of.enteredAt(), of.receivedAt());
            worklist.openApproval(
                    worked, level, level == 1 ? Role.APPROVER_1 : Role.APPROVER_2, MONDAY.plus(Duration.ofDays(9)));
        }
    }
}
