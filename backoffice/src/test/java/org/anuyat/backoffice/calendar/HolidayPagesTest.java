package org.anuyat.backoffice.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.servlet.http.Cookie;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.anuyat.backoffice.security.CurrentOfficer;
import org.anuyat.testing.SettableClock;
import org.anuyat.testing.TestPostgres;
import org.anuyat.workflow.audit.AuditEntry;
import org.anuyat.workflow.audit.AuditTrail;
import org.anuyat.workflow.calendar.WorkingTime;
import org.anuyat.workflow.identity.Officer;
import org.anuyat.workflow.identity.Role;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.core.MethodParameter;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

@SpringBootTest(properties = "anuyat.messages.strict=true")
@Import(TestPostgres.class)
class HolidayPagesTest {

    private final MockMvcTester web;
    private final WorkingTime workingTime;
    private final AuditTrail record;

    @Autowired
    HolidayPagesTest(WebApplicationContext context, WorkingTime workingTime, AuditTrail record) {
        this.record = record;
        this.web = MockMvcTester.from(context);
        this.workingTime = workingTime;
    }

    @Test
    void every_officer_reads_the_holidays_of_this_year() {
        assertThat(web.get().uri("/backoffice/holidays").header("As", "REVIEWER").exchange())
                .hasStatusOk()
                .bodyText()
                .contains("วันหยุดราชการประจำปี พ.ศ. 2569", "วันรัฐธรรมนูญ", "มติคณะรัฐมนตรี")
                .doesNotContain("<textarea", "/backoffice/holidays/remove");
    }

    @Test
    void a_year_without_holidays_warns() {
        assertThat(web.get()
                        .uri("/backoffice/holidays?year=2580")
                        .header("As", "REVIEWER")
                        .cookie(new Cookie("language", "en"))
                        .exchange())
                .hasStatusOk()
                .bodyText()
                .contains("No holidays are known for this year yet");
    }

    @Test
    void a_designer_adds_a_holiday_of_the_own_agency_and_removes_it_again() {
        LocalDate day = LocalDate.of(2026, 11, 25);
        assertThat(web.post()
                        .uri("/backoffice/holidays")
                        .header("As", "DESIGNER")
                        .param("date.day", "๒๕")
                        .param("date.month", "11")
                        .param("date.year", "2569")
                        .param("scope", "own")
                        .param("kind", "LOCAL")
                        .param("nameTh", "วันสถาปนาเทศบาล")
                        .param("nameEn", "Municipality Day")
                        .param("source", "ประกาศเทศบาล")
                        .exchange())
                .hasRedirectedUrl("/backoffice/holidays?year=2569");
        assertThat(workingTime.isWorkingDay("TYM", day)).isFalse();
        assertThat(workingTime.isWorkingDay("TYN", day)).isTrue();

        assertThat(web.post()
                        .uri("/backoffice/holidays/remove")
                        .header("As", "DESIGNER")
                        .param("day", "2026-11-25")
                        .param("agency", "TYM")
                        .exchange())
                .hasStatus3xxRedirection();
        assertThat(workingTime.isWorkingDay("TYM", day)).isTrue();

        assertThat(record.search("TYM", "", Long.MAX_VALUE, 2))
                .extracting(AuditEntry::act, entry -> entry.actor().displayName(), entry -> entry.details().get("day"))
                .containsExactly(
                        tuple("calendar.HolidayRemoved", "นางสาวทดสอบ", "2026-11-25"),
                        tuple("calendar.HolidayEntered", "นางสาวทดสอบ", "2026-11-25"));
        assertThat(record.check("TYM").intact()).isTrue();
    }

    @Test
    void what_is_wrong_is_told_at_the_fields() {
        assertThat(web.post()
                        .uri("/backoffice/holidays")
                        .header("As", "DESIGNER")
                        .param("date.day", "31")
                        .param("date.month", "4")
                        .param("date.year", "2569")
                        .exchange())
                .hasStatusOk()
                .bodyText()
                .contains("govuk-error-summary", "โปรดระบุที่มา", "โปรดเลือกประเภทวันหยุด");
    }

    @Test
    void nobody_else_changes_them() {
        assertThat(web.post().uri("/backoffice/holidays").header("As", "REVIEWER").exchange()).hasStatus(403);
        assertThat(web.post()
                        .uri("/backoffice/holidays/remove")
                        .header("As", "DESIGNER")
                        .param("day", "2026-11-25")
                        .param("agency", "TYN")
                        .exchange())
                .hasStatus(403);
    }

    /** The page over the real calendar; who asks is said by a header. */
    @SpringBootConfiguration
    @EnableAutoConfiguration
    @ComponentScan({
        "org.anuyat.backoffice.calendar",
        "org.anuyat.workflow.agency",
        "org.anuyat.workflow.audit",
        "org.anuyat.workflow.calendar"
    })
    static class Application implements WebMvcConfigurer {

        @Bean
        SettableClock clock() {
            return new SettableClock(Instant.parse("2026-11-20T05:00:00Z"));
        }

        @Bean
        SecurityFilterChain everybody(HttpSecurity http) {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll()).build();
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
                    Role role = Role.valueOf(String.valueOf(request.getHeader("As")));
                    return new CurrentOfficer(new Officer(
                            "o1", "officer", "นางสาวทดสอบ", "Test", "นักวิชาการ", "TYM", null, null, Set.of(role)));
                }
            });
        }
    }
}
