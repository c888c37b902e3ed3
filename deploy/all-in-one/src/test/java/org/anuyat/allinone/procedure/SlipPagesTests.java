package org.anuyat.allinone.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.anuyat.allinone.Anuyat;
import org.anuyat.allinone.people.Applying;
import org.anuyat.allinone.people.Pages;
import org.anuyat.allinone.people.Platform;
import org.anuyat.allinone.people.Watch;
import org.anuyat.payments.api.slips.Slip;
import org.anuyat.payments.api.slips.Slips;
import org.anuyat.workflow.delivery.Messages;
import org.anuyat.workflow.payment.FeeBill;
import org.anuyat.workflow.thai.BuddhistDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Slips on the pages: citizens hand them in, a finance officer and an approver decide, the bank has the last word. */
@SpringBootTest(
        classes = Anuyat.class,
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = "anuyat.messages.strict=true")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SlipPagesTests extends Platform {

    private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");

    private String lost = "";
    private String unseen = "";

    @Autowired
    private Pages pages;

    @Autowired
    private Slips slips;

    @Autowired
    private Messages messages;

    @Autowired
    private JdbcClient jdbc;

    @BeforeAll
    void twoCasesAwaitTheirFee() {
        lost = approved();
        unseen = approved();
    }

    private String approved() {
        String number = applying.apply(watch.person("somchai"), Applying.restaurant());
        officers.grant(number);
        watch.bill(number);
        return number;
    }

    @AfterEach
    void nobodyIsSignedIn() {
        pages.signOut();
    }

    @Test
    void the_slip_of_a_payment_whose_call_was_lost_has_the_bank_asked_and_serves_once() throws Exception {
        bank.pay(watch.bill(lost).qrPayload(), "CALLBACK_LOST", "");
        byte[] slip = slipOf(watch.bill(lost).reference1());

        pages.signInCitizen("somying");
        assertThat(hand(lost, "slip.png", "image/png", slip)).as("somebody else's application").hasStatus(404);

        pages.signInCitizen("somchai");
        assertThat(pages.open("/applications/" + lost + "/fee")).hasStatusOk().bodyText().contains("ยื่นหลักฐานการชำระเงิน");
        assertThat(pages.open("/applications/" + lost + "/fee/evidence")).hasStatusOk().bodyText().contains("ยังไม่ถือว่าชำระเงินแล้ว");
        assertThat(hand(lost, "", "application/octet-stream", new byte[0])).hasStatus(422).bodyText().contains("govuk-error-message");
        assertThat(hand(lost, "slip.txt", "text/plain", "paid".getBytes(StandardCharsets.UTF_8)))
                .hasStatus(415)
                .bodyText()
                .contains("govuk-error-message");
        assertThat(hand(lost, "slip.png", "image/png", "paid".getBytes(StandardCharsets.UTF_8))).hasStatus(422);
        assertThat(hand(lost, "slip.png", "image/png", slip)).hasStatus3xxRedirection();
        Watch.until(() -> watch.bill(lost).state() == FeeBill.State.PAID);
        assertThat(pages.open("/applications/" + lost + "/fee")).hasStatusOk().bodyText().contains("ชำระค่าธรรมเนียมแล้ว");

        assertThat(hand(unseen, "slip.png", "image/png", slip))
                .hasStatus(409)
                .bodyText()
                .contains("เคยยื่นเป็นหลักฐานแล้ว", "govuk-error-summary")
                .doesNotContain(lost);
        Slip repeated = slips.ofBill(watch.bill(unseen).billId()).stream()
                .filter(one -> one.state() == Slip.State.REPEATED)
                .findFirst()
                .orElseThrow();
        pages.signIn("ngoen");
        assertThat(pages.open("/backoffice/slips?show=REPEATED")).hasStatusOk().bodyText().contains(unseen);
        assertThat(pages.open("/backoffice/slips/" + repeated.id())).hasStatusOk().bodyText().contains("ยื่นซ้ำกับ", lost);
    }

    @Test
    void a_transfer_that_no_bank_can_confirm_is_entered_from_the_statement_by_two_officers() throws Exception {
        pages.signInCitizen("somchai");
        assertThat(hand(unseen, "first.png", "image/png", picture(0x336699)))
                .hasStatus(422)
                .bodyText()
                .contains("ไม่พบคิวอาร์โค้ดในไฟล์", "govuk-error-message", "name=\"codeless\"");
        assertThat(slips.ofBill(watch.bill(unseen).billId())).as("nothing for the officer yet").noneMatch(slip -> slip.state() == Slip.State.WAITING);
        assertThat(handCodeless("first.png", picture(0x336699))).hasStatus3xxRedirection();
        assertThat(pages.open("/applications/" + unseen + "/fee"))
                .bodyText()
                .contains("อยู่ระหว่างตรวจสอบหลักฐาน", "ไม่พบคิวอาร์โค้ดของสลิป");
        UUID first = waiting(unseen);

        pages.signIn("truat");
        assertThat(pages.open("/backoffice/slips/" + first)).hasStatus(403);
        pages.signIn("nuea");
        assertThat(pages.open("/backoffice/slips/" + first)).as("another agency").hasStatus4xxClientError();
        pages.signIn("ngoen");
        assertThat(pages.open("/backoffice/slips")).hasStatusOk().bodyText().contains(unseen);
        assertThat(pages.open("/backoffice/slips?text=nobody")).hasStatusOk().bodyText().doesNotContain(unseen);
        assertThat(pages.open("/backoffice/slips/" + first)).hasStatusOk().bodyText().contains("/pages/1.png", "ไม่มีคิวอาร์โค้ดให้สอบถาม");
        assertThat(pages.open("/backoffice/slips/" + first + "/pages/1.png")).hasStatusOk().hasContentType("image/png");
        assertThat(pages.open("/backoffice/slips/" + first + "/pages/2.png")).hasStatus(404);
        assertThat(pages.open("/backoffice/slips/" + first + "/file")).hasStatusOk().headers().satisfies(headers -> assertThat(
                        headers.getFirst("Content-Security-Policy"))
                .contains("sandbox"));

        assertThat(decide(first, "/check", "REFUSE", "")).hasStatus(422).bodyText().contains("govuk-error-summary");
        assertThat(decide(first, "/check", "REFUSE", "ภาพไม่ชัด")).hasStatusOk().bodyText().contains("ภาพไม่ชัด");
        assertThat(decide(first, "", "REFUSE", "ภาพไม่ชัด")).hasStatus3xxRedirection();
        pages.signInCitizen("somchai");
        assertThat(pages.open("/applications/" + unseen + "/fee")).bodyText().contains("ไม่รับเป็นหลักฐาน", "ภาพไม่ชัด");
        Watch.until(() -> messages.latest(watch.person("somchai").email(), 20).stream()
                .anyMatch(letter -> letter.subject().contains("ไม่รับหลักฐานการชำระเงิน") && letter.body().contains("ภาพไม่ชัด")));

        assertThat(handCodeless("second.png", picture(0x993366))).hasStatus3xxRedirection();
        UUID second = waiting(unseen);
        pages.signIn("ngoen");
        LocalDate today = LocalDate.now(BANGKOK);
        assertThat(statement(second, "/check", today, "", "")).hasStatus(422).bodyText().contains("govuk-error-summary");
        assertThat(statement(second, "", today.plusDays(1), "A-๑๒", baht())).hasStatus(409).bodyText().contains("ตั้งแต่วันออกใบแจ้ง");
        assertThat(statement(second, "/check", today, "A-๑๒", baht())).hasStatusOk().bodyText().contains("A-12");
        assertThat(statement(second, "", today, "A-11", "1.00")).hasStatus3xxRedirection();
        pages.signIn("hua");
        assertThat(pages.open("/backoffice/slips/" + second)).as("the approver must see it").hasStatusOk().bodyText().contains("จำนวนเงินไม่ตรงกับใบแจ้ง");
        assertThat(decide(second, "", "DECLINE", "จำนวนเงินผิด")).hasStatus3xxRedirection();
        pages.signIn("ngoen");
        assertThat(pages.open("/backoffice/slips/" + second)).as("who entered it learns why").hasStatusOk().bodyText().contains("จำนวนเงินผิด");
        assertThat(statement(second, "", today, "A-๑๒", baht())).hasStatus3xxRedirection();
        assertThat(watch.bill(unseen).state()).as("one officer is not enough").isEqualTo(FeeBill.State.OPEN);
        assertThat(decide(second, "", "APPROVE", "")).as("who entered it").hasStatus(409);
        pages.signIn("hua");
        assertThat(pages.open("/backoffice/slips/" + second)).hasStatusOk().bodyText().contains("A-12", "อนุมัติ").doesNotContain("จำนวนเงินไม่ตรงกับใบแจ้ง");
        assertThat(decide(second, "/check", "APPROVE", "")).hasStatusOk();
        assertThat(decide(second, "", "APPROVE", "")).hasStatus3xxRedirection();
        Watch.until(() -> watch.bill(unseen).state() == FeeBill.State.PAID);
        assertThat(jdbc.sql("select count(*) from payments.bank_payment where bill_id = ?")
                        .param(watch.bill(unseen).billId())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(jdbc.sql("select distinct act from audit_entry where application_number = ? and act like 'slip.%'")
                        .param(unseen)
                        .query(String.class)
                        .list())
                .contains("slip.SlipHandedIn", "slip.SlipRefused", "slip.SlipDecided");
        hasADayAndNoTime(today);
    }

    private void hasADayAndNoTime(LocalDate day) {
        String written = BuddhistDate.full(day);
        pages.signInCitizen("somchai");
        assertThat(pages.open("/applications/" + unseen + "/fee")).bodyText().contains("ชำระเมื่อ " + written + " จำนวน");
        assertThat(pages.open("/applications/" + unseen + "/fee", "en")).bodyText().contains("Paid on " + BuddhistDate.full(day, Locale.ENGLISH) + ": ");
        pages.signIn("ngoen");
        assertThat(pages.open("/backoffice/finance?number=" + unseen)).bodyText().contains("<span>" + written + "</span>");
        assertThat(pages.open("/backoffice/finance/bills?text=" + unseen)).bodyText().contains("<span>" + written + "</span>");
        assertThat(pages.open("/backoffice/finance/bills.csv?text=" + unseen)).bodyText().contains("," + day + ",");
        assertThat(jdbc.sql("select record from audit_entry where application_number = ? and act like '%Paid'")
                        .param(unseen)
                        .query(String.class)
                        .single())
                .contains("\"" + day + "\"");
    }

    @Test
    void the_finance_officer_sees_what_is_expected_and_paid_searches_it_and_takes_it_along() {
        pages.signIn("ngoen");
        assertThat(pages.open("/backoffice/finance/bills")).hasStatusOk().bodyText().contains(lost, unseen, "รอรับชำระ", "/backoffice/finance/bills.csv?");
        assertThat(pages.open("/backoffice/finance/bills?text=" + watch.bill(lost).reference1())).hasStatusOk().bodyText().contains(lost).doesNotContain(unseen);
        assertThat(pages.open("/backoffice/finance/bills?paid=2020-01-01")).hasStatusOk().bodyText().contains("ไม่มีรายการ");
        assertThat(pages.open("/backoffice/finance/bills.csv?text=" + watch.bill(unseen).reference1())).hasStatusOk().bodyText().contains(unseen).doesNotContain(lost);
        pages.signIn("truat");
        assertThat(pages.open("/backoffice/finance/bills")).hasStatus(403);
    }

    private String baht() {
        return "%,.2f".formatted(watch.bill(unseen).amountSatang() / 100.0);
    }

    private UUID waiting(String number) {
        return slips.ofBill(watch.bill(number).billId()).stream()
                .filter(slip -> slip.state() == Slip.State.WAITING)
                .findFirst()
                .orElseThrow()
                .id();
    }

    private static byte[] picture(int colour) throws IOException {
        BufferedImage picture = new BufferedImage(400, 800, BufferedImage.TYPE_INT_RGB);
        for (int y = 100; y < 200; y++) {
            for (int x = 50; x < 350; x++) {
                picture.setRGB(x, y, colour);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", out);
        return out.toByteArray();
    }

    private byte[] slipOf(String reference1) throws IOException, InterruptedException {
        return bank.slip(jdbc.sql("select ticket || '/' || transaction_id from sandbox_bank.payment where reference1 = ?")
                .param(reference1)
                .query(String.class)
                .single());
    }

    private MvcTestResult hand(String number, String name, String type, byte[] content) {
        return pages.upload("/applications/" + number + "/fee/evidence", new MockMultipartFile("file", name, type, content));
    }

    private MvcTestResult handCodeless(String name, byte[] content) {
        return pages.web()
                .post()
                .uri("/applications/" + unseen + "/fee/evidence")
                .multipart()
                .file(new MockMultipartFile("file", name, "image/png", content))
                .param("codeless", "true")
                .accept("text/html")
                .cookie(new Cookie("language", "th"))
                .exchange();
    }

    private MvcTestResult decide(UUID slip, String step, String decision, String reason) {
        return pages.web().post()
                .uri("/backoffice/slips/" + slip + step)
                .accept("text/html")
                .param("decision", decision)
                .param("reason", reason)
                .exchange();
    }

    private MvcTestResult statement(UUID slip, String step, LocalDate day, String line, String amount) {
        return pages.web().post()
                .uri("/backoffice/slips/" + slip + "/statement" + step)
                .accept("text/html")
                .param("bank", "014")
                .param("day.day", String.valueOf(day.getDayOfMonth()))
                .param("day.month", String.valueOf(day.getMonthValue()))
                .param("day.year", String.valueOf(day.getYear() + 543))
                .param("line", line)
                .param("amount", amount)
                .exchange();
    }
}
