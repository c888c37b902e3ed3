package org.anuyat.portal.application;

import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.anuyat.kit.Link;
import org.anuyat.kit.Site;
import org.anuyat.kit.Visitor;
import org.anuyat.portal.security.CurrentCitizen;
import org.anuyat.portal.security.CurrentCitizenArgument;
import org.anuyat.testing.SettableClock;
import org.anuyat.testing.TestHome;
import org.anuyat.testing.TestPostgres;
import org.anuyat.workflow.approval.authority.OfficerKeys;
import org.anuyat.workflow.identity.AssuranceLevel;
import org.anuyat.workflow.identity.AuthenticatorLevel;
import org.anuyat.workflow.identity.Person;
import org.anuyat.workflow.payment.Billing;
import org.anuyat.workflow.payment.FeeTable;
import org.anuyat.workflow.payment.refund.RefundPort;
import org.anuyat.workflow.payment.slip.SlipPort;
import org.anuyat.workflow.submission.CodeRequested;
import org.anuyat.workflow.thai.NationalId;
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
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.test.context.DynamicPropertyRegistrar;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The pages and everything below them. Instead of signing in, the browser names the citizen in a header; the rest of the
 * security, such as the token in every form, is as always.
 */
@SpringBootConfiguration
@EnableAutoConfiguration
@Import({TestPostgres.class, CurrentCitizenArgument.class})
@ComponentScan(
        basePackages = {
            "org.anuyat.portal.application",
            "org.anuyat.portal.form",
            "org.anuyat.portal.status",
            "org.anuyat.workflow.agency",
            "org.anuyat.workflow.approval",
            "org.anuyat.workflow.calendar",
            "org.anuyat.workflow.places",
            "org.anuyat.workflow.catalogue",
            "org.anuyat.workflow.copies",
            "org.anuyat.workflow.documents",
            "org.anuyat.workflow.files",
            "org.anuyat.workflow.identity",
            "org.anuyat.workflow.papers",
            "org.anuyat.workflow.payment",
            "org.anuyat.workflow.review",
            "org.anuyat.workflow.submission",
            "org.anuyat.workflow.tracking",
            "org.anuyat.workflow.worklist"
        },
        nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
        excludeFilters = @Filter(type = FilterType.REGEX, pattern = ".*Test.*|.*(Billing|Refunds|Slips)ByAdapter"))
class PagesTestApplication implements WebMvcConfigurer {

    static final String CITIZEN = "X-Citizen";

    /** 12:00 of Friday, 20 November 2569 in Bangkok. */
    static final Instant FRIDAY_NOON = Instant.parse("2026-11-20T05:00:00Z");

    static final Map<String, String> CODES = new ConcurrentHashMap<>();

    static Person person(String subject) {
        return new Person(
                subject,
                "นางสาว",
                "สมหญิง",
                "ใจดี",
                "Miss Somying Jaidee",
                new NationalId("1101700230708"),
                null,
                "somying@example.com",
                "0812345678",
                null,
                subject.startsWith("weak") ? AssuranceLevel.IAL1_1 : AssuranceLevel.IAL2_3,
                AuthenticatorLevel.AAL2);
    }

    @Bean
    SettableClock clock() {
        return new SettableClock(FRIDAY_NOON);
    }

    @Bean
    DynamicPropertyRegistrar home() {
        String home = TestHome.create().toString();
        return registry -> registry.add("anuyat.home", () -> home);
    }

    @Bean
    Billing billing() {
        return beyondThesePages(Billing.class);
    }

    @Bean
    RefundPort refunds() {
        return beyondThesePages(RefundPort.class);
    }

    @Bean
    SlipPort slips() {
        return beyondThesePages(SlipPort.class);
    }

    @Bean
    OfficerKeys keys() {
        return beyondThesePages(OfficerKeys.class);
    }

    @Bean
    FeeTable fees() {
        return beyondThesePages(FeeTable.class);
    }

    /** Applying never gets as far as a decision or a bill. */
    private static <T> T beyondThesePages(Class<T> port) {
        return port.cast(Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, arguments) -> {
            throw new UnsupportedOperationException("applying asks for no such thing: " + method.getName());
        }));
    }

    @Bean
    SecurityFilterChain pages(HttpSecurity http) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll()).build();
    }

    @Bean
    Site site() {
        return new Site() {
            @Override
            public String path() {
                return "/";
            }

            @Override
            public String name() {
                return "kit.site";
            }

            @Override
            public List<Link> navigation(jakarta.servlet.http.HttpServletRequest request) {
                return List.of();
            }

            @Override
            public java.util.Optional<Visitor> visitor(jakarta.servlet.http.HttpServletRequest request) {
                return java.util.Optional.empty();
            }
        };
    }

    @EventListener
    void remember(CodeRequested requested) {
        CODES.put(requested.personId(), requested.code());
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new HandlerMethodArgumentResolver() {
            @Override
            public boolean supportsParameter(MethodParameter parameter) {
                return parameter.nestedIfOptional().getNestedParameterType() == CurrentCitizen.class;
            }

            @Override
            public Object resolveArgument(
                    MethodParameter parameter,
                    @Nullable ModelAndViewContainer container,
                    NativeWebRequest request,
                    @Nullable WebDataBinderFactory binders) {
                var citizen = java.util.Optional.ofNullable(request.getHeader(CITIZEN))
                        .map(subject -> new CurrentCitizen(person(subject)));
                return parameter.getParameterType() == java.util.Optional.class
                        ? citizen
                        : citizen.orElseThrow(() -> new InsufficientAuthenticationException("nobody is signed in"));
            }
        });
    }
}
