package org.anuyat.sandboxbank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.client.j2se.MatrixToImageWriter;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.anuyat.testing.TestPostgres;
import org.junit.jupiter.api.BeforeEach;
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
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** What payers find on the pages, and what comes of it for the biller. */
@SpringBootTest(
        classes = SandboxBank.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "anuyat.mode=demonstration",
            "anuyat.sandbox-bank.callback-pause=100ms",
            "anuyat.sandbox-bank.refund-takes=1s",
            "anuyat.sandbox-bank.billers.099400016550100=กรุงเทพมหานคร",
            "spring.flyway.enabled=false"
        })
@Import({TestPostgres.class, Biller.Deaf.class})
class SandboxBankTest {

    @Autowired
    private Biller biller;

    @Autowired
    private JdbcClient sql;

    private Customer customer = new Customer(0);

    @BeforeEach
    void somebodyComes(@LocalServerPort int port) {
        customer = new Customer(port);
    }

    private ResponseEntity<String> upload(byte[] picture) {
        MultiValueMap<String, Object> form = new LinkedMultiValueMap<>();
        form.add("picture", new ByteArrayResource(picture) {
            @Override
            public String getFilename() {
                return "screen.png";
            }
        });
        return customer.http().post().uri("/sandbox-bank/pictures").contentType(MediaType.MULTIPART_FORM_DATA).body(form)
                .retrieve().toEntity(String.class);
    }

    @Test
    void everyPageSaysThatThisIsNoBank() {
        String thai = customer.page("/sandbox-bank", Map.of()).getBody();
        assertThat(thai)
                .contains("lang=\"th\"", "ธนาคารจำลองสำหรับสาธิต – ไม่ใช่ธนาคารจริง ไม่มีการโอนเงินจริง")
                .doesNotContain("style=", "<style", "<script", "??");
        assertThat(customer.page("/sandbox-bank", Map.of("lang", "en")).getBody()).contains("lang=\"en\"", "not a real bank").doesNotContain("??");
        assertThat(customer.page("/sandbox-bank", Map.of("qr", Customer.BILL)).getBody()).contains("ไม่ใช่ธนาคารจริง");
        assertThat(customer.page("/sandbox-bank/assets/bank.css", Map.of()).getStatusCode()).isEqualTo(HttpStatus.OK);
    }

    @Test
    void aPastedCodeShowsWhatIsPaidToWhom() {
        assertThat(customer.page("/sandbox-bank", Map.of("qr", Customer.BILL + "\n")).getBody())
                .contains("กรุงเทพมหานคร", Customer.BILLER, "123456789012", "670429", "3,649.22 บาท");
    }

    @ParameterizedTest
    @CsvSource({
        "hello, ข้อความนี้ไม่ใช่คิวอาร์โค้ด",
        "00020101021230650016A00000067701011201150994000165501000212123456789012030667042953037645802TH54073649.2263044535, รหัสตรวจสอบไม่ตรงกัน",
        "00020101021129370016A000000677010111011300668012345675802TH530376463046197, ไม่ใช่การชำระเงินตามใบแจ้ง",
        "00020101021130490016A00000067701011201130000000000001020812698741530376454043.995802TH62150711111ABCDE22263042721, ไม่ครบถ้วนหรือไม่ถูกต้อง"
    })
    void aCodeThatIsNoBillIsRefusedInWords(String code, String words) {
        ResponseEntity<String> answer = customer.page("/sandbox-bank", Map.of("qr", code));
        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(answer.getBody()).contains(words, "role=\"alert\"");
    }

    @Test
    void aPictureOfTheCodeIsReadAndAnythingElseRefused() throws Exception {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        MatrixToImageWriter.writeToStream(new QRCodeWriter().encode(Customer.BILL, BarcodeFormat.QR_CODE, 300, 300), "png", png);
        ResponseEntity<String> read = upload(png.toByteArray());
        assertThat(read.getStatusCode()).isEqualTo(HttpStatus.FOUND);
        assertThat(read.getHeaders().getLocation().toString()).endsWith("/sandbox-bank?qr=" + Customer.BILL);
        assertThat(upload("MZ no picture".getBytes()).getBody()).contains("อ่านไฟล์นี้เป็นภาพไม่ได้");
        ByteArrayOutputStream blank = new ByteArrayOutputStream();
        MatrixToImageWriter.writeToStream(new BitMatrix(200), "png", blank);
        assertThat(upload(blank.toByteArray()).getBody()).contains("ไม่พบคิวอาร์โค้ดในภาพ");
    }

    @Test
    void payingWithOneTicketTwiceTakesTheMoneyOnce() {
        UUID ticket = UUID.randomUUID();
        assertThat(customer.pay(ticket, "NORMAL", "").getStatusCode()).isEqualTo(HttpStatus.FOUND);
        ResponseEntity<String> again = customer.pay(ticket, "NORMAL", "");
        assertThat(again.getHeaders().getLocation().getPath()).isEqualTo("/sandbox-bank/slips/" + ticket);
        assertThat(customer.page("/sandbox-bank/slips/" + ticket, Map.of()).getBody()).containsOnlyOnce("3,649.22 บาท").doesNotContain("??");
        assertThat(customer.page("/sandbox-bank/slips/" + UUID.randomUUID(), Map.of()).getStatusCode()).isEqualTo(HttpStatus.NOT_FOUND);
    }

    @Test
    void aWrongAmountMustBeAnAmountAndDiffer() {
        assertThat(customer.pay(UUID.randomUUID(), "WRONG_AMOUNT", "abc").getBody()).contains("มากกว่า 0");
        assertThat(customer.pay(UUID.randomUUID(), "WRONG_AMOUNT", "3,649.22").getBody()).contains("ไม่เท่ากับ");
        assertThat(customer.pay(UUID.randomUUID(), "WRONG_AMOUNT", "3,649.23").getStatusCode()).isEqualTo(HttpStatus.FOUND);
    }

    @Test
    void theDaysPaymentsAreAFileOfLinesOf256Bytes() {
        customer.pay(UUID.randomUUID(), "NORMAL", "");
        LocalDate today = LocalDate.now(ZoneId.of("Asia/Bangkok"));
        String biller = Customer.BILLER;
        String[] lines = customer.page("/sandbox-bank/day-files/file", Map.of("biller", biller, "day", today)).getBody().split("\r\n");
        assertThat(lines.length).isGreaterThanOrEqualTo(3);
        assertThat(lines).allMatch(line -> line.length() == 256);
        assertThat(lines[0]).startsWith("H0000010140016550100");
        assertThat(lines[1].substring(84, 96)).isEqualTo("123456789012");
        assertThat(lines[1].substring(163, 176)).isEqualTo("0000000364922");
        assertThat(lines[1].substring(196, 211)).isEqualTo(biller);
        assertThat(lines[1]).endsWith("014          ");
        assertThat(lines[lines.length - 1]).startsWith("T");
        assertThat(customer.page("/sandbox-bank/day-files", Map.of()).getBody())
                .contains("กรุงเทพมหานคร", today.toString(), "ไม่ใช่ธนาคารจริง")
                .doesNotContain("??");
    }

    @Test
    void aConfirmationNobodyAcknowledgesIsTriedThreeTimes() {
        UUID ticket = UUID.randomUUID();
        customer.pay(ticket, "NORMAL", "");
        String transaction = sql.sql("select transaction_id from sandbox_bank.payment where ticket = ?")
                .param(ticket).query(String.class).single();
        await().atMost(Duration.ofSeconds(15)).untilAsserted(() ->
                assertThat(customer.page("/sandbox-bank/slips/" + ticket, Map.of()).getBody()).contains("แจ้งผลไม่สำเร็จ", "HTTP 500"));
        assertThat(biller.heard().stream().filter(body -> body.contains(transaction))).hasSize(3);
    }
}
