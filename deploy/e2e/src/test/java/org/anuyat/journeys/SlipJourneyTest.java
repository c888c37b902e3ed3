package org.anuyat.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.anuyat.journeys.citizen.Bill;
import org.anuyat.journeys.citizen.Citizen;
import org.anuyat.journeys.citizen.Evidence;
import org.anuyat.journeys.office.Procedure;
import org.anuyat.journeys.office.SlipDesk;
import org.anuyat.journeys.papers.BankSlip;
import org.anuyat.journeys.papers.Paper;
import org.anuyat.journeys.running.Device;
import org.anuyat.journeys.running.PaymentsApart;
import org.anuyat.journeys.running.Visitor;
import org.anuyat.journeys.running.Visitors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * A citizen has paid, but it doesn't show: the slip, what officers make of it, and the word of a bank that can't be asked. The payments adapter is a
 * process of its own, so that everything about slips goes over HTTP.
 */
class SlipJourneyTest {

    private static final String TRANSFER = "2026112110155900001";
    private static PaymentsApart apart;

    @RegisterExtension
    static final Visitors.InJourneys JOURNEYS = new Visitors.InJourneys(() -> apart.platform());

    @BeforeAll
    static void start() {
        apart = new PaymentsApart();
    }

    @AfterAll
    static void stop() {
        apart.close();
    }

    @Test
    void a_slip_leads_to_money_on_the_statement_that_two_officers_answer_for(Visitors visitors) {
        Visitor nida = visitors.comes("nida", Device.PHONE);
        Citizen citizen = new Citizen(nida, "nida");
        String number = citizen.apply("ร้านรอผล");
        String other = citizen.apply("ร้านอีกแห่ง");
        Procedure.untilPayment(visitors, number);
        Procedure.untilPayment(visitors, other);
        citizen.open(number).waitFor("รอชำระค่าธรรมเนียม");
        citizen.open(other).waitFor("รอชำระค่าธรรมเนียม");

        handsInASlip(nida, number);
        cannotUseItTwice(nida, other);
        Visitor ngoen = visitors.comes("ngoen");
        SlipDesk finance = SlipDesk.signIn(ngoen, "ngoen");
        refuses(ngoen, finance, other);
        nida.open("/applications/" + other + "/fee");
        assertThat(nida.pictures("08-refused").text()).contains("ไม่รับเป็นหลักฐาน", "เหตุผล: ภาพไม่ชัด");

        Bill watched = citizen.open(number).bill();
        String baht = baht(number);
        enters(ngoen, finance, number, baht);
        Visitor hua = visitors.comes("hua");
        SlipDesk approver = SlipDesk.signIn(hua, "hua").open(number);
        assertThat(hua.pictures("30-to-approve").text()).contains("A-12", "จำนวนเงินไม่ตรงกับใบแจ้ง");
        approver.decide("ไม่อนุมัติ", "จำนวนเงินไม่ตรงกับรายการเดินบัญชี").confirm();
        assertThat(hua.pictures("31-declined").text()).contains("ไม่อนุมัติแล้ว");
        entersAgain(ngoen, finance, number, baht);
        approver.open(number).decide("อนุมัติ: ข้าพเจ้าเห็นรายการนี้ในรายการเดินบัญชีแล้ว", "");
        hua.pictures("32-approve-check");
        approver.confirm();
        assertThat(hua.pictures("33-approved").text()).contains("บันทึกรับเงินแล้ว");
        watched.seePaid();
        assertThat(nida.pictures("09-paid").text()).contains("ชำระค่าธรรมเนียมแล้ว");

        isToldWhatABankReported(nida, citizen, other);
        everythingWentOverHttp();
    }

    private static void handsInASlip(Visitor nida, String number) {
        nida.open("/applications/" + number + "/fee").pictures("01-fee");
        Evidence evidence = new Evidence(nida, number);
        nida.pictures("02-evidence");
        evidence.press();
        assertThat(nida.status()).isEqualTo(422);
        assertThat(evidence.errorAtField()).isNotBlank();
        evidence.handIn(Paper.programNamed("slip.pdf"));
        assertThat(evidence.errorAtField()).contains("เนื้อหาของไฟล์ไม่ตรงกับชนิดไฟล์");
        evidence.handIn(Paper.photo("cut.jpg"));
        assertThat(nida.status()).isEqualTo(422);
        assertThat(evidence.errorAtField()).contains("ไม่พบคิวอาร์โค้ดในไฟล์");
        assertThat(nida.pictures("03-no-code").problems()).singleElement().asString().contains("ไม่พบคิวอาร์โค้ดในไฟล์");
        evidence.handIn(new BankSlip(TRANSFER, baht(number)).jpg("slip.jpg"));
        assertThat(nida.pictures("04-handed-in").text())
                .contains("ได้รับหลักฐานแล้ว", "อยู่ระหว่างตรวจสอบหลักฐานของท่าน", "ค่าธรรมเนียมยังไม่ถือว่าชำระแล้ว")
                .as("paying again is not what the page is for now")
                .doesNotContain("สแกนคิวอาร์โค้ดด้วยแอปพลิเคชัน");
    }

    private static void cannotUseItTwice(Visitor nida, String other) {
        Evidence evidence = new Evidence(nida, other).handIn(new BankSlip(TRANSFER, baht(other)).png("another.png"));
        assertThat(nida.status()).isEqualTo(409);
        assertThat(evidence.errorAtField()).contains("เคยยื่นเป็นหลักฐานแล้ว");
        nida.pictures("05-again");
        evidence.handIn(new BankSlip(TRANSFER, baht(other)).pdf("another.pdf"));
        assertThat(evidence.errorAtField()).as("in a PDF too").contains("เคยยื่นเป็นหลักฐานแล้ว");
        evidence.handIn(Paper.photo("counter.jpg")).handInWithoutCode(Paper.photo("counter.jpg"));
        assertThat(nida.pictures("06-without-code").text()).contains("เจ้าหน้าที่การเงินจะตรวจสอบจากภาพ", "ไม่รับเป็นหลักฐาน เพราะเคยยื่นแล้ว");
    }

    private static void refuses(Visitor ngoen, SlipDesk finance, String other) {
        assertThat(ngoen.pictures("20-desk").text()).contains("หลักฐานการชำระเงิน");
        ngoen.open("/backoffice/slips?show=all").pictures("21-slips");
        ngoen.open("/backoffice/slips?show=REPEATED&text=" + other).follow(ngoen.main().locator("tbody"), "");
        assertThat(finance.showsPictures()).isTrue();
        assertThat(ngoen.pictures("22-repeated").text()).contains("ยื่นซ้ำกับ", "การโอนรายการเดียวกัน");
        finance.open(other);
        assertThat(ngoen.pictures("23-without-code").text()).contains("ไม่มีคิวอาร์โค้ดให้สอบถาม");
        finance.decide("ไม่รับเป็นหลักฐาน", "");
        assertThat(ngoen.problems()).hasSize(1);
        finance.decide("ไม่รับเป็นหลักฐาน", "ภาพไม่ชัด");
        ngoen.pictures("24-refuse-check");
        finance.confirm();
        assertThat(ngoen.text()).contains("ไม่รับเป็นหลักฐานแล้ว");
    }

    private static void enters(Visitor ngoen, SlipDesk finance, String number, String baht) {
        finance.open(number).ask();
        assertThat(ngoen.text()).contains("ธนาคารไม่พบการโอนนี้", TRANSFER);
        assertThat(finance.showsPictures()).isTrue();
        ngoen.pictures("25-slip");
        finance.statement();
        ngoen.pictures("26-statement");
        finance.type("ธนาคารกรุงเทพ (002)", "", "ห้าร้อย");
        assertThat(ngoen.status()).isEqualTo(422);
        assertThat(ngoen.pictures("27-statement-wrong").problems()).hasSize(2);
        finance.type("ธนาคารกรุงเทพ (002)", "A-๑๒", "1.00");
        assertThat(ngoen.text()).contains("จำนวนเงินไม่ตรงกับใบแจ้ง");
        finance.enter();
        assertThat(ngoen.pictures("28-entered").text()).contains("รออนุมัติ", "A-12", "ต้องมีผู้อนุมัติอีกคนหนึ่ง");
        assertThat(ngoen.main().getByLabel("อนุมัติ").count()).as("who entered it can't approve it").isZero();
        assertThat(baht).isNotEqualTo("1.00");
    }

    private static void entersAgain(Visitor ngoen, SlipDesk finance, String number, String baht) {
        finance.open(number);
        assertThat(ngoen.pictures("28a-declined-why").text())
                .contains("รอเจ้าหน้าที่การเงินตรวจสอบ", "ไม่อนุมัติรายการที่บันทึก", "จำนวนเงินไม่ตรงกับรายการเดินบัญชี")
                .doesNotContain("A-12");
        finance.statement().type("ธนาคารกรุงเทพ (002)", "A-13", baht);
        assertThat(ngoen.pictures("29-statement-check").text()).contains("A-13", baht).doesNotContain("จำนวนเงินไม่ตรงกับใบแจ้ง");
        finance.enter();
        assertThat(books("select count(*) from payments.bank_payment")).as("one officer is not enough").isZero();
    }

    private static void isToldWhatABankReported(Visitor nida, Citizen citizen, String other) {
        Bill bill = citizen.open(other).bill();
        bangkokBankCalls(bill.line("รหัสอ้างอิง 1"), bill.line("รหัสอ้างอิง 2"), baht(other).replace(",", ""));
        bill.seeReported();
        assertThat(nida.pictures("10-reported").text())
                .contains("โปรดอย่าชำระซ้ำ", "ไฟล์รายการประจำวัน")
                .doesNotContain("สแกนคิวอาร์โค้ดด้วยแอปพลิเคชัน", "ชำระที่ธนาคารจำลอง");
        assertThat(books("select count(*) from payments.bank_payment")).as("a call is no money").isEqualTo(1);
    }

    private static void bangkokBankCalls(String reference1, String reference2, String baht) {
        LocalDateTime now = LocalDateTime.now(ZoneId.of("Asia/Bangkok"));
        String message =
                """
                {"billerId": "099400099999200", "transDate": "%s", "transTime": "%s", "termType": "80", "amount": %s, "reference1": "%s",
                 "reference2": "%s", "reference3": "", "fromBank": "004", "fromBranch": "0001", "fromName": "Nida", "bankRef": "BBL0001",
                 "approvalCode": "123456", "txnType": "C", "retryFlag": "N"}
                """
                        .formatted(now.toLocalDate(), now.format(DateTimeFormatter.ofPattern("HH:mm:ss")), baht, reference1, reference2);
        try {
            HttpResponse<String> answer = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(apart.callbacksOfBangkokBank())
                                    .header("Content-Type", "application/json")
                                    .POST(HttpRequest.BodyPublishers.ofString(message))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(answer.body()).contains("\"responseCode\":\"000\"");
        } catch (IOException | InterruptedException e) {
            throw new AssertionError("the adapter didn't answer the bank", e);
        }
    }

    private static void everythingWentOverHttp() {
        String id = "/[0-9a-f-]{36}";
        for (String call : List.of(
                "POST /payments/v1/slips", "GET /payments/v1/slips", "GET /payments/v1/slips" + id, "GET /payments/v1/slips/of-bill" + id,
                "POST /payments/v1/slips" + id + "/inquiry", "POST /payments/v1/slips" + id + "/statement",
                "POST /payments/v1/slips" + id + "/decision")) {
            assertThat(apart.requests()).as(call).anyMatch(request -> request.matches("200 " + call));
        }
        assertThat(apart.platform().database()
                        .sql("select count(*) from information_schema.tables where table_schema = 'payments'")
                        .query(Long.class)
                        .single())
                .as("the platform's own books")
                .isZero();
    }

    private static String baht(String number) {
        long satang = apart.platform().database()
                .sql("select amount_satang from fee_bill where application_number = ?")
                .param(number)
                .query(Long.class)
                .single();
        return String.format(Locale.ROOT, "%,d.%02d", satang / 100, satang % 100);
    }

    private static long books(String query) {
        return apart.books().sql(query).query(Long.class).single();
    }
}
