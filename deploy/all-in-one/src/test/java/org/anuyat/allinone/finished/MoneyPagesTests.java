package org.anuyat.allinone.finished;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.anuyat.allinone.people.Watch;
import org.anuyat.payments.api.Reconciliation;
import org.anuyat.payments.api.dayfiles.DayFiles;
import org.anuyat.testing.PdfConformance;
import org.anuyat.workflow.audit.AuditEntry;
import org.anuyat.workflow.audit.AuditTrail;
import org.anuyat.workflow.delivery.Message;
import org.anuyat.workflow.delivery.Messages;
import org.anuyat.workflow.payment.FeeBill;
import org.anuyat.workflow.payment.Payments;
import org.anuyat.workflow.payment.Receipts;
import org.anuyat.workflow.payment.receipt.Receipt;
import org.anuyat.workflow.payment.refund.RefundProposal;
import org.anuyat.workflow.payment.refund.Refunding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;

/** The finance office after the fee was paid: receipts, refunds, the closing of the day. */
class MoneyPagesTests extends FinishedCase {

    @Autowired
    private AuditTrail audit;

    @Autowired
    private Messages messages;

    @Autowired
    private Payments payments;

    @Autowired
    private Reconciliation reconciliation;

    @Autowired
    private Refunding refunding;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void receipts_are_cancelled_and_replaced_and_money_goes_back_by_two_officers(@Autowired Receipts receipts) throws Exception {
        Watch.until(() -> payments.of(number).orElseThrow().receiptFile() != null);
        FinanceOffice finance = new FinanceOffice(pages.web(), number);
        String first = payments.of(number).orElseThrow().receiptNumber();

        pages.signIn("ngoen");
        assertThat(finance.receipts()).hasStatusOk().bodyText().contains(first, "ใช้ได้");
        assertThat(finance.check("REPLACE", "")).hasStatus(422);
        assertThat(finance.check("REPLACE", "นางสาวสมหญิง รักดี")).hasStatusOk().bodyText().contains("เรียกกลับคืนไม่ได้", first);
        assertThat(finance.replace(first, "นางสาวสมหญิง รักดี")).hasStatus3xxRedirection();
        assertThat(finance.replace(first, "นางสาวสมหญิง รักดี")).hasStatus(409);
        Watch.until(() -> receipts.ofApplication(number).stream().allMatch(one -> one.isValid() ? one.file() != null : one.cancelledFile() != null));
        assertThat(receipts.ofApplication(number)).extracting(Receipt::number, Receipt::isValid)
                .containsExactly(tuple(first, false), tuple(payments.of(number).orElseThrow().receiptNumber(), true));
        try (InputStream valid = receipts.pdf(number, watch.person("somchai").subject())) {
            byte[] pdf = valid.readAllBytes();
            assertThat(PdfConformance.findings(pdf)).isEmpty();
            assertThat(new String(pdf, StandardCharsets.ISO_8859_1))
                    .contains("<ed:DocumentFileName>receipt.xml</ed:DocumentFileName>");
        }

        Watch.until(() -> reconciliation.discrepancies("TYM", null, true, "", 0, 1).total() > 0);
        String search = "?show=all&text=" + number.substring(4).toLowerCase(Locale.ROOT);
        assertThat(pages.open("/backoffice/finance" + search)).hasStatusOk().bodyText().contains("/backoffice/cases/" + number, "finance.csv?kind=&amp;show=all&amp;text=");
        assertThat(pages.open("/backoffice/finance?text=nobody", "en")).hasStatusOk().bodyText().doesNotContain("/backoffice/cases/" + number);
        assertThat(pages.open("/backoffice/finance.csv" + search)).hasStatusOk().bodyText().contains(number);
        assertThat(pages.open("/backoffice/finance.csv?text=nobody")).hasStatusOk().bodyText().doesNotContain(number);
        UUID second = reconciliation.discrepancies("TYM", null, true, "", 0, 1).entries().get(0).id();
        assertThat(finance.settle(second, "ACCEPT")).hasStatus(409);
        assertThat(finance.settle(second, "REFUND")).hasStatus3xxRedirection();
        assertThat(finance.settle(second, "REFUND")).hasStatus(409);
        assertThat(finance.settle(UUID.randomUUID(), "REFUND")).hasStatus(404);
        assertThat(finance.proposeWholeFee()).hasStatus3xxRedirection();
        List<RefundProposal> proposals = refunding.page("TYM", true, 0, 10).entries();
        assertThat(proposals).hasSize(2);
        assertThat(finance.approve(proposals.get(0).id())).hasStatus(403);
        bank.open(false);
        pages.signIn("nayok");
        for (RefundProposal proposal : proposals) {
            assertThat(finance.approve(proposal.id())).hasStatus3xxRedirection();
        }
        Watch.until(() -> refunding.page("TYM", true, 0, 10).entries().stream().allMatch(one -> one.refundId() != null));
        pages.signIn("ngoen");
        UUID onPaper = proposals.get(0).id();
        assertThat(pages.open("/backoffice/refunds/" + onPaper + "/advice")).hasStatus(404);
        // as it is with a bank that has no call for it
        jdbc.sql("update payments.refund set state = 'BY_HAND', next_try = null where idempotency_key = ?")
                .param("refund/" + onPaper)
                .update();
        assertThat(pages.open("/backoffice/refunds/" + onPaper)).bodyText().contains("ธนาคารนี้ไม่รับคำสั่งคืนเงินผ่านระบบ");
        assertThat(pages.open("/backoffice/refunds/" + onPaper + "/advice")).hasStatusOk();
        assertThat(finance.advice(onPaper, "/check", "")).hasStatus(422).bodyText().contains("กรุณาระบุเลขที่");
        assertThat(finance.advice(onPaper, "/check", "กค 0402/1")).hasStatusOk().bodyText().contains("20 พฤศจิกายน 2569");
        assertThat(finance.advice(onPaper, "", "กค 0402/1")).hasStatus3xxRedirection();
        bank.open(true);
        Watch.until(() -> refunding.page("TYM", true, 0, 10).total() == 0);

        assertThat(refunding.page("TYM", false, 0, 10).entries())
                .allMatch(one -> one.state() == RefundProposal.State.DONE)
                .extracting(RefundProposal::bankReference)
                .contains("กค 0402/1");
        assertThat(jdbc.sql("select count(*) from sandbox_bank.refund").query(Long.class).single()).isEqualTo(1);
        assertThat(payments.of(number).orElseThrow().state()).isEqualTo(FeeBill.State.REFUNDED);
        assertThat(receipts.ofApplication(number)).noneMatch(Receipt::isValid);
        assertThat(reconciliation.discrepancy(second).settlement()).isNotNull();
        assertThat(audit.ofApplication("TYM", number))
                .extracting(AuditEntry::act)
                .contains("settlement.Decided", "settlement.Rejected", "receipt.Cancelled", "receipt.Replaced")
                .contains("refund.RefundEntered")
                .containsSubsequence("refund.RefundProposed", "refund.RefundApproved", "refund.Refunded");
        assertThat(audit.check("TYM", number).faults()).isEmpty();
        assertThat(messages.latest("", 200)).extracting(Message::kind).contains("receipt.Replaced", "refund.Refunded");
        pages.signIn("audit");
        assertThat(pages.open("/backoffice/audit/cases/" + number))
                .bodyText()
                .contains("อนุมัติคืนเงิน", "ธนาคารยืนยันการคืนเงินแล้ว", "รับเงินแทนฉบับที่ยกเลิก");
    }

    @Test
    void the_finance_officer_decides_about_what_differs_and_closes_the_day(@Autowired DayFiles files) throws Exception {
        bank.deliverDayFile("099400099999200", LocalDate.now(ZoneId.of("Asia/Bangkok")));
        UUID file = files.files("TYM", 1).get(0).id();
        Watch.until(() -> files.file(file).asking() == 0);
        FinanceOffice finance = new FinanceOffice(pages.web(), number);
        pages.signIn("ngoen");
        String page = "/backoffice/finance/day-files/" + file;
        List<String> keys = Pattern.compile("/difference\\?key=([^\"]+)").matcher(pages.open(page).getResponse().getContentAsString()).results()
                .map(found -> URLDecoder.decode(found.group(1).replace("&amp;", "&"), StandardCharsets.UTF_8))
                .toList();
        assertThat(pages.open(page + "/report.pdf")).hasStatus(404);
        assertThat(pages.open("/backoffice/finance/day-files")).bodyText().contains("ยังไม่ปิดยอด");
        for (String key : keys) {
            assertThat(finance.decide(page, key)).hasStatus3xxRedirection();
        }
        assertThat(pages.open(page + "/closing")).hasStatusOk().bodyText().contains("แก้ไขการวินิจฉัยไม่ได้อีก");
        assertThat(finance.close(page)).hasStatus3xxRedirection();
        assertThat(finance.close(page)).hasStatus(409);
        assertThat(pages.open("/backoffice/finance/day-files")).bodyText().contains("ปิดยอดแล้ว");
        assertThat(pages.open(page)).bodyText().contains("ปิดยอดเมื่อ").doesNotContain("/difference?key=");
        assertThat(PdfConformance.findings(pages.open(page + "/report.pdf").getResponse().getContentAsByteArray())).isEmpty();
        assertThat(audit.search("TYM", "closing.DayClosed", Long.MAX_VALUE, 5)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "th|ที่บรรทัด 1 ตำแหน่งที่ 65 (วันที่ของไฟล์)|โดยแจ้งข้อความนี้: line 1, column 65 (effective date): not a year of the Gregorian calendar: 2569",
        "en|in line 1 at position 65 (effective date)|and send it this: line 1, column 65 (effective date): not a year of the Gregorian calendar: 2569"
    })
    void a_file_that_is_refused_is_answered_with_its_place_and_with_the_reason_for_the_bank(String language, String place, String reason) {
        pages.signIn("ngoen");
        String header = "H000001" + "014" + "0099999200" + " ".repeat(40) + "22112569" + " ".repeat(188) + "\r\n";
        MockMultipartFile file = new MockMultipartFile("file", "day.txt", "text/plain", header.getBytes(StandardCharsets.US_ASCII));
        assertThat(pages.upload("/backoffice/finance/day-files", file, language)).hasStatus(422).bodyText().contains(place, reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/backoffice/finance", "/backoffice/finance/bills", "/backoffice/slips"})
    void a_search_for_a_character_that_no_text_has_is_no_failure_of_ours(String list) {
        pages.signIn("ngoen");
        assertThat(pages.web().get().uri(list).param("text", "\0").accept("text/html").exchange()).hasStatus(400);
    }

    @Test
    void files_of_the_same_day_are_told_apart_by_their_account() throws Exception {
        bank.deliverDayFile("099400099999200", LocalDate.now(ZoneId.of("Asia/Bangkok")));
        pages.signIn("ngoen");
        assertThat(pages.open("/backoffice/finance/day-files")).hasStatusOk().bodyText().contains("เลขที่บัญชี 0099999200");
    }
}
