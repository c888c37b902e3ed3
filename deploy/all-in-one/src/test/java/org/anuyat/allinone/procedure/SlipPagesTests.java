package org.anuyat.allinone.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import javax.imageio.ImageIO;
import org.anuyat.allinone.Anuyat;
import org.anuyat.payments.api.slips.Slip;
import org.anuyat.payments.api.slips.Slips;
import org.anuyat.signin.PortalUser;
import org.anuyat.testing.TestPostgres;
import org.anuyat.workflow.delivery.Messages;
import org.anuyat.workflow.identity.Accounts;
import org.anuyat.workflow.identity.Officer;
import org.anuyat.workflow.identity.Person;
import org.anuyat.workflow.identity.Role;
import org.anuyat.workflow.payment.FeeBill;
import org.anuyat.workflow.payment.Payments;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

/** Slips on the pages: citizens hand them in, a finance officer and an approver decide, the bank has the last word. */
@SpringBootTest(
        classes = Anuyat.class,
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = "anuyat.messages.strict=true")
@Import({TestPostgres.class, Applying.class, Officers.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SlipPagesTests {

    private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");
    private static int port;

    private final MockMvcTester web;
    private String lost = "";
    private String unseen = "";

    @Autowired
    private Accounts accounts;

    @Autowired
    private Payments payments;

    @Autowired
    private Slips slips;

    @Autowired
    private Messages messages;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    SlipPagesTests(WebApplicationContext context) {
        web = MockMvcTester.from(context);
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        registry.add("server.port", () -> port);
        String home = Files.createTempDirectory("slips").toString();
        registry.add("anuyat.home", () -> home);
    }

    @BeforeAll
    void twoCasesAwaitTheirFee(@Autowired Applying applying, @Autowired Officers officers) throws Exception {
        lost = approved(applying, officers);
        unseen = approved(applying, officers);
    }

    private String approved(Applying applying, Officers officers) throws Exception {
        String number = applying.apply(person("somchai"), Applying.restaurant());
        officers.passToApproval(number);
        officers.approve(number, 1);
        officers.approve(number, 2);
        await(() -> payments.of(number).isPresent());
        return number;
    }

    @AfterEach
    void nobodyIsSignedIn() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void the_slip_of_a_payment_whose_call_was_lost_has_the_bank_asked_and_serves_once() throws Exception {
        new Bank("http://localhost:" + port).pay(bill(lost).qrPayload(), "CALLBACK_LOST", "");
        byte[] slip = slipOf(bill(lost).reference1());

        signInCitizen("somying");
        assertThat(hand(lost, "slip.png", "image/png", slip)).as("somebody else's application").hasStatus(404);

        signInCitizen("somchai");
        assertThat(open("/applications/" + lost + "/fee")).hasStatusOk().bodyText().contains("ยื่นหลักฐานการชำระเงิน");
        assertThat(open("/applications/" + lost + "/fee/evidence")).hasStatusOk().bodyText().contains("ยังไม่ถือว่าชำระเงินแล้ว");
        assertThat(hand(lost, "", "application/octet-stream", new byte[0])).hasStatus(422).bodyText().contains("govuk-error-message");
        assertThat(hand(lost, "slip.txt", "text/plain", "paid".getBytes(StandardCharsets.UTF_8)))
                .hasStatus(415)
                .bodyText()
                .contains("govuk-error-message");
        assertThat(hand(lost, "slip.png", "image/png", "paid".getBytes(StandardCharsets.UTF_8))).hasStatus(422);
        assertThat(hand(lost, "slip.png", "image/png", slip)).hasStatus3xxRedirection();
        await(() -> bill(lost).state() == FeeBill.State.PAID);
        assertThat(open("/applications/" + lost + "/fee")).hasStatusOk().bodyText().contains("ชำระค่าธรรมเนียมแล้ว");

        assertThat(hand(unseen, "slip.png", "image/png", slip))
                .hasStatus(409)
                .bodyText()
                .contains("เคยยื่นเป็นหลักฐานแล้ว", "govuk-error-summary")
                .doesNotContain(lost);
        Slip repeated = slips.ofBill(bill(unseen).billId()).stream()
                .filter(one -> one.state() == Slip.State.REPEATED)
                .findFirst()
                .orElseThrow();
        signIn("ngoen");
        assertThat(open("/backoffice/slips?show=REPEATED")).hasStatusOk().bodyText().contains(unseen);
        assertThat(open("/backoffice/slips/" + repeated.id())).hasStatusOk().bodyText().contains("ยื่นซ้ำกับ", lost);
    }

    @Test
    void a_transfer_that_no_bank_can_confirm_is_entered_from_the_statement_by_two_officers() throws Exception {
        signInCitizen("somchai");
        assertThat(hand(unseen, "first.png", "image/png", picture(0x336699)))
                .hasStatus(422)
                .bodyText()
                .contains("ไม่พบคิวอาร์โค้ดในไฟล์", "govuk-error-message", "name=\"codeless\"");
        assertThat(slips.ofBill(bill(unseen).billId())).as("nothing for the officer yet").noneMatch(slip -> slip.state() == Slip.State.WAITING);
        assertThat(handCodeless("first.png", picture(0x336699))).hasStatus3xxRedirection();
        assertThat(open("/applications/" + unseen + "/fee"))
                .bodyText()
                .contains("อยู่ระหว่างตรวจสอบหลักฐาน", "ไม่พบคิวอาร์โค้ดของสลิป");
        UUID first = waiting(unseen);

        signIn("truat");
        assertThat(open("/backoffice/slips/" + first)).hasStatus(403);
        signIn("nuea");
        assertThat(open("/backoffice/slips/" + first)).as("another agency").hasStatus4xxClientError();
        signIn("ngoen");
        assertThat(open("/backoffice/slips")).hasStatusOk().bodyText().contains(unseen);
        assertThat(open("/backoffice/slips?text=nobody")).hasStatusOk().bodyText().doesNotContain(unseen);
        assertThat(open("/backoffice/slips/" + first)).hasStatusOk().bodyText().contains("/pages/1.png", "ไม่มีคิวอาร์โค้ดให้สอบถาม");
        assertThat(open("/backoffice/slips/" + first + "/pages/1.png")).hasStatusOk().hasContentType("image/png");
        assertThat(open("/backoffice/slips/" + first + "/pages/2.png")).hasStatus(404);
        assertThat(open("/backoffice/slips/" + first + "/file")).hasStatusOk().headers().satisfies(headers -> assertThat(
                        headers.getFirst("Content-Security-Policy"))
                .contains("sandbox"));

        assertThat(decide(first, "/check", "REFUSE", "")).hasStatus(422).bodyText().contains("govuk-error-summary");
        assertThat(decide(first, "/check", "REFUSE", "ภาพไม่ชัด")).hasStatusOk().bodyText().contains("ภาพไม่ชัด");
        assertThat(decide(first, "", "REFUSE", "ภาพไม่ชัด")).hasStatus3xxRedirection();
        signInCitizen("somchai");
        assertThat(open("/applications/" + unseen + "/fee")).bodyText().contains("ไม่รับเป็นหลักฐาน", "ภาพไม่ชัด");
        await(() -> messages.latest(person("somchai").email(), 20).stream()
                .anyMatch(letter -> letter.subject().contains("ไม่รับหลักฐานการชำระเงิน") && letter.body().contains("ภาพไม่ชัด")));

        assertThat(handCodeless("second.png", picture(0x993366))).hasStatus3xxRedirection();
        UUID second = waiting(unseen);
        signIn("ngoen");
        LocalDate today = LocalDate.now(BANGKOK);
        assertThat(statement(second, "/check", today, "", "")).hasStatus(422).bodyText().contains("govuk-error-summary");
        assertThat(statement(second, "", today.plusDays(1), "A-๑๒", baht())).hasStatus(409).bodyText().contains("ตั้งแต่วันออกใบแจ้ง");
        assertThat(statement(second, "/check", today, "A-๑๒", baht())).hasStatusOk().bodyText().contains("A-12");
        assertThat(statement(second, "", today, "A-๑๒", baht())).hasStatus3xxRedirection();
        assertThat(bill(unseen).state()).as("one officer is not enough").isEqualTo(FeeBill.State.OPEN);
        assertThat(decide(second, "", "APPROVE", "")).as("who entered it").hasStatus(409);
        signIn("hua");
        assertThat(open("/backoffice/slips/" + second)).hasStatusOk().bodyText().contains("A-12", "อนุมัติ");
        assertThat(decide(second, "/check", "APPROVE", "")).hasStatusOk();
        assertThat(decide(second, "", "APPROVE", "")).hasStatus3xxRedirection();
        await(() -> bill(unseen).state() == FeeBill.State.PAID);
        assertThat(jdbc.sql("select count(*) from payments.bank_payment where bill_id = ?")
                        .param(bill(unseen).billId())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(jdbc.sql("select distinct act from audit_entry where application_number = ? and act like 'slip.%'")
                        .param(unseen)
                        .query(String.class)
                        .list())
                .contains("slip.SlipHandedIn", "slip.SlipRefused", "slip.SlipDecided");
    }

    @Test
    void the_finance_officer_sees_what_is_expected_and_paid_searches_it_and_takes_it_along() {
        signIn("ngoen");
        assertThat(open("/backoffice/finance/bills")).hasStatusOk().bodyText().contains(lost, unseen, "รอรับชำระ", "/backoffice/finance/bills.csv?");
        assertThat(open("/backoffice/finance/bills?text=" + bill(lost).reference1())).hasStatusOk().bodyText().contains(lost).doesNotContain(unseen);
        assertThat(open("/backoffice/finance/bills?paid=2020-01-01")).hasStatusOk().bodyText().contains("ไม่มีรายการ");
        assertThat(open("/backoffice/finance/bills.csv?text=" + bill(unseen).reference1())).hasStatusOk().bodyText().contains(unseen).doesNotContain(lost);
        signIn("truat");
        assertThat(open("/backoffice/finance/bills")).hasStatus(403);
    }

    private String baht() {
        return "%,.2f".formatted(bill(unseen).amountSatang() / 100.0);
    }

    private UUID waiting(String number) {
        return slips.ofBill(bill(number).billId()).stream()
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

    /** What the payer's phone keeps. */
    private byte[] slipOf(String reference1) throws IOException, InterruptedException {
        String path = jdbc.sql("select ticket || '/' || transaction_id from sandbox_bank.payment where reference1 = ?")
                .param(reference1)
                .query(String.class)
                .single();
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/sandbox-bank/slips/" + path + ".png")).build(),
                        HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }

    private MvcTestResult open(String path) {
        return web.get().uri(path).accept("text/html", "*/*").cookie(new Cookie("language", "th")).exchange();
    }

    private MvcTestResult hand(String number, String name, String type, byte[] content) {
        return web.post()
                .uri("/applications/" + number + "/fee/evidence")
                .multipart()
                .file(new MockMultipartFile("file", name, type, content))
                .accept("text/html")
                .cookie(new Cookie("language", "th"))
                .exchange();
    }

    private MvcTestResult handCodeless(String name, byte[] content) {
        return web.post()
                .uri("/applications/" + unseen + "/fee/evidence")
                .multipart()
                .file(new MockMultipartFile("file", name, "image/png", content))
                .param("codeless", "true")
                .accept("text/html")
                .cookie(new Cookie("language", "th"))
                .exchange();
    }

    private MvcTestResult decide(UUID slip, String step, String decision, String reason) {
        return web.post()
                .uri("/backoffice/slips/" + slip + step)
                .accept("text/html")
                .param("decision", decision)
                .param("reason", reason)
                .exchange();
    }

    private MvcTestResult statement(UUID slip, String step, LocalDate day, String line, String amount) {
        return web.post()
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

    private FeeBill bill(String number) {
        return payments.of(number).orElseThrow();
    }

    private Person person(String username) {
        String subject = jdbc.sql("select id::text from account where username = ?").param(username).query(String.class).single();
        return accounts.person(subject).orElseThrow();
    }

    private void signInCitizen(String username) {
        Person person = person(username);
        signIn(person.subject(), person.displayName(), List.<GrantedAuthority>of(new SimpleGrantedAuthority(Role.CITIZEN.authority())));
    }

    private void signIn(String username) {
        Officer officer = accounts.officerNamed(username).orElseThrow();
        signIn(
                officer.subject(),
                officer.displayName(),
                officer.roles().stream().<GrantedAuthority>map(role -> new SimpleGrantedAuthority(role.authority())).toList());
    }

    private static void signIn(String subject, String name, List<GrantedAuthority> roles) {
        OidcIdToken token = OidcIdToken.withTokenValue("test")
                .subject(subject)
                .issuedAt(Instant.EPOCH)
                .expiresAt(Instant.EPOCH.plusSeconds(1))
                .build();
        PortalUser user = new PortalUser(subject, name, roles, token);
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(user, null, roles));
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofSeconds(120)).pollInterval(Duration.ofMillis(250)).until(condition);
    }
}
