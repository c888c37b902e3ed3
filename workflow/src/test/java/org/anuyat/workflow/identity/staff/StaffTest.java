package org.anuyat.workflow.identity.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.anuyat.testing.SettableClock;
import org.anuyat.testing.TestPostgres;
import org.anuyat.workflow.identity.Accounts;
import org.anuyat.workflow.identity.Officer;
import org.anuyat.workflow.identity.Role;
import org.anuyat.workflow.identity.staff.StaffRefused.Reason;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.json.JsonMapper;

class StaffTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-23T03:00:00Z"));
    private final List<Object> deeds = new ArrayList<>();

    private static JdbcClient jdbc;

    private Staff staff;
    private Accounts accounts;
    private Officer administrator;

    @BeforeAll
    static void database() throws SQLException {
        JdbcConnectionDetails details = TestPostgres.newDatabase();
        DriverManagerDataSource source =
                new DriverManagerDataSource(details.getJdbcUrl(), details.getUsername(), details.getPassword());
        Flyway.configure().dataSource(source).load().migrate();
        jdbc = JdbcClient.create(source);
    }

    @BeforeEach
    void anAgencyWithOneAdministrator() {
        jdbc.sql("delete from account").update();
        staff = new Staff(new StaffRows(jdbc), deeds::add, clock);
        accounts = accounts();
        staff.appointFirst("TYM", named("first@tym.example", Role.ADMINISTRATOR));
        administrator = accounts.officerNamed("first@tym.example").orElseThrow();
    }

    @Test
    void the_setting_lets_one_administrator_in_and_does_nothing_once_there_is_one() {
        staff.appointFirst("TYM", named("other@tym.example", Role.ADMINISTRATOR));

        assertThat(accounts.officers("TYM")).extracting(Officer::username).containsExactly("first@tym.example");
        assertThat(deeds).singleElement().isInstanceOfSatisfying(OfficerAdded.class, added -> {
            assertThat(added.agency()).isEqualTo("TYM");
            assertThat(added.actor().displayName()).isEqualTo("ระบบ");
            assertThat(added.roles()).containsExactly("ADMINISTRATOR");
        });
    }

    @Test
    void an_officer_who_is_entered_has_access_at_once() {
        staff.add(named(" Truat ", Role.REVIEWER, Role.INSPECTOR), administrator);

        Officer found = accounts.officerNamed("truat").orElseThrow();
        assertThat(found.displayName()).isEqualTo("นายตรวจ ละเอียด");
        assertThat(found.position()).isEqualTo("นักวิชาการ");
        assertThat(found.roles()).containsExactlyInAnyOrder(Role.REVIEWER, Role.INSPECTOR);
        assertThat(deeds).hasSize(2);
        assertThat(refusal(() -> staff.add(named("truat", Role.REVIEWER), administrator))).isEqualTo(Reason.USERNAME_TAKEN);
    }

    @Test
    void changed_roles_count_at_once_and_the_record_holds_both() {
        StaffMember member = staff.add(named("truat", Role.REVIEWER), administrator);
        staff.change(member.subject(), 0, named("truat", Role.APPROVER_1), administrator);

        assertThat(accounts.officer(member.subject()).orElseThrow().is(Role.REVIEWER)).isFalse();
        assertThat(deeds.get(2)).isInstanceOfSatisfying(OfficerChanged.class, changed -> assertThat(changed.details())
                .containsEntry("rolesBefore", List.of("REVIEWER"))
                .containsEntry("roles", List.of("APPROVER_1")));
        assertThat(refusal(() -> staff.change(member.subject(), 0, named("truat", Role.FINANCE), administrator)))
                .isEqualTo(Reason.CHANGED_MEANWHILE);
    }

    @Test
    void access_ends_with_its_last_day_and_the_account_stays() {
        StaffMember member = staff.add(named("truat", Role.REVIEWER), administrator);
        assertThat(refusal(() -> staff.endAccess(member.subject(), 0, TODAY.minusDays(2), "", administrator)))
                .isEqualTo(Reason.END_IN_THE_PAST);
        staff.endAccess(member.subject(), 0, TODAY.plusDays(1), "ย้าย", administrator);

        assertThat(accounts.officer(member.subject())).isPresent();
        clock.advance(Duration.ofDays(2));
        assertThat(accounts.officer(member.subject())).isEmpty();
        assertThat(accounts.officerNamed("truat")).isEmpty();
        assertThat(accounts.officers("TYM", Role.REVIEWER)).isEmpty();
        assertThat(staff.find(member.subject(), administrator)).isPresent();

        staff.restoreAccess(member.subject(), 1, administrator);
        assertThat(accounts.officer(member.subject())).isPresent();
        assertThat(deeds).extracting(deed -> deed.getClass().getSimpleName())
                .containsExactly("OfficerAdded", "OfficerAdded", "AccessEnded", "AccessRestored");
    }

    @Test
    void the_last_administrator_stays_one() {
        StaffMember second = staff.add(named("second", Role.ADMINISTRATOR), administrator);
        Officer other = accounts.officer(second.subject()).orElseThrow();
        staff.endAccess(administrator.subject(), 0, TODAY.plusDays(30), "", other);

        assertThat(refusal(() -> staff.endAccess(second.subject(), 0, TODAY, "", administrator)))
                .isEqualTo(Reason.LAST_ADMINISTRATOR);
        assertThat(refusal(() -> staff.change(second.subject(), 0, named("second", Role.DESIGNER), administrator)))
                .isEqualTo(Reason.LAST_ADMINISTRATOR);
    }

    @Test
    void nobody_changes_the_own_account_and_administrators_have_no_part_in_cases() {
        assertThat(refusal(() -> staff.change(
                        administrator.subject(), 0, named("first@tym.example", Role.ADMINISTRATOR), administrator)))
                .isEqualTo(Reason.OWN_ACCOUNT);
        assertThat(refusal(() -> staff.add(named("both", Role.ADMINISTRATOR, Role.APPROVER_2), administrator)))
                .isEqualTo(Reason.ROLES_TOGETHER);
        assertThatThrownBy(() -> named("citizen", Role.CITIZEN)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void only_administrators_of_the_agency_see_and_change_its_officers() {
        StaffMember member = staff.add(named("truat", Role.REVIEWER), administrator);
        Officer reviewer = accounts.officer(member.subject()).orElseThrow();
        assertThat(refusal(() -> staff.add(named("friend", Role.REVIEWER), reviewer))).isEqualTo(Reason.NOT_ADMINISTRATOR);
        staff.appointFirst("TYN", named("first@tyn.example", Role.ADMINISTRATOR));
        Officer stranger = accounts.officerNamed("first@tyn.example").orElseThrow();
        assertThat(staff.find(member.subject(), stranger)).isEmpty();
        assertThat(staff.page(everybody(0), stranger).members()).hasSize(1);
    }

    @Test
    void officers_are_searched_and_paged() {
        IntStream.range(0, 30).forEach(i -> staff.add(named("officer" + i, Role.FINANCE), administrator));
        assertThat(staff.page(everybody(0), administrator).total()).isEqualTo(31);
        assertThat(staff.page(everybody(1), administrator).members()).hasSize(6);
        assertThat(staff.page(new StaffQuery("OFFICER2", null, false, 0, 25), administrator).total()).isEqualTo(11);
        assertThat(staff.page(new StaffQuery("", Role.ADMINISTRATOR, false, 0, 25), administrator).total()).isEqualTo(1);
    }

    /** As the platform makes them. */
    private Accounts accounts() {
        AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
        context.registerBean(JdbcClient.class, () -> jdbc);
        context.registerBean(Clock.class, () -> clock);
        context.registerBean(JsonMapper.class, JsonMapper::shared);
        context.register(Accounts.class);
        context.refresh();
        return context.getBean(Accounts.class);
    }

    private static StaffQuery everybody(int page) {
        return new StaffQuery("", null, false, page, 25);
    }

    private static Reason refusal(Runnable act) {
        return catchThrowableOfType(StaffRefused.class, act::run).reason();
    }

    private static Particulars named(String username, Role... roles) {
        return new Particulars(username, "นาย", "ตรวจ", "ละเอียด", "Mr Truat La-iat", "นักวิชาการ", null, Set.of(roles));
    }
}
