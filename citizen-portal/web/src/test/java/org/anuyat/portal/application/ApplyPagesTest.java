package org.anuyat.portal.application;

import static org.anuyat.portal.application.Applicant.form;
import static org.anuyat.portal.application.Applicant.pages;
import static org.anuyat.portal.application.Applicant.version;
import static org.anuyat.portal.application.Applicant.with;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anuyat.testing.FormBrowser.Page;
import org.anuyat.testing.SettableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
        classes = PagesTestApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "anuyat.messages.strict=true")
class ApplyPagesTest {

    @LocalServerPort
    int port;

    @Autowired
    SettableClock clock;

    String somying = UUID.randomUUID().toString();
    Browser browser = new Browser(0, "");
    Applicant applicant = new Applicant(browser);

    @BeforeEach
    void open() {
        clock.set(PagesTestApplication.FRIDAY_NOON);
        browser = new Browser(port, somying);
        applicant = new Applicant(browser);
    }

    @Test
    void from_the_start_page_to_the_receipt() {
        String draft = applicant.ready();
        assertThat(browser.get(draft + "/check").body()).contains("ครัวสมหญิง", "locationMap.png");

        String confirm = applicant.declared(draft);
        Page receipt = browser.get(
                browser.post(draft + "/confirm", form("version", version(confirm), "code", code())).location());

        assertThat(receipt.status()).isEqualTo(200);
        assertThat(receipt.body()).contains("ยื่นคำขอเรียบร้อยแล้ว", "TYM69-", "20 พฤศจิกายน 2569");
        String number = number(receipt.body());
        assertThat(browser.get("/applications").body()).contains(number, "รอลงรับ");
        assertThat(browser.get("/applications/" + number).body()).contains("ครัวสมหญิง", "locationMap.png", "ถอนคำขอ");
        Page pdf = browser.get("/applications/" + number + "/acknowledgement");
        assertThat(pdf.body()).startsWith("%PDF-");
        assertThat(pdf.response().headers().firstValue("Content-Disposition").orElseThrow()).startsWith("attachment");
    }

    @Test
    void confirming_again_leads_to_the_same_receipt() {
        String draft = applicant.ready();
        String confirm = applicant.declared(draft);
        Map<String, List<String>> press = form("version", version(confirm), "code", code());
        String first = browser.post(draft + "/confirm", press).location();
        assertThat(browser.post(draft + "/confirm", press).location()).isEqualTo(first);
        assertThat(browser.get(draft + "/declaration").location()).isEqualTo(first);
        assertThat(browser.get(draft + "/receipt").location()).isEqualTo(first);
        for (String page : List.of("", "/pages/applicant", "/documents", "/check", "/delete")) {
            assertThat(browser.get(draft + page).location()).as(page).isEqualTo(draft + "/receipt");
        }
    }

    @Test
    void whoever_is_not_proven_well_enough_is_told_what_to_do() {
        Browser weak = new Browser(port, "weak-" + somying);
        assertThat(weak.get("/services/food-licence/start").body()).contains("ยังไม่ถึงระดับ", "ThaID").doesNotContain("action=\"/services/food-licence/start\"");
        Browser nobody = new Browser(port, "");
        assertThat(nobody.get("/services/food-licence/start").body()).contains("เข้าสู่ระบบเพื่อยื่นคำขอ");
        assertThat(browser.get("/services/no-such-service/start").status()).isEqualTo(404);
    }

    @Test
    void missing_and_wrong_answers_are_told_at_the_fields_and_kept() {
        String draft = applicant.started();
        Page wrong = applicant.savePage(
                draft, "home", with(pages().get("home"), "applicant.phone", "12-345", "applicant.address.houseNo", ""));

        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("govuk-error-summary", "href=\"#applicant-phone\"", "href=\"#applicant-address-houseNo\"", "12-345");
        assertThat(browser.get(draft + "/pages/home").body()).contains("12-345", "govuk-error-summary");
        assertThat(browser.get(draft).body()).contains("ต้องแก้ไข");
    }

    @Test
    void extra_fields_are_a_bad_request() {
        String draft = applicant.started();
        Page page = applicant.savePage(draft, "who", with(pages().get("who"), "applicant.role", "ADMIN"));
        assertThat(page.status()).isEqualTo(400);
        assertThat(page.body()).contains("applicant.role");
    }

    @Test
    void a_stale_page_keeps_what_was_typed_and_offers_both_ways_on() {
        String draft = applicant.started();
        applicant.savePage(draft, "operation", pages().get("operation"));
        Page stale = browser.post(
                draft + "/pages/operation",
                with(pages().get("operation"), "business.foodDetail", "ก๋วยเตี๋ยวเรือ", "_version", "0"));

        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.body()).contains("ก๋วยเตี๋ยวเรือ", "หน้านี้ถูกบันทึกจากหน้าต่างหรืออุปกรณ์อื่นแล้ว");
        assertThat(browser.get(draft + "/pages/operation").body()).contains("อาหารตามสั่ง").doesNotContain("ก๋วยเตี๋ยวเรือ");
        Page mine = browser.post(
                draft + "/pages/operation",
                with(pages().get("operation"), "business.foodDetail", "ก๋วยเตี๋ยวเรือ", "_version", stale.hidden("_version")));
        assertThat(mine.status()).isEqualTo(302);
    }

    @Test
    void a_program_called_pdf_is_refused_at_its_field() {
        String draft = applicant.answered();
        byte[] program = new byte[2000];
        program[0] = 'M';
        program[1] = 'Z';
        Page page = browser.upload(draft + "/documents/locationMap", "map.pdf", "application/pdf", program);
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.body()).contains("href=\"#file-locationMap\"", "เนื้อหาของไฟล์ไม่ตรงกับชนิดไฟล์");
        assertThat(browser.upload(draft + "/documents/locationMap", "map.exe", "application/octet-stream", program).status())
                .isEqualTo(415);
        assertThat(browser.upload(draft + "/documents/locationMap", "", "application/octet-stream", new byte[0]).status())
                .isEqualTo(422);
    }

    @Test
    void sixty_megabytes_are_too_large_and_lose_nothing() {
        String draft = applicant.answered();
        Page page = browser.upload(draft + "/documents/locationMap", "map.pdf", "application/pdf", new byte[60 << 20]);
        assertThat(page.status()).isEqualTo(413);
        assertThat(page.body()).contains("ขนาดใหญ่เกิน");
        assertThat(browser.get(draft + "/pages/premises").body()).contains("ครัวสมหญิง");
    }

    @Test
    void files_are_downloaded_and_never_shown_by_the_browser_itself() {
        String draft = applicant.answered();
        browser.upload(draft + "/documents/locationMap", "แผนที่.png", "image/png", Applicant.picture());
        Matcher link = Pattern.compile("href=\"(" + draft + "/attachments/[^\"]+)\"").matcher(browser.get(draft + "/documents").body());
        assertThat(link.find()).isTrue();

        var headers = browser.get(link.group(1)).response().headers();
        assertThat(headers.firstValue("Content-Type")).contains("image/png");
        assertThat(headers.firstValue("Content-Disposition").orElseThrow()).startsWith("attachment").contains("filename*=UTF-8''");
        assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(headers.allValues("Content-Security-Policy").get(0)).contains("sandbox");
        assertThat(headers.firstValue("Cache-Control").orElseThrow()).contains("no-store");
        assertThat(new Browser(port, UUID.randomUUID().toString()).get(link.group(1)).status()).isEqualTo(404);
    }

    @Test
    void anothers_draft_and_application_do_not_exist() {
        String draft = applicant.started();
        Browser other = new Browser(port, UUID.randomUUID().toString());
        for (String page : List.of("", "/pages/who", "/documents", "/check", "/declaration", "/delete")) {
            assertThat(other.get(draft + page).status()).as(page).isEqualTo(404);
        }
        assertThat(other.post(draft + "/pages/who", with(pages().get("who"), "_version", "0")).status()).isEqualTo(404);
        assertThat(other.get("/applications/TYM69-000001-99").status()).isEqualTo(404);
        assertThat(other.get("/applications/drafts/" + UUID.randomUUID()).status()).isEqualTo(404);
    }

    @Test
    void a_form_without_its_token_changes_nothing() {
        String draft = applicant.started();
        Page page = browser.postWith("forged", draft + "/delete", Map.of());
        assertThat(page.status()).isEqualTo(403);
        assertThat(page.body()).contains("หมดเวลาการเข้าสู่ระบบ");
        assertThat(browser.get(draft).status()).isEqualTo(200);
    }

    @Test
    void wrong_and_expired_codes_are_told_and_too_many_end_it() {
        String draft = applicant.ready();
        String confirm = applicant.declared(draft);
        String wrong = code().equals("000000") ? "111111" : "000000";
        for (int i = 1; i <= 4; i++) {
            Page page = browser.post(draft + "/confirm", form("version", version(confirm), "code", wrong));
            assertThat(page.status()).isEqualTo(422);
            assertThat(page.body()).contains("ลองได้อีก " + (5 - i) + " ครั้ง");
        }
        assertThat(browser.post(draft + "/confirm", form("version", version(confirm), "code", wrong)).body())
                .contains("กรอกรหัสผิดครบจำนวนครั้งแล้ว");

        browser.post(draft + "/code", Map.of());
        clock.advance(Duration.ofMinutes(11));
        assertThat(browser.post(draft + "/confirm", form("version", version(confirm), "code", code())).body())
                .contains("รหัสยืนยันหมดอายุแล้ว");
        browser.post(draft + "/code", Map.of());
        assertThat(browser.post(draft + "/confirm", form("version", version(confirm), "code", code())).location())
                .endsWith("/receipt");
    }

    @Test
    void an_incomplete_draft_is_led_back_to_what_is_missing() {
        String draft = applicant.answered();
        Page check = browser.get(draft + "/check");
        assertThat(check.body()).contains("กรุณาแนบเอกสาร", draft + "/documents#locationMap");
        Page declaration = browser.get(draft + "/declaration");
        Page refused = browser.post(
                draft + "/declaration", form("version", declaration.hidden("version"), "accepted", "yes"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(browser.post(draft + "/declaration", form("version", declaration.hidden("version"))).body())
                .contains("กรุณาทำเครื่องหมายรับรอง");
    }

    @Test
    void an_application_is_withdrawn_after_a_question() {
        String draft = applicant.ready();
        String confirm = applicant.declared(draft);
        String receipt = browser.post(draft + "/confirm", form("version", version(confirm), "code", code())).location();
        String application = receipt.replace("/receipt", "");
        assertThat(browser.get(application + "/withdraw").body()).contains("ยกเลิกการถอนไม่ได้");
        assertThat(browser.post(application + "/withdraw", form("reason", "ก".repeat(1001))).status()).isEqualTo(422);
        assertThat(browser.post(application + "/withdraw", form("reason", "เปลี่ยนแผน")).location()).isEqualTo(application);
        assertThat(browser.get(application).body()).contains("ถอนคำขอแล้ว");
        assertThat(browser.get(application + "/withdraw").status()).isEqualTo(409);
        assertThat(browser.get(application + "/correct").status()).isEqualTo(409);
    }

    @Test
    void pages_read_in_english_too() {
        String draft = applicant.answered();
        for (String page : List.of("/applications", draft, draft + "/pages/premises", draft + "/documents", draft + "/check")) {
            Page english = browser.get(page + "?lang=en");
            assertThat(english.status()).as(page).isEqualTo(200);
            assertThat(english.body()).as(page).contains("lang=\"en\"");
        }
    }

    private String code() {
        return PagesTestApplication.CODES.get(somying);
    }

    private static String number(String page) {
        Matcher number = Pattern.compile("TYM69-[0-9]+-[0-9]{2}").matcher(page);
        assertThat(number.find()).isTrue();
        return number.group();
    }
}
