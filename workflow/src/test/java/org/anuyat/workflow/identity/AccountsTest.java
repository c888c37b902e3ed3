package org.anuyat.workflow.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.anuyat.testing.TestPostgres;
import org.anuyat.workflow.thai.NationalId;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.json.JsonMapper;

class AccountsTest {

    private static final String THAID = "https://imauth.bora.dopa.go.th";

    private static JdbcClient jdbc;
    private static Accounts accounts;
    private static DemonstrationAccounts demonstration;

    @BeforeAll
    static void database() throws Exception {
        JdbcConnectionDetails details = TestPostgres.newDatabase();
        DriverManagerDataSource source =
                new DriverManagerDataSource(details.getJdbcUrl(), details.getUsername(), details.getPassword());
        Flyway.configure().dataSource(source).load().migrate();
        jdbc = JdbcClient.create(source);
        accounts = new Accounts(jdbc, Clock.systemUTC(), JsonMapper.shared(), "key");
        demonstration = new DemonstrationAccounts(jdbc, Clock.systemUTC(), JsonMapper.shared(), "key");
    }

    @Test
    void finds_a_citizen_with_everything_a_form_can_be_filled_with() {
        Person somchai = accounts.person(subject("somchai")).orElseThrow();
        assertThat(somchai.displayName()).isEqualTo("นายสมชาย ใจดี");
        assertThat(somchai.nationalId()).isEqualTo(NationalId.parse("1234567890121"));
        assertThat(somchai.address()).extracting(PostalAddress::province).isEqualTo("นนทบุรี");
        assertThat(somchai.assurance()).isEqualTo(AssuranceLevel.IAL2_3);
    }

    @Test
    void finds_officers_by_what_they_do() {
        assertThat(accounts.officers("TYM", Role.INSPECTOR)).extracting(Officer::username).containsExactly("sanam");
        assertThat(accounts.officers("TYN", Role.INSPECTOR)).extracting(Officer::username).containsExactly("nuea");
        assertThat(accounts.officers("TYM")).hasSize(10);
        assertThat(accounts.officerNamed("Nayok")).hasValueSatisfying(o -> assertThat(o.is(Role.APPROVER_2)).isTrue());
    }

    @Test
    void does_not_take_citizens_for_officers_nor_the_other_way_round() {
        assertThat(accounts.officer(subject("somchai"))).isEmpty();
        assertThat(accounts.person(subject("rap"))).isEmpty();
        assertThat(accounts.person("no subject at all")).isEmpty();
    }

    @Test
    void keeps_national_ids_unreadable_in_the_database() {
        byte[] sealed = jdbc.sql("select national_id_sealed from account where username = 'somchai'")
                .query(byte[].class)
                .single();
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("1234567890121");
        Accounts withAnotherKey = new Accounts(jdbc, Clock.systemUTC(), JsonMapper.shared(), "another key");
        assertThatThrownBy(() -> withAnotherKey.person(subject("somchai"))).hasMessageContaining("anuyat.identity.key");
    }

    @Test
    void shows_no_personal_data_in_logs() {
        assertThat(accounts.person(subject("somchai")).orElseThrow().toString()).doesNotContain("สมชาย", "1234567890121", "081");
    }

    @Test
    void remembers_whom_another_provider_proved_and_keeps_what_it_says_no_more() {
        Person first = accounts.remember(proven("s-1", "ก่อน", "a@example.com", AssuranceLevel.IAL2_1));
        Person later = accounts.remember(proven("s-1", "หลัง", null, AssuranceLevel.IAL2_3));
        assertThat(later.subject()).isEqualTo(first.subject());
        assertThat(later.firstName()).isEqualTo("หลัง");
        assertThat(later.email()).isEqualTo("a@example.com");
        assertThat(later.assurance()).isEqualTo(AssuranceLevel.IAL2_3);
    }

    @Test
    void does_not_let_in_a_disabled_account() {
        Person person = accounts.remember(proven("s-2", "ปิด", null, AssuranceLevel.IAL1_1));
        jdbc.sql("update account set enabled = false where id = ?::uuid").param(person.subject()).update();
        assertThat(accounts.person(person.subject())).isEmpty();
        assertThatThrownBy(() -> accounts.remember(proven("s-2", "ปิด", null, AssuranceLevel.IAL1_1)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void demonstration_accounts_are_the_same_after_every_start() throws Exception {
        List<DemonstrationAccounts.Entry> again =
                new DemonstrationAccounts(jdbc, Clock.systemUTC(), JsonMapper.shared(), "key").all();
        assertThat(again).hasSize(16).isEqualTo(demonstration.all());
        assertThat(jdbc.sql("select count(*) from account where demonstration").query(Integer.class).single()).isEqualTo(16);
    }

    private static String subject(String username) {
        return demonstration.all().stream()
                .filter(account -> account.username().equals(username))
                .findFirst()
                .orElseThrow()
                .subject();
    }

    private static ProvenIdentity proven(String subject, String firstName, @Nullable String email, AssuranceLevel level) {
        return new ProvenIdentity(
                THAID, subject, "นาย", firstName, "ทดสอบ", null, null, null, email, null, null, level, AuthenticatorLevel.AAL2);
    }
}
