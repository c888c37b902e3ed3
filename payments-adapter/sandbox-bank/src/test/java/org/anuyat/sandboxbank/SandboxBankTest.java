package org.anuyat.sandboxbank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.client.j2se.MatrixToImageWriter;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.anuyat.sandboxbank.counter.CodePicture;
import org.anuyat.testing.TestPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.UriComponentsBuilder;

@SpringBootTest(
        classes = SandboxBank.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "anuyat.mode=demonstration",
            "anuyat.sandbox-bank.callback-pause=100ms",
            "anuyat.sandbox-bank.billers.099400016550100=กรุงเทพมหานคร",
            "spring.flyway.enabled=false"
        })
@Import(TestPostgres.class)
class SandboxBankTest {

    private static final String BILL = "00020101021230650016A00000067701011201150994000165501000212123456789012030667042953037645802TH54073649.2263044534";
    private static final List<String> HEARD = new CopyOnWriteArrayList<>();
    private static final HttpServer DEAF_BILLER = deafBiller();

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient sql;

    /** Hears everything and acknowledges nothing. */
    private static HttpServer deafBiller() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
            server.createContext("/callback", exchange -> {
                HEARD.add(new String(exchange.getRequestBody().readAllBytes()));
                exchange.sendResponseHeaders(500, -1);
                exchange.close();
            });
            server.start();
            return server;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @DynamicPropertySource
    static void callbackUrl(DynamicPropertyRegistry registry) {
        registry.add("anuyat.sandbox-bank.callback-url", () -> "http://localhost:" + DEAF_BILLER.getAddress().getPort() + "/callback");
        registry.add("anuyat.sandbox-bank.refund-takes", () -> "1s");
    }

    @AfterAll
    static void stop() {
        DEAF_BILLER.stop(0);
    }

    private RestClient http() {
        return RestClient.builder()
                .requestFactory(new JdkClientHttpRequestFactory(HttpClient.newHttpClient()))
                .baseUrl("http://localhost:" + port)
                .defaultStatusHandler(status -> true, (request, response) -> {})
                .build();
    }

    private ResponseEntity<String> page(String path, Map<String, ?> parameters) {
        UriComponentsBuilder uri = UriComponentsBuilder.fromUriString("http://localhost:" + port + path);
        parameters.keySet().forEach(name -> uri.queryParam(name, "{" + name + "}"));
        URI encoded = uri.encode().buildAndExpand(parameters).toUri();
        return http().get().uri(encoded).retrieve().toEntity(String.class);
    }

    private ResponseEntity<String> pay(UUID ticket, String manner, String baht) {
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("qr", BILL);
        form.add("ticket", ticket.toString());
        form.add("manner", manner);
        form.add("baht", baht);
        return http().post()
                .uri("/sandbox-bank/payments")
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form)
                .retrieve()
                .toEntity(String.class);
    }

    private ResponseEntity<String> upload(byte[] picture) {
        MultiValueMap<String, Object> form = new LinkedMultiValueMap<>();
        form.add("picture", new ByteArrayResource(picture) {
            @Override
            public String getFilename() {
                return "screen.png";
            }
        });
        return http().post().uri("/sandbox-bank/pictures").contentType(MediaType.MULTIPART_FORM_DATA).body(form)
                .retrieve().toEntity(String.class);
    }

    @Test
    void everyPageSaysThatThisIsNoBank() {
        String thai = page("/sandbox-bank", Map.of()).getBody();
        assertThat(thai)
                .contains("lang=\"th\"", "ธนาคารจำลองสำหรับสาธิต – ไม่ใช่ธนาคารจริง ไม่มีการโอนเงินจริง")
                .doesNotContain("style=", "<style", "<script", "??");
        assertThat(page("/sandbox-bank", Map.of("lang", "en")).getBody()).contains("lang=\"en\"", "not a real bank").doesNotContain("??");
        assertThat(page("/sandbox-bank", Map.of("qr", BILL)).getBody()).contains("ไม่ใช่ธนาคารจริง");
        assertThat(page("/sandbox-bank/assets/bank.css", Map.of()).getStatusCode()).isEqualTo(HttpStatus.OK);
    }

    @Test
    void aPastedCodeShowsWhatIsPaidToWhom() {
        assertThat(page("/sandbox-bank", Map.of("qr", BILL + "\n")).getBody())
                .contains("กรุงเทพมหานคร", "099400016550100", "123456789012", "670429", "3,649.22 บาท");
    }

    @ParameterizedTest
    @CsvSource({
        "hello, ข้อความนี้ไม่ใช่คิวอาร์โค้ด",
        "00020101021230650016A00000067701011201150994000165501000212123456789012030667042953037645802TH54073649.2263044535, รหัสตรวจสอบไม่ตรงกัน",
        "00020101021129370016A000000677010111011300668012345675802TH530376463046197, ไม่ใช่การชำระเงินตามใบแจ้ง",
        "00020101021130490016A00000067701011201130000000000001020812698741530376454043.995802TH62150711111ABCDE22263042721, ไม่ครบถ้วนหรือไม่ถูกต้อง"
    })
    void aCodeThatIsNoBillIsRefusedInWords(String code, String words) {
        ResponseEntity<String> answer = page("/sandbox-bank", Map.of("qr", code));
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(answer.getBody()).contains(words, "role=\"alert\"");
    }

    @Test
    void aPictureOfTheCodeIsReadAndAnythingElseRefused() throws Exception {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        MatrixToImageWriter.writeToStream(new QRCodeWriter().encode(BILL, BarcodeFormat.QR_CODE, 300, 300), "png", png);
        ResponseEntity<String> read = upload(png.toByteArray());
        assertThat(read.getStatusCode()).isEqualTo(HttpStatus.FOUND);
        assertThat(read.getHeaders().getLocation().toString()).endsWith("/sandbox-bank?qr=" + BILL);
        assertThat(upload("MZ no picture".getBytes()).getBody()).contains("อ่านไฟล์นี้เป็นภาพไม่ได้");
        ByteArrayOutputStream blank = new ByteArrayOutputStream();
        MatrixToImageWriter.writeToStream(new BitMatrix(200), "png", blank);
        assertThat(upload(blank.toByteArray()).getBody()).contains("ไม่พบคิวอาร์โค้ดในภาพ");
    }

    @Test
    void payingWithOneTicketTwiceTakesTheMoneyOnce() {
        UUID ticket = UUID.randomUUID();
        assertThat(pay(ticket, "NORMAL", "").getStatusCode()).isEqualTo(HttpStatus.FOUND);
        ResponseEntity<String> again = pay(ticket, "NORMAL", "");
        assertThat(again.getHeaders().getLocation().getPath()).isEqualTo("/sandbox-bank/slips/" + ticket);
        assertThat(page("/sandbox-bank/slips/" + ticket, Map.of()).getBody()).containsOnlyOnce("3,649.22 บาท").doesNotContain("??");
        assertThat(page("/sandbox-bank/slips/" + UUID.randomUUID(), Map.of()).getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
    }

    @Test
    void aWrongAmountMustBeAnAmountAndDiffer() {
        assertThat(pay(UUID.randomUUID(), "WRONG_AMOUNT", "abc").getBody()).contains("มากกว่า 0");
        assertThat(pay(UUID.randomUUID(), "WRONG_AMOUNT", "3,649.22").getBody()).contains("ไม่เท่ากับ");
        assertThat(pay(UUID.randomUUID(), "WRONG_AMOUNT", "3,649.23").getStatusCode()).isEqualTo(HttpStatus.FOUND);
    }

    @Test
    void theDaysPaymentsAreAFileOfLinesOf256Bytes() {
        pay(UUID.randomUUID(), "NORMAL", "");
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Bangkok"));
        String biller = "099400016550100";
        String[] lines = page("/sandbox-bank/day-files/file", Map.of("biller", biller, "day", today)).getBody().split("\r\n");
        assertThat(lines.length).isGreaterThanOrEqualTo(3);
        assertThat(lines).allMatch(line -> line.length() == 256);
        assertThat(lines[0]).startsWith("H0000010140016550100");
        assertThat(lines[1].substring(84, 96)).isEqualTo("123456789012");
        assertThat(lines[1].substring(163, 176)).isEqualTo("0000000364922");
        assertThat(lines[1].substring(196, 211)).isEqualTo(biller);
        assertThat(lines[1]).endsWith("014          ");
        assertThat(lines[lines.length - 1]).startsWith("T");
        assertThat(page("/sandbox-bank/day-files", Map.of()).getBody())
                .contains("กรุงเทพมหานคร", today.toString(), "ไม่ใช่ธนาคารจริง")
                .doesNotContain("??");
    }

    @Test
    void aConfirmationNobodyAcknowledgesIsTriedThreeTimes() {
        UUID ticket = UUID.randomUUID();
        pay(ticket, "NORMAL", "");
        String transaction = sql.sql("select transaction_id from sandbox_bank.payment where ticket = ?")
                .param(ticket).query(String.class).single();
        await().atMost(Duration.ofSeconds(15)).untilAsserted(() ->
                assertThat(page("/sandbox-bank/slips/" + ticket, Map.of()).getBody()).contains("แจ้งผลไม่สำเร็จ", "HTTP 500"));
        assertThat(HEARD.stream().filter(body -> body.contains(transaction))).hasSize(3);
    }

    @Test
    void onlyWhoHasATokenMayAskAndTheLedgerAnswersForOneDay() {
        pay(UUID.randomUUID(), "CALLBACK_LOST", "");
        String today = LocalDate.now(ZoneId.of("Asia/Bangkok")).toString();
        Map<String, String> question = Map.of("transactionDate", today, "billerId", "099400016550100", "reference1", "123456789012");
        assertThat(page("/sandbox-bank/v1/payment/billpayment/inquiry", question).getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(token("sandbox-key", "wrong").getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
        String token = token("sandbox-key", "sandbox-secret").getBody().replaceAll(".*\"accessToken\":\"([^\"]+)\".*", "$1");
        assertThat(inquiry(token, today).getBody()).contains("\"code\":1000", "\"amount\":\"3649.22\"", "+07:00");
        assertThat(inquiry(token, "2020-01-01").getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(inquiry(token + "0", today).getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void moneyGoesBackOnceByOrderAndNeverMoreThanWasPaid() {
        UUID ticket = UUID.randomUUID();
        pay(ticket, "NORMAL", "");
        String transaction = sql.sql("select transaction_id from sandbox_bank.payment where ticket = ?")
                .param(ticket).query(String.class).single();
        String token = token("sandbox-key", "sandbox-secret").getBody().replaceAll(".*\"accessToken\":\"([^\"]+)\".*", "$1");
        String order = UUID.randomUUID().toString();
        assertThat(refund("forged", order, transaction, "49.22").getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
        assertThat(refund(token, order, transaction, "49.22").getBody()).contains("\"code\":1000", "\"state\":\"ACCEPTED\"", "\"amount\":\"49.22\"");
        await().untilAsserted(() -> assertThat(refund(token, order, transaction, "49.22").getBody())
                .contains("\"state\":\"COMPLETED\"", "+07:00"));
        assertThat(sql.sql("select count(*) from sandbox_bank.refund where transaction_id = ?").param(transaction).query(Long.class).single())
                .isEqualTo(1);
        assertThat(refund(token, order, transaction, "49.23").getBody()).contains("4103");
        assertThat(refund(token, UUID.randomUUID().toString(), transaction, "3600.01").getBody()).contains("4102");
        assertThat(refund(token, UUID.randomUUID().toString(), "NOBODYS", "1").getBody()).contains("4101");
        assertThat(refund(token, "", transaction, "1").getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        String[] lines = page("/sandbox-bank/day-files/file", Map.of("biller", "099400016550100", "day", LocalDate.now(ZoneId.of("Asia/Bangkok"))))
                .getBody().split("\r\n");
        assertThat(lines).anyMatch(line -> line.startsWith("D") && line.charAt(152) == 'D' && line.substring(163, 176).equals("0000000004922"));
        assertThat(lines[lines.length - 1].substring(20, 39)).isEqualTo("0000000004922000001");
        assertThat(page("/sandbox-bank/ledger", Map.of()).getBody()).contains(transaction, order, "โอนคืนแล้วเมื่อ").doesNotContain("??");
    }

    @Test
    void theSlipsCodeNamesATransferThatTheBankKnows() throws IOException {
        UUID ticket = UUID.randomUUID();
        pay(ticket, "NORMAL", "");
        String transaction = sql.sql("select transaction_id from sandbox_bank.payment where ticket = ?")
                .param(ticket).query(String.class).single();
        byte[] slip = http().get().uri("/sandbox-bank/slips/{t}/{n}.png", ticket, transaction).retrieve().body(byte[].class);
        assertThat(CodePicture.read(slip)).matches("0047000600000101030140226" + transaction + "5102TH9104[0-9A-F]{4}");
        String token = token("sandbox-key", "sandbox-secret").getBody().replaceAll(".*\"accessToken\":\"([^\"]+)\".*", "$1");
        assertThat(slip(token, transaction, "014").getBody()).contains("\"code\":1000", "\"amount\":\"3649.22\"", "123456789012");
        assertThat(slip(token, transaction, "004").getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
        assertThat(slip("forged", transaction, "014").getStatusCode()).isEqualTo(HttpStatus.UNAUTHORIZED);
    }

    private ResponseEntity<String> slip(String token, String transaction, String bank) {
        return http().get().uri("/sandbox-bank/v1/payment/billpayment/transactions/{t}?sendingBank={b}", transaction, bank)
                .headers(headers -> headers.setBearerAuth(token)).retrieve().toEntity(String.class);
    }

    private ResponseEntity<String> refund(String token, String order, String transaction, String amount) {
        return http().post().uri("/sandbox-bank/v1/payment/billpayment/refunds").contentType(MediaType.APPLICATION_JSON)
                .headers(headers -> headers.setBearerAuth(token))
                .body(Map.of("orderReference", order, "transactionId", transaction, "amount", amount, "currencyCode", "764"))
                .retrieve()
                .toEntity(String.class);
    }

    private ResponseEntity<String> token(String key, String secret) {
        return http().post().uri("/sandbox-bank/v1/oauth/token").contentType(MediaType.APPLICATION_JSON)
                .body(Map.of("applicationKey", key, "applicationSecret", secret)).retrieve().toEntity(String.class);
    }

    private ResponseEntity<String> inquiry(String token, String day) {
        return http().get()
                .uri("/sandbox-bank/v1/payment/billpayment/inquiry?eventCode=00300100&transactionDate={day}"
                        + "&billerId=099400016550100&reference1=123456789012", day)
                .headers(headers -> headers.setBearerAuth(token))
                .retrieve()
                .toEntity(String.class);
    }
}
