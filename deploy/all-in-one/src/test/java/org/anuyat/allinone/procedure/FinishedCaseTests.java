package org.anuyat.allinone.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import jakarta.servlet.http.Cookie;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.anuyat.allinone.Anuyat;
import org.anuyat.payments.api.DayFiles;
import org.anuyat.payments.api.Reconciliation;
import org.anuyat.signin.PortalUser;
import org.anuyat.signing.api.token.PermitTokens;
import org.anuyat.signing.api.token.TokenReport;
import org.anuyat.signing.api.token.TokenText;
import org.anuyat.signing.api.validation.Verdict;
import org.anuyat.testing.PdfConformance;
import org.anuyat.testing.TestPostgres;
import org.anuyat.workflow.audit.AuditEntry;
import org.anuyat.workflow.audit.AuditTrail;
import org.anuyat.workflow.delivery.Downloads;
import org.anuyat.workflow.delivery.Message;
import org.anuyat.workflow.delivery.Messages;
import org.anuyat.workflow.identity.Accounts;
import org.anuyat.workflow.identity.Officer;
import org.anuyat.workflow.identity.Person;
import org.anuyat.workflow.issuance.raising.Raising;
import org.anuyat.workflow.issuance.raising.SealState;
import org.anuyat.workflow.issuance.signature.SignaturePictures;
import org.anuyat.workflow.payment.FeeBill;
import org.anuyat.workflow.payment.Payments;
import org.anuyat.workflow.payment.Receipts;
import org.anuyat.workflow.payment.receipt.Receipt;
import org.anuyat.workflow.payment.refund.RefundProposal;
import org.anuyat.workflow.payment.refund.Refunding;
import org.anuyat.workflow.registry.PublicRegister;
import org.anuyat.workflow.registry.RegisterEntry;
import org.anuyat.workflow.submission.ApplicationState;
import org.anuyat.workflow.submission.Applications;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

/** What stands around a case that has ended with a permit: anybody verifies, auditors look, the mayor orders. */
@SpringBootTest(
        classes = Anuyat.class,
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {"anuyat.messages.strict=true", "anuyat.raising.first-pause=3s"})
@Import({TestPostgres.class, Applying.class, Officers.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FinishedCaseTests {

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private static int port;

    private final MockMvcTester web;
    private final Accounts accounts;
    private final Applications applications;
    private final Payments payments;
    private final Downloads downloads;
    private final PublicRegister register;
    private final JdbcClient jdbc;
    private String number = "";
    private byte[] permit = {};

    @Autowired
    private PermitTokens tokens;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private Raising raising;

    @Autowired
    private Reconciliation reconciliation;

    @Autowired
    private Refunding refunding;

    @Autowired
    private Messages messages;

    @Autowired
    FinishedCaseTests(
            WebApplicationContext context,
            Accounts accounts,
            Applications applications,
            Payments payments,
            Downloads downloads,
            PublicRegister register,
            JdbcClient jdbc) {
        this.web = MockMvcTester.from(context);
        this.accounts = accounts;
        this.applications = applications;
        this.payments = payments;
        this.downloads = downloads;
        this.register = register;
        this.jdbc = jdbc;
    }

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        registry.add("server.port", () -> port);
        String home = Files.createTempDirectory("finished-case").toString();
        registry.add("anuyat.home", () -> home);
    }

    @BeforeAll
    void aCaseEndsWithAPermit(
            @Autowired Applying applying, @Autowired Officers officers, @Autowired SignaturePictures pictures)
            throws Exception {
        pictures.enter(officers.named("nayok"), DrawnSignature.onPaper(), "signature.png", "image/png");
        Person somchai = accounts.person(subject("somchai")).orElseThrow();
        number = applying.apply(somchai, Applying.restaurant());
        officers.passToApproval(number);
        officers.approve(number, 1);
        officers.approve(number, 2);
        await(() -> payments.of(number).isPresent());
        new Bank("http://localhost:" + port).pay(payments.of(number).orElseThrow().qrPayload(), "TWICE", "");
        await(() -> applications.get(number).state() == ApplicationState.ISSUED);
        try (InputStream content = downloads.permit(number, somchai.subject())) {
            permit = content.readAllBytes();
        }
    }

    @AfterEach
    void nobodyIsSignedIn() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void anybody_verifies_the_permit_by_its_code_and_its_number() {
        RegisterEntry entry = entry();
        assertThat(open("/verify/" + entry.token(), "th"))
                .hasStatusOk()
                .bodyText()
                .contains("ใช้ได้", entry.number(), "นายสมชาย ใจดี", "เทศบาลเมืองตัวอย่าง")
                .doesNotContain("1-1017");
        assertThat(open("/verify?number=" + entry.number(), "en"))
                .hasStatusOk()
                .bodyText()
                .contains("Valid", " square metres", "Place where food is sold")
                .doesNotContain("ตารางเมตร");
        assertThat(web.get().uri("/api/public/permits/" + entry.token()).exchange())
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.status")
                .isEqualTo("VALID");
    }

    @Test
    void the_code_on_the_permit_says_what_the_permit_says_and_is_checked_with_the_register() throws Exception {
        String address = codeOn(permit);
        String token = address.substring(address.lastIndexOf('/') + 1);
        TokenReport report = tokens.check(new TokenText(token));
        assertThat(report.verdict()).isEqualTo(Verdict.VALID);
        assertThat(report.facts().number()).isEqualTo(entry().number());
        assertThat(report.facts().id()).isEqualTo(entry().token());

        assertThat(open("/verify/" + token, "th"))
                .hasStatusOk()
                .bodyText()
                .contains("คิวอาร์โค้ดเป็นของจริง", "เป็นของจริงและใช้ได้ในวันนี้", "นายสมชาย ใจดี");

        StringBuilder forged = new StringBuilder(token);
        int place = token.length() - 9;
        forged.setCharAt(place, token.charAt(place) == 'A' ? 'B' : 'A');
        assertThat(open("/verify/" + forged, "th"))
                .hasStatusOk()
                .bodyText()
                .contains("คิวอาร์โค้ดเป็นของปลอม")
                .doesNotContain("เป็นของจริงและใช้ได้ในวันนี้");
        assertThat(open("/verify/" + "A".repeat(300), "th")).hasStatus(404);
    }

    @Test
    void the_permit_bears_the_last_approvers_signature_and_keeps_it_when_the_officer_removes_the_picture(
            @Autowired SignaturePictures pictures) throws Exception {
        Officer nayok = accounts.officerNamed("nayok").orElseThrow();
        String size = DrawnSignature.size(pictures.content(nayok).orElseThrow());
        assertThat(DrawnSignature.transparentPicturesIn(permit)).containsExactly(size);
        assertThat(DrawnSignature.squeezed(permit)).isCloseTo(1, within(0.005f));
        assertThat(PdfConformance.findings(permit)).isEmpty();

        pictures.remove(nayok);

        try (InputStream content = downloads.permit(number, subject("somchai"))) {
            assertThat(DrawnSignature.transparentPicturesIn(content.readAllBytes())).containsExactly(size);
        }
        assertThat(audit.search("TYM", "signature.Picture", Long.MAX_VALUE, 5))
                .extracting(AuditEntry::act)
                .containsExactly("signature.PictureRemoved", "signature.PictureEntered");
    }

    @Test
    void whoever_verifies_offline_gets_the_certificates_for_it() throws Exception {
        MvcTestResult found = web.get().uri("/api/public/agencies/TYM/token-certificates").exchange();
        assertThat(found).hasStatusOk();
        Collection<? extends Certificate> certificates = CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(found.getResponse().getContentAsByteArray()));
        assertThat(certificates).hasSizeGreaterThanOrEqualTo(3);
        assertThat(web.get().uri("/api/public/agencies/XYZ/token-certificates").exchange()).hasStatus(404);
    }

    /** The text of the QR code on the first page, as a phone would read it from paper at 200 dots per inch. */
    private static String codeOn(byte[] pdf) throws Exception {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 200);
            int[] pixels = page.getRGB(0, 0, page.getWidth(), page.getHeight(), null, 0, page.getWidth());
            return new QRCodeReader()
                    .decode(
                            new BinaryBitmap(new HybridBinarizer(
                                    new RGBLuminanceSource(page.getWidth(), page.getHeight(), pixels))),
                            Map.of(DecodeHintType.TRY_HARDER, true))
                    .getText();
        }
    }

    @Test
    void an_unknown_code_or_number_is_told_in_words_and_as_problem_details() {
        assertThat(open("/verify/nobodyissuedthis", "th"))
                .hasStatus(404)
                .bodyText()
                .contains("ไม่พบใบอนุญาตนี้ในทะเบียน");
        assertThat(open("/verify?number=TYM-99999/2569", "th")).hasStatus(404).bodyText().contains("govuk-error-summary");
        assertThat(web.get().uri("/api/public/permits/nobodyissuedthis").exchange())
                .hasStatus(404)
                .hasContentTypeCompatibleWith("application/problem+json");
    }

    @Test
    void the_file_that_was_issued_is_genuine_and_every_other_file_is_not() throws IOException {
        byte[] tampered = permit.clone();
        tampered[tampered.length / 3] ^= 0x55;

        assertThat(upload(permit)).hasStatusOk().bodyText().contains("ฉบับจริงและใช้ได้", entry().number());
        assertThat(upload(tampered)).hasStatusOk().bodyText().contains("ไฟล์ถูกแก้ไขหรือปลอมแปลง");
        assertThat(upload(Applying.pdf("x").content().readAllBytes())).hasStatusOk().bodyText().contains("ไม่มีลายมือชื่ออิเล็กทรอนิกส์");
        assertThat(upload("hello".getBytes(StandardCharsets.US_ASCII))).hasStatusOk().bodyText().contains("ไม่ใช่ไฟล์ PDF");
        assertThat(upload(new byte[0])).hasStatus(422).bodyText().contains("กรุณาเลือกไฟล์ที่จะตรวจสอบ");
    }

    @ParameterizedTest(name = "the register finds \"{0}\": {1}")
    @CsvSource({"ครัวใจ,true", "สมชาย,true", "ร้านที่ไม่มี,false"})
    void the_register_is_searched_by_parts_of_thai_words(String words, boolean found) {
        assertThat(open("/register?q=" + words, "th").getResponse().getStatus()).isEqualTo(200);
        assertThat(register.search(words, null, null, 0, 10).total() > 0).isEqualTo(found);
        assertThat(register.ofAgency("TYM", words, 0, 10).total() > 0).isEqualTo(found);
        assertThat(register.ofAgency("TYN", words, 0, 10).total()).isZero();
    }

    @Test
    void the_register_is_open_data() {
        assertThat(open("/register/export.csv", "th"))
                .hasStatusOk()
                .bodyText()
                .contains("เลขที่ใบอนุญาต", entry().number());
    }

    @ParameterizedTest(name = "{1} opens {0}: {2}")
    @CsvSource({
        "/backoffice/audit,audit,200",
        "/backoffice/audit,truat,403",
        "/backoffice/audit/export.jsonl,nayok,403",
        "/backoffice/finance,ngoen,200",
        "/backoffice/finance,audit,403",
        "/backoffice/finance/day-files,ngoen,200",
        "/backoffice/finance/day-files,audit,403",
        "/backoffice/refunds,ngoen,200",
        "/backoffice/refunds,hua,200",
        "/backoffice/refunds,truat,403",
        "/backoffice/signature,hua,200",
        "/backoffice/signature,truat,403",
        "/backoffice/permits,nayok,200",
        "/backoffice/permits,hua,403"
    })
    void pages_of_a_role_are_closed_to_others(String page, String officer, int status) {
        signIn(officer);
        assertThat(open(page, "th")).hasStatus(status);
    }

    @Test
    void the_auditor_sees_every_act_the_documents_and_the_applicants_signature() {
        awaitRaised();
        signIn("audit");
        assertThat(open("/backoffice/audit/cases/" + number, "th"))
                .hasStatusOk()
                .bodyText()
                .contains("บันทึกถูกต้องครบถ้วน", "submission.Submitted", "issuance.Issued", "raising.Raised", "PAdES-BASELINE-LTA", "ครบตามที่กำหนด")
                .contains("เอกสารเป็นฉบับจริงและไม่มีการแก้ไข", "ข้อความที่ลงลายมือชื่อตรงกับค่าแฮช")
                .doesNotContain("office-point--defect");
        assertThat(open("/backoffice/audit/cases/TYM69-999999-99", "th")).hasStatus(404);
    }

    @Test
    void the_permit_reaches_its_level_in_the_background_and_the_copy_from_before_stays_genuine() throws Exception {
        awaitRaised();
        SealState seal = raising.state(entry().number()).orElseThrow();
        assertThat(seal.former()).isNotEmpty();
        byte[] raised;
        try (InputStream in = downloads.permit(number, subject("somchai"))) {
            raised = in.readAllBytes();
        }

        assertThat(raised).startsWith(permit);
        assertThat(PdfConformance.findings(raised)).isEmpty();
        assertThat(upload(raised)).hasStatusOk().bodyText().contains("ฉบับจริงและใช้ได้", entry().number());
        assertThat(upload(permit)).hasStatusOk().bodyText().contains("ฉบับจริงและใช้ได้", entry().number());
        assertThat(jdbc.sql("select count(*) from case_event where act = 'raising.Raised'").query(Long.class).single()).isZero();
    }

    private void awaitRaised() {
        await(() -> raising.state(entry().number()).filter(SealState::complete).isPresent());
    }

    @Test
    void receipts_are_cancelled_and_replaced_and_money_goes_back_by_two_officers(@Autowired Receipts receipts) throws Exception {
        await(() -> payments.of(number).orElseThrow().receiptFile() != null);
        FinanceOffice finance = new FinanceOffice(web, number);
        String first = payments.of(number).orElseThrow().receiptNumber();

        signIn("ngoen");
        assertThat(finance.receipts()).hasStatusOk().bodyText().contains(first, "ใช้ได้");
        assertThat(finance.check("REPLACE", "")).hasStatus(422);
        assertThat(finance.check("REPLACE", "นางสาวสมหญิง รักดี")).hasStatusOk().bodyText().contains("เรียกกลับคืนไม่ได้", first);
        assertThat(finance.replace(first, "นางสาวสมหญิง รักดี")).hasStatus3xxRedirection();
        assertThat(finance.replace(first, "นางสาวสมหญิง รักดี")).hasStatus(409);
        await(() -> receipts.ofApplication(number).stream().allMatch(one -> one.isValid() ? one.file() != null : one.cancelledFile() != null));
        assertThat(receipts.ofApplication(number)).extracting(Receipt::number, Receipt::isValid)
                .containsExactly(tuple(first, false), tuple(payments.of(number).orElseThrow().receiptNumber(), true));
        try (InputStream valid = receipts.pdf(number, subject("somchai"))) {
            byte[] pdf = valid.readAllBytes();
            assertThat(PdfConformance.findings(pdf)).isEmpty();
            assertThat(new String(pdf, StandardCharsets.ISO_8859_1))
                    .contains("<ed:DocumentFileName>receipt.xml</ed:DocumentFileName>");
        }

        await(() -> reconciliation.discrepancies("TYM", null, true, "", 0, 1).total() > 0);
        String search = "?show=all&text=" + number.substring(4).toLowerCase(Locale.ROOT);
        assertThat(open("/backoffice/finance" + search, "th")).hasStatusOk().bodyText().contains("/backoffice/cases/" + number, "finance.csv?kind=&amp;show=all&amp;text=");
        assertThat(open("/backoffice/finance?text=nobody", "en")).hasStatusOk().bodyText().doesNotContain("/backoffice/cases/" + number);
        assertThat(web.get().uri("/backoffice/finance.csv" + search).exchange()).hasStatusOk().bodyText().contains(number);
        assertThat(web.get().uri("/backoffice/finance.csv?text=nobody").exchange()).hasStatusOk().bodyText().doesNotContain(number);
        UUID second = reconciliation.discrepancies("TYM", null, true, "", 0, 1).entries().get(0).id();
        assertThat(finance.settle(second, "ACCEPT")).hasStatus(409);
        assertThat(finance.settle(second, "REFUND")).hasStatus3xxRedirection();
        assertThat(finance.settle(second, "REFUND")).hasStatus(409);
        assertThat(finance.settle(UUID.randomUUID(), "REFUND")).hasStatus(404);
        assertThat(finance.proposeWholeFee()).hasStatus3xxRedirection();
        List<RefundProposal> proposals = refunding.page("TYM", true, 0, 10).entries();
        assertThat(proposals).hasSize(2);
        assertThat(finance.approve(proposals.get(0).id())).hasStatus(403);
        Bank bank = new Bank("http://localhost:" + port);
        bank.open(false);
        signIn("nayok");
        for (RefundProposal proposal : proposals) {
            assertThat(finance.approve(proposal.id())).hasStatus3xxRedirection();
        }
        await(() -> refunding.page("TYM", true, 0, 10).entries().stream().allMatch(one -> one.refundId() != null));
        signIn("ngoen");
        UUID onPaper = proposals.get(0).id();
        assertThat(open("/backoffice/refunds/" + onPaper + "/advice", "th")).hasStatus(404);
        // as it is with a bank that has no call for it
        jdbc.sql("update payments.refund set state = 'BY_HAND', next_try = null where idempotency_key = ?")
                .param("refund/" + onPaper)
                .update();
        assertThat(open("/backoffice/refunds/" + onPaper, "th")).bodyText().contains("ธนาคารนี้ไม่รับคำสั่งคืนเงินผ่านระบบ");
        assertThat(open("/backoffice/refunds/" + onPaper + "/advice", "th")).hasStatusOk();
        assertThat(finance.advice(onPaper, "/check", "")).hasStatus(422).bodyText().contains("กรุณาระบุเลขที่");
        assertThat(finance.advice(onPaper, "/check", "กค 0402/1")).hasStatusOk().bodyText().contains("20 พฤศจิกายน 2569");
        assertThat(finance.advice(onPaper, "", "กค 0402/1")).hasStatus3xxRedirection();
        bank.open(true);
        await(() -> refunding.page("TYM", true, 0, 10).total() == 0);

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
        signIn("audit");
        assertThat(open("/backoffice/audit/cases/" + number, "th"))
                .bodyText()
                .contains("อนุมัติคืนเงิน", "ธนาคารยืนยันการคืนเงินแล้ว", "ออกใบเสร็จรับเงินแทนฉบับที่ยกเลิก");
    }

    @Test
    void the_finance_officer_decides_about_what_differs_and_closes_the_day(@Autowired DayFiles files) throws Exception {
        new Bank("http://localhost:" + port).deliverDayFile("099400099999200", LocalDate.now(ZoneId.of("Asia/Bangkok")));
        UUID file = files.files("TYM", 1).get(0).id();
        await(() -> files.file(file).asking() == 0);
        FinanceOffice finance = new FinanceOffice(web, number);
        signIn("ngoen");
        String page = "/backoffice/finance/day-files/" + file;
        List<String> keys = Pattern.compile("/difference\\?key=([^\"]+)").matcher(open(page, "th").getResponse().getContentAsString()).results()
                .map(found -> URLDecoder.decode(found.group(1).replace("&amp;", "&"), StandardCharsets.UTF_8))
                .toList();
        assertThat(open(page + "/report.pdf", "th")).hasStatus(404);
        for (String key : keys) {
            assertThat(finance.decide(page, key)).hasStatus3xxRedirection();
        }
        assertThat(open(page + "/closing", "th")).hasStatusOk().bodyText().contains("แก้ไขการวินิจฉัยไม่ได้อีก");
        assertThat(finance.close(page)).hasStatus3xxRedirection();
        assertThat(finance.close(page)).hasStatus(409);
        assertThat(open(page, "th")).bodyText().contains("ปิดยอดเมื่อ").doesNotContain("/difference?key=");
        assertThat(PdfConformance.findings(open(page + "/report.pdf", "th").getResponse().getContentAsByteArray())).isEmpty();
        assertThat(audit.search("TYM", "closing.DayClosed", Long.MAX_VALUE, 5)).hasSize(1);
    }

    @Test
    void an_entry_that_was_changed_behind_the_platforms_back_is_found() {
        signIn("audit");
        jdbc.sql("alter table audit_entry disable trigger user").update();
        jdbc.sql("update audit_entry set actor_name = 'คนอื่น' where application_number = ? and act = 'review.Registered'")
                .param(number)
                .update();
        try {
            assertThat(web.post().uri("/backoffice/audit/check").exchange())
                    .hasStatusOk()
                    .bodyText()
                    .contains("พบความผิดปกติในบันทึก", "ข้อมูลที่ใช้ค้นหาไม่ตรงกับข้อความ");
        } finally {
            jdbc.sql(
                            """
                            update audit_entry set actor_name = record::jsonb -> 'actor' ->> 'name'
                            where application_number = ? and act = 'review.Registered'
                            """)
                    .param(number)
                    .update();
            jdbc.sql("alter table audit_entry enable trigger user").update();
        }
        assertThat(web.post().uri("/backoffice/audit/check").exchange()).bodyText().contains("บันทึกถูกต้องครบถ้วน");
    }

    @Test
    void a_suspended_permit_is_shown_as_such_until_the_suspension_is_lifted() {
        signIn("nayok");
        assertThat(order("SUSPEND", "")).hasStatus(422).bodyText().contains("กรุณาระบุข้อกฎหมาย");
        assertThat(order("SUSPEND", "พระราชบัญญัติการสาธารณสุข พ.ศ. 2535 มาตรา 59")).hasStatus3xxRedirection();
        assertThat(open("/verify/" + entry().token(), "th")).bodyText().contains("ถูกสั่งพักใช้ตั้งแต่วันที่");
        assertThat(upload(permit)).bodyText().contains("ฉบับจริง แต่ใช้ไม่ได้ในวันนี้");
        assertThat(order("SUSPEND", "ซ้ำ")).hasStatus(409);
        assertThat(order("REINSTATE", "")).hasStatus3xxRedirection();
        assertThat(open("/verify/" + entry().token(), "th")).bodyText().contains("เป็นของจริงและใช้ได้ในวันนี้");
    }

    private MvcTestResult order(String kind, String law) {
        return web.post()
                .uri("/backoffice/permits/order")
                .accept("text/html")
                .param("number", entry().number())
                .param("kind", kind)
                .param("reason", "ตรวจพบสุขลักษณะไม่เป็นไปตามหลักเกณฑ์")
                .param("law", law)
                .exchange();
    }

    private MvcTestResult open(String path, String language) {
        return web.get().uri(path).accept("text/html").cookie(new Cookie("language", language)).exchange();
    }

    private MvcTestResult upload(byte[] content) {
        return web.post()
                .uri("/verify/document")
                .multipart()
                .file(new MockMultipartFile("document", "permit.pdf", "application/pdf", content))
                .cookie(new Cookie("language", "th"))
                .exchange();
    }

    private RegisterEntry entry() {
        return register.search("", null, null, 0, 1).entries().get(0);
    }

    private void signIn(String username) {
        Officer officer = accounts.officerNamed(username).orElseThrow();
        List<GrantedAuthority> roles = officer.roles().stream()
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority(role.authority()))
                .toList();
        OidcIdToken token = OidcIdToken.withTokenValue("test")
                .subject(officer.subject())
                .issuedAt(Instant.EPOCH)
                .expiresAt(Instant.EPOCH.plusSeconds(1))
                .build();
        PortalUser user = new PortalUser(officer.subject(), officer.displayName(), roles, token);
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(user, null, roles));
    }

    private String subject(String username) {
        return jdbc.sql("select id::text from account where username = ?")
                .param(username)
                .query(String.class)
                .single();
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(250)).until(condition);
    }
}
