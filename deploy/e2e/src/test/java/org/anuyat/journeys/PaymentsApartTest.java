package org.anuyat.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Base64;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anuyat.journeys.citizen.Bill;
import org.anuyat.journeys.citizen.Citizen;
import org.anuyat.journeys.citizen.SandboxBank;
import org.anuyat.journeys.office.Finance;
import org.anuyat.journeys.office.Procedure;
import org.anuyat.journeys.papers.OfficialPdf;
import org.anuyat.journeys.running.PaymentsApart;
import org.anuyat.journeys.running.Visitor;
import org.anuyat.journeys.running.Visitors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Payments in a process of their own, end to end: both processes are killed while a fee is paid, a finance officer does the day's work over
 * HTTP, and strangers get nowhere. {@code -Danuyat.kills=5} has five fees paid.
 */
class PaymentsApartTest {

    private static final String BILLER = "099400099999200";
    private static final int FEES = Math.max(1, Integer.getInteger("anuyat.kills", 1));
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
    void a_fee_is_paid_though_both_are_killed_and_goes_back_in_the_end(Visitors visitors) {
        Visitor nida = visitors.comes("nida");
        String number = "";
        for (int fee = 0; fee < FEES; fee++) {
            number = paysOne(visitors, nida, new Citizen(nida, "nida"), new Random());
        }
        assertThat(platform("select count(*) from receipt")).as("receipts").isEqualTo(FEES);
        assertThat(platform("select max(running) - count(*) from receipt")).as("missing receipt numbers").isZero();
        assertThat(platform("select count(*) from fee_bill where state = 'PAID'")).isEqualTo(FEES);
        assertThat(platform("select count(*) from audit_entry where act = 'payment.Paid'")).as("effects").isEqualTo(FEES);
        assertThat(books("select count(*) from payments.bill_standing where state = 'PAID'")).isEqualTo(FEES);
        assertThat(books("select sum(amount_satang) from payments.bank_payment where standing = 'ON_BILL'"))
                .isEqualTo(platform("select sum(amount_satang) from sandbox_bank.payment"))
                .isEqualTo(platform("select sum(amount_satang) from fee_bill"));
        assertThat(platform("select count(*) from information_schema.tables where table_schema = 'payments'"))
                .as("the platform's own books")
                .isZero();

        Visitor ngoen = visitors.comes("ngoen");
        Finance finance = Finance.signIn(ngoen, "ngoen");
        bringsTheDaysFile(ngoen);
        finance.proposeWholeFee(number, "ยกเลิกการอนุญาตตามคำร้อง", "02");
        Visitor hua = visitors.comes("hua");
        Finance.signIn(hua, "hua").approveRefund("03").seeGivenBack();
        assertThat(hua.text()).contains("ธนาคารยืนยันการคืนเงินแล้ว");
        assertThat(platform("select count(*) from sandbox_bank.refund")).isEqualTo(1);
        assertThat(books("select count(*) from payments.bill_standing where state = 'REFUNDED'")).isEqualTo(1);

        apart.killAdapter();
        ngoen.open("/backoffice/finance");
        assertThat(ngoen.status()).isEqualTo(503);
        assertThat(ngoen.text()).contains("ระบบไม่พร้อมให้บริการชั่วคราว");
        ngoen.open("/backoffice");
        assertThat(ngoen.status()).as("the rest works on").isEqualTo(200);
        apart.startAdapter();
        ngoen.open("/backoffice/finance");
        assertThat(ngoen.status()).isEqualTo(200);
    }

    private static String paysOne(Visitors visitors, Visitor nida, Citizen citizen, Random moments) {
        String number = citizen.apply("ร้านแยกกันอยู่");
        Procedure.untilPayment(visitors, number);
        Bill bill = citizen.open(number).waitFor("รอชำระค่าธรรมเนียม").bill();
        String qr = bill.scan();
        String reference = bill.line("รหัสอ้างอิง 1");
        apart.killAdapter();
        new SandboxBank(nida).pay(qr, "ชำระเงินครั้งเดียว แต่ธนาคารแจ้งผลสองครั้ง");
        assertThat(booksOf(reference)).as("money in the books while the adapter is dead").isZero();
        apart.startAdapter();
        nida.page().waitForTimeout(moments.nextInt(2_500));
        apart.killAdapter();
        apart.startAdapter();
        nida.page().waitForTimeout(moments.nextInt(1_500));
        apart.platform().kill();
        apart.platform().startAgain();
        citizen.open(number).waitFor("ออกใบอนุญาตแล้ว").bill();
        OfficialPdf receipt = new OfficialPdf(nida.download("ดาวน์โหลดใบเสร็จรับเงิน"));
        assertThat(receipt.breaches()).isEmpty();
        assertThat(booksOf(reference)).isEqualTo(1);
        return number;
    }

    private static void bringsTheDaysFile(Visitor ngoen) {
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Bangkok"));
        byte[] file = send(HttpRequest.newBuilder(URI.create(apart.platform()
                        .address("/sandbox-bank/day-files/file?biller=" + BILLER + "&day=" + today))).build(),
                HttpResponse.BodyHandlers.ofByteArray()).body();
        ngoen.open("/backoffice/finance/day-files").main().locator("input[type=file]")
                .setInputFiles(new FilePayload("billpay.txt", "text/plain", file));
        ngoen.press("นำไฟล์เข้า");
        assertThat(ngoen.status()).isEqualTo(200);
        assertThat(ngoen.picture("01-day-file").text()).contains("อ่านไฟล์และกระทบยอดแล้ว");
        assertThat(books("select count(*) from payments.day_file_line where payment_id is not null")).isEqualTo(FEES);
    }

    @Test
    void strangers_learn_nothing_from_either() throws Exception {
        URI bill = apart.adapter().resolve("/payments/v1/bills/" + UUID.randomUUID());
        URI notices = URI.create(apart.platform().address("/payments/v1/notices/posted"));
        for (URI door : new URI[] {bill, notices}) {
            assertThat(ask(door, null).statusCode()).isEqualTo(401);
            assertThat(ask(door, "nonsense").statusCode()).isEqualTo(401);
            assertThat(ask(door, null).headers().firstValue("Content-Type")).hasValue("application/problem+json");
        }
        assertThat(ask(bill, token(PaymentsApart.READER)).statusCode()).as("another scope").isEqualTo(403);
        assertThat(ask(bill, token("adapter")).statusCode()).as("for the platform").isEqualTo(401);
        assertThat(ask(notices, token("platform")).statusCode()).as("for the adapter").isEqualTo(401);
        assertThat(ask(notices, token("adapter")).statusCode()).as("nothing that anybody could read").isEqualTo(405);
        HttpResponse<String> unknown = ask(bill, token("platform"));
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(unknown.body()).contains("urn:anuyat:payments:not-found");
        assertThat(ask(apart.adapter().resolve("/actuator/env"), token("platform")).statusCode()).isEqualTo(404);
    }

    private static HttpResponse<String> ask(URI address, @Nullable String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).header("Accept", "application/json");
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static String token(String client) {
        String basic = Base64.getEncoder()
                .encodeToString((client + ":" + PaymentsApart.secret(client)).getBytes(StandardCharsets.UTF_8));
        String form = "grant_type=" + URLEncoder.encode("client_credentials", StandardCharsets.UTF_8);
        String answer = send(HttpRequest.newBuilder(URI.create(apart.platform().address("/oauth2/token")))
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form + "&scope=" + scope(client)))
                        .build(),
                HttpResponse.BodyHandlers.ofString()).body();
        Matcher token = Pattern.compile("\"access_token\":\"([^\"]+)\"").matcher(answer);
        assertThat(token.find()).as(answer).isTrue();
        return token.group(1);
    }

    private static String scope(String client) {
        return switch (client) {
            case "platform" -> "payments";
            case "adapter" -> "payment-notices";
            default -> "reading";
        };
    }

    private static <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) {
        try {
            return HttpClient.newHttpClient().send(request, body);
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(request.uri() + " didn't answer", e);
        }
    }

    private static long platform(String query) {
        return apart.platform().database().sql(query).query(Long.class).single();
    }

    private static long books(String query) {
        return apart.books().sql(query).query(Long.class).single();
    }

    private static long booksOf(String reference) {
        return apart.books().sql("select count(*) from payments.bank_payment where reference1 = ?").param(reference).query(Long.class).single();
    }
}
