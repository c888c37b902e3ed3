package org.anuyat.allinone.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.anuyat.allinone.Anuyat;
import org.anuyat.allinone.web.Browser.Page;
import org.anuyat.testing.TestPostgres;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

@SpringBootTest(
        classes = Anuyat.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "anuyat.home=target/sign-in-test")
@Import({TestPostgres.class, WhoAmI.class})
class SignInTest {

    private static final String PASSWORD = "anuyat-demo";

    @LocalServerPort
    int port;

    private Browser browser;

    @BeforeEach
    void newBrowser() {
        browser = new Browser(port);
    }

    @Test
    void a_citizen_signs_in_on_the_way_to_a_page_and_arrives_there() {
        Page page = browser.signIn("/account/test/me?from=service", "somchai", PASSWORD);
        assertThat(page.path()).isEqualTo("/account/test/me?from=service");
        assertThat(page.text()).isEqualTo("citizen นายสมชาย ใจดี IAL2.3");
        assertThat(browser.open("/services/test/me").text()).isEqualTo("สมชาย");
    }

    @Test
    void an_officer_signs_in_with_roles_and_agency() {
        assertThat(browser.signIn("/backoffice/test/me", "rap", PASSWORD).text())
                .isEqualTo("officer rap of TYM: RECEIVING_OFFICER");
    }

    @Test
    void roles_decide_what_an_officer_may_open() {
        assertThat(browser.signIn("/backoffice/test/money", "rap", PASSWORD).status()).isEqualTo(403);
        assertThat(new Browser(port).signIn("/backoffice/test/money", "ngoen", PASSWORD).text()).isEqualTo("money");
    }

    @Test
    void one_browser_may_be_a_citizen_and_an_officer_at_once() {
        browser.signIn("/account/test/me", "nida", PASSWORD);
        assertThat(browser.signIn("/backoffice/test/me", "truat", PASSWORD).text()).startsWith("officer truat");
        assertThat(browser.open("/account/test/me").text()).startsWith("citizen นางนิดา");
    }

    @Test
    void signing_out_of_one_portal_ends_that_sign_in_and_no_other() {
        browser.signIn("/account/test/me", "nida", PASSWORD);
        browser.signIn("/backoffice/test/me", "truat", PASSWORD);
        browser.signOut("/backoffice/test/form", "/backoffice/sign-out");
        assertThat(browser.open("/backoffice/test/me").path()).isEqualTo("/idp/login?realm=officer");
        assertThat(browser.open("/account/test/me").text()).startsWith("citizen");
    }

    @Test
    void accounts_of_one_realm_are_unknown_in_the_other() {
        Page citizenInTheBackOffice = browser.signIn("/backoffice/test/me", "somchai", PASSWORD);
        Page nobody = new Browser(port).signIn("/backoffice/test/me", "no-such-person", PASSWORD);
        assertThat(citizenInTheBackOffice.path()).isEqualTo("/idp/login?realm=officer&error");
        assertThat(problem(citizenInTheBackOffice)).isEqualTo(problem(nobody)).contains("ชื่อผู้ใช้งานหรือรหัสผ่านไม่ถูกต้อง");
    }

    @Test
    void too_many_failures_make_one_wait_even_with_the_right_password() {
        for (int i = 0; i < 5; i++) {
            assertThat(browser.signIn("/account/test/me", "somying", "wrong").path()).endsWith("&error");
        }
        Page page = browser.signIn("/account/test/me", "somying", PASSWORD);
        assertThat(page.path()).contains("&wait=");
        assertThat(page.text()).contains("กรุณารอ");
        assertThat(new Browser(port).signIn("/account/test/me", "nida", PASSWORD).status())
                .as("others are not kept waiting")
                .isEqualTo(200);
    }

    @Test
    void a_form_posted_after_the_session_ended_comes_back_to_its_page() {
        browser.signIn("/account/test/me", "somchai", PASSWORD);
        browser.loseCookies();
        Page login = browser.postFrom("/account/test/me?page=2", "/account/test/form", Map.of("answer", "42"));
        assertThat(login.path()).isEqualTo("/idp/login?realm=citizen");
        Page back = browser.signInOn(login, "somchai", PASSWORD);
        assertThat(back.path()).isEqualTo("/account/test/me?page=2&session=ended");
    }

    @Test
    void what_was_typed_before_the_session_ended_is_kept_and_can_be_sent() {
        browser.signIn("/account/test/me", "somchai", PASSWORD);
        browser.loseSession();
        Page login = browser.postFrom("/account/test/me", "/account/test/form", Map.of("answer", "\"ร้าน\"\r\n<42>", "_csrf", "old"));
        Page offer = browser.signInOn(login, "somchai", PASSWORD);
        assertThat(offer.path()).isEqualTo("/unsent");
        assertThat(offer.text()).contains("ระบบเก็บข้อมูลที่ท่านกรอกไว้ให้แล้ว", "ข้อมูลนี้จะส่งในนามของ นายสมชาย ใจดี");
        assertThat(browser.send(offer).text()).isEqualTo("taken \"ร้าน\"\r\n<42>");
        assertThat(browser.open("/unsent").path()).as("kept no longer").isEqualTo("/applications");
    }

    @Test
    void what_one_person_has_typed_is_not_for_the_next_at_the_same_browser() {
        browser.signIn("/account/test/me", "somchai", PASSWORD);
        browser.loseSession();
        Page login = browser.postFrom("/account/test/me", "/account/test/form", Map.of("answer", "42"));
        assertThat(browser.signInOn(login, "nida", PASSWORD).path()).isEqualTo("/applications");
    }

    @ParameterizedTest
    @ValueSource(strings = {"code", "_csrf"})
    void neither_one_time_codes_nor_what_another_website_has_sent_is_kept(String field) {
        browser.signIn("/account/test/me", "somchai", PASSWORD);
        browser.loseSession();
        Map<String, String> fields = Map.of("answer", "42", field, "123456");
        Page login = field.equals("code")
                ? browser.postFrom("/account/test/me", "/account/test/form", fields)
                : browser.post("/account/test/form", fields);
        assertThat(browser.signInOn(login, "somchai", PASSWORD).path()).endsWith("?session=ended");
    }

    @Test
    void the_language_of_an_address_holds_on_the_way_through_the_sign_in() {
        Page login = browser.open("/account/test/me?lang=en");
        assertThat(login.text()).contains("<html lang=\"en\"");
        browser.signInOn(login, "nida", PASSWORD);
        assertThat(browser.open("/services").text()).contains("<html lang=\"en\"");
    }

    @Test
    void a_referer_of_somebody_else_leads_nowhere() {
        Page page = browser.post("/account/test/form", Map.of());
        assertThat(page.address().getHost()).isEqualTo("localhost");
        assertThat(page.path()).isEqualTo("/idp/login?realm=citizen");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/internal/bills", "/actuatorx", "/h2-console", "/engine-rest/task", "/permits/a/b"})
    void what_nobody_opened_is_not_there(String path) {
        assertThat(browser.open(path).status()).isEqualTo(404);
    }

    @Test
    void what_nobody_opened_is_not_there_for_citizens_either() {
        browser.signIn("/account/test/me", "somchai", PASSWORD);
        assertThat(browser.open("/nothing").status()).isEqualTo(404);
        assertThat(browser.open("/internal/bills").status()).isEqualTo(404);
    }

    @Test
    void the_session_gets_a_new_number_when_somebody_signs_in() {
        browser.open("/account/test/me");
        String before = browser.session();
        browser.signIn("/account/test/me", "somchai", PASSWORD);
        assertThat(browser.session()).isNotEqualTo(before);
    }

    @Test
    void everybody_sees_that_the_process_is_ready_and_names_of_accounts_while_demonstrating() {
        assertThat(browser.open("/actuator/health/readiness").text()).contains("UP");
        assertThat(browser.open("/account/test/me").text()).contains("somchai", PASSWORD);
    }

    private static String problem(Page page) {
        return page.text().replaceAll("(?s).*govuk-error-summary__list[^>]*>(.*?)</ul>.*", "$1");
    }
}
