package org.anuyat.allinone.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.anuyat.allinone.Anuyat;
import org.anuyat.signing.api.validation.DocumentValidation;
import org.anuyat.signing.api.validation.SignatureFinding;
import org.anuyat.signing.api.validation.ValidationOrder;
import org.anuyat.signing.api.validation.ValidationReport;
import org.anuyat.signing.api.validation.Verdict;
import org.anuyat.testing.PdfConformance;
import org.anuyat.testing.TestPostgres;
import org.anuyat.workflow.approval.RefusalNotices;
import org.anuyat.workflow.approval.authority.Authority;
import org.anuyat.workflow.audit.AuditEntry;
import org.anuyat.workflow.audit.AuditTrail;
import org.anuyat.workflow.delivery.Downloads;
import org.anuyat.workflow.delivery.Message;
import org.anuyat.workflow.delivery.Messages;
import org.anuyat.workflow.files.Files;
import org.anuyat.workflow.identity.Accounts;
import org.anuyat.workflow.identity.Person;
import org.anuyat.workflow.papers.Papers;
import org.anuyat.workflow.payment.FeeBill;
import org.anuyat.workflow.payment.Payments;
import org.anuyat.workflow.payment.Receipts;
import org.anuyat.workflow.registry.PermitStatus;
import org.anuyat.workflow.registry.PublicRegister;
import org.anuyat.workflow.registry.RegisterEntry;
import org.anuyat.workflow.registry.Standings;
import org.anuyat.workflow.review.Recommendation;
import org.anuyat.workflow.submission.ApplicationState;
import org.anuyat.workflow.submission.Applications;
import org.anuyat.workflow.submission.acknowledgement.Acknowledgements;
import org.anuyat.workflow.submission.Attachment;
import org.anuyat.workflow.submission.corrections.Correcting;
import org.anuyat.workflow.submission.corrections.Correction;
import org.anuyat.workflow.submission.corrections.Corrections;
import org.anuyat.workflow.submission.corrections.Resubmission;
import org.anuyat.workflow.submission.withdrawal.Withdrawal;
import org.anuyat.workflow.worklist.Task;
import org.anuyat.workflow.worklist.TaskAlreadyDone;
import org.anuyat.workflow.worklist.TaskKind;
import org.anuyat.workflow.worklist.Worklist;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What can become of an application: every way through the eight processes, with nothing replaced. */
@SpringBootTest(classes = Anuyat.class, webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT)
@Import({TestPostgres.class, Applying.class, Officers.class})
class ProcedureTests {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    static Path home;

    private static int port;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        registry.add("server.port", () -> port);
        registry.add("anuyat.home", () -> home.toString());
        registry.add("anuyat.confirmation.codes-per-hour", () -> 1_000);
    }

    @Autowired
    private Applying applying;

    @Autowired
    private Officers officers;

    @Autowired
    private Applications applications;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Worklist worklist;

    @Autowired
    private Corrections corrections;

    @Autowired
    private Correcting correcting;

    @Autowired
    private Resubmission resubmission;

    @Autowired
    private Withdrawal withdrawal;

    @Autowired
    private Payments payments;

    @Autowired
    private Receipts receipts;

    @Autowired
    private Downloads downloads;

    @Autowired
    private PublicRegister register;

    @Autowired
    private Standings standings;

    @Autowired
    private Messages messages;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private DocumentValidation validation;

    @Autowired
    private Authority authority;

    @Autowired
    private Acknowledgements acknowledgements;

    @Autowired
    private RefusalNotices refusals;

    @Autowired
    private Files files;

    @Autowired
    private Papers papers;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService jobs;

    @Autowired
    private JdbcClient jdbc;

    private Person somchai;
    private Bank bank;

    @BeforeEach
    void people() {
        somchai = person("somchai");
        bank = new Bank("http://localhost:" + port);
    }

    @Test
    void from_the_application_to_a_permit_that_anybody_can_verify() throws Exception {
        String number = applying.apply(somchai, Applying.restaurant());
        officers.see(number);
        assertThat(waitingFor(number)).containsExactly(TaskKind.REGISTER);
        sealed(number, "ACKNOWLEDGEMENT", () -> acknowledgements.find(number).orElseThrow().id());

        officers.register(number);
        assertThat(waitingFor(number)).containsExactly(TaskKind.CHECK);
        officers.findComplete(number);
        assertThat(waitingFor(number)).containsExactly(TaskKind.INSPECT);
        officers.inspect(number, true);
        assertThat(waitingFor(number)).containsExactly(TaskKind.RECOMMEND);
        officers.recommend(number, Recommendation.APPROVE);
        officers.approve(number, 1);
        assertThat(waitingFor(number)).containsExactly(TaskKind.APPROVE);
        officers.approve(number, 2);
        assertThat(waitingFor(number)).isEmpty();

        FeeBill bill = bill(number);
        assertThat(bill.amountSatang()).isEqualTo(200_000);
        bank.pay(bill.qrPayload(), "NORMAL", "");
        reach(number, ApplicationState.ISSUED);

        byte[] permit = permit(number);
        assertThat(PdfConformance.findings(permit)).isEmpty();
        ValidationReport report = validation.validate(new ValidationOrder(permit, false));
        assertThat(report.verdict()).as("%s", report.reasons()).isEqualTo(Verdict.VALID);
        assertThat(report.signatures().stream().filter(found -> found.kind() == SignatureFinding.Kind.SIGNATURE))
                .extracting(SignatureFinding::signer)
                .satisfiesExactly(
                        approver -> assertThat(approver).startsWith("นายนายก อนุญาต"),
                        agency -> assertThat(agency).startsWith("เทศบาลเมืองตัวอย่าง"));
        assertThat(reasonOfTheFirstSignature(permit)).endsWith(authority.of(number).get(0).sha256());
        RegisterEntry entry = register.search("ครัวใจดี " + somchai.lastName(), null, null, 0, 10).entries().stream()
                .filter(found -> found.number().equals(register.withDocument(sha256(permit)).orElseThrow().number()))
                .findFirst()
                .orElseThrow();
        assertThat(entry.status()).isEqualTo(PermitStatus.VALID);
        assertThat(register.withToken(entry.token())).contains(entry);

        until(() -> payments.of(number).orElseThrow().receiptFile() != null);
        sealed(number, "RECEIPT", () -> papers.latest(payments.of(number).orElseThrow().receiptFile()));
        try (InputStream receipt = receipts.pdf(number, somchai.subject())) {
            assertThat(PdfConformance.findings(receipt.readAllBytes())).isEmpty();
        }
        assertThat(messages.latest(somchai.email(), 50).stream()
                        .filter(message -> number.equals(message.applicationNumber()))
                        .map(Message::kind))
                .contains("submission.Submitted", "review.Registered", "payment.BillPresented", "payment.Paid", "issuance.Issued");
        assertThat(audit.ofApplication("TYM", number))
                .extracting(AuditEntry::act)
                .containsSubsequence(
                        "submission.Submitted", "review.Registered", "review.FoundComplete", "review.InspectionScheduled",
                        "review.Inspected", "review.Recommended", "approval.Approved", "approval.Approved",
                        "payment.BillPresented", "payment.Paid", "signature.Signed", "issuance.Issued", "delivery.Downloaded");
        assertThat(audit.check("TYM", number).faults()).isEmpty();
        assertThat(audit.check("TYM").faults()).isEmpty();
        until(() -> instances(number) == 0);
    }

    @Test
    void corrections_are_asked_for_once_and_what_was_corrected_is_checked_again() {
        String number = applying.apply(somchai, Applying.restaurant());
        officers.register(number);
        officers.requestCorrections(number, Map.of("point.placeName", "โปรดระบุชื่อให้ตรงกับทะเบียนพาณิชย์"));
        assertThat(state(number)).isEqualTo(ApplicationState.CORRECTION_REQUESTED);
        assertThat(waitingFor(number)).isEmpty();

        Correction correction = corrections.current(number).orElseThrow();
        assertThat(correction.items()).isNotEmpty();
        correcting.saveField(number, "place.nameTh", Map.of("place.nameTh", List.of("ครัวใจดีมาก")), somchai);
        for (Correction.Item item : correcting.find(number, somchai).items()) {
            if (!item.done()) {
                correcting.saveField(
                        number,
                        item.asked().key(),
                        Map.of(item.asked().key(), List.of(Applying.restaurant().getOrDefault(item.asked().key(), "Jai Dee Kitchen"))),
                        somchai);
            }
        }
        int version = correcting.find(number, somchai).version();
        resubmission.requestCode(number, version, somchai);
        resubmission.resubmit(number, version, applying.code(somchai), Applying.DECLARATION, somchai);

        assertThat(state(number)).isEqualTo(ApplicationState.IN_REVIEW);
        assertThat(waitingFor(number)).containsExactly(TaskKind.CHECK);
        assertThat(applications.get(number).answers().at("/place/nameTh").asString()).isEqualTo("ครัวใจดีมาก");
        officers.findComplete(number);
        assertThat(waitingFor(number)).containsExactly(TaskKind.INSPECT);
    }

    @Test
    void an_application_that_is_not_corrected_in_time_is_returned() {
        String number = applying.apply(somchai, Applying.restaurant());
        officers.register(number);
        officers.requestCorrections(number, Map.of("point.placeName", "ไม่ชัดเจน"));
        jdbc.sql(
                        """
                        update correction_request
                        set requested_at = requested_at - interval '60 days', deadline = deadline - interval '60 days'
                        where application_number = ?
                        """)
                .param(number)
                .update();

        fireTimer(number, "correctionDue");

        reach(number, ApplicationState.RETURNED);
        until(() -> instances(number) == 0);
    }

    @Test
    void an_application_for_somebody_else_is_sent_there() {
        String number = applying.apply(somchai, Applying.restaurant());

        String there = officers.forward(number);

        assertThat(state(number)).isEqualTo(ApplicationState.FORWARDED);
        assertThat(waitingFor(number)).isEmpty();
        until(() -> instances(number) == 0);
        officers.see(there);
        assertThat(waitingFor(there)).containsExactly(TaskKind.REGISTER);
        assertThat(applications.get(there).attachments())
                .extracting(Attachment::sha256)
                .containsExactlyElementsOf(applications.get(number).attachments().stream().map(Attachment::sha256).toList());
        assertThat(audit.ofApplication("TYN", there)).extracting(AuditEntry::act).contains("submission.ReceivedFromAgency");
        assertThat(audit.check("TYN").faults()).isEmpty();
    }

    @Test
    void premises_that_failed_are_inspected_again_before_the_opinion() {
        String number = applying.apply(somchai, Applying.restaurant());
        officers.register(number);
        officers.findComplete(number);
        officers.inspect(number, false);
        assertThat(waitingFor(number)).containsExactly(TaskKind.RECOMMEND);

        officers.inspectAgain(number);

        assertThat(waitingFor(number)).containsExactly(TaskKind.INSPECT);
        officers.inspect(number, true);
        assertThat(waitingFor(number)).containsExactly(TaskKind.RECOMMEND);
        officers.recommend(number, Recommendation.APPROVE);
        assertThat(waitingFor(number)).containsExactly(TaskKind.APPROVE);
    }

    @Test
    void what_an_approver_sends_back_is_opined_on_again() {
        String number = applying.apply(somchai, Applying.restaurant());
        officers.passToApproval(number);
        officers.approve(number, 1);

        officers.sendBack(number, 2);

        assertThat(state(number)).isEqualTo(ApplicationState.IN_REVIEW);
        assertThat(waitingFor(number)).containsExactly(TaskKind.RECOMMEND);
        officers.recommend(number, Recommendation.APPROVE);
        assertThat(waitingFor(number)).containsExactly(TaskKind.APPROVE);
        officers.approve(number, 1);
        officers.approve(number, 2);
        assertThat(bill(number).state()).isEqualTo(FeeBill.State.OPEN);
    }

    @Test
    void a_refusal_ends_the_case_with_a_written_order() throws IOException {
        String number = applying.apply(somchai, Applying.restaurant());
        officers.passToApproval(number);

        officers.refuse(number, 1);

        assertThat(state(number)).isEqualTo(ApplicationState.REFUSED);
        sealed(number, "ORDER", () -> refusals.find(number).orElseThrow().file());
        until(() -> audit.ofApplication("TYM", number).stream()
                .anyMatch(entry -> entry.act().equals("approval.RefusalNoticeIssued")));
        until(() -> instances(number) == 0);
    }

    @Test
    void a_withdrawn_application_waits_for_nobody_and_its_bill_is_closed() {
        String number = applying.apply(somchai, Applying.restaurant());
        officers.passToApproval(number);
        officers.approve(number, 1);
        officers.approve(number, 2);
        bill(number);

        withdrawal.withdraw(number, somchai, "เปลี่ยนใจ");

        assertThat(state(number)).isEqualTo(ApplicationState.WITHDRAWN);
        until(() -> payments.of(number).orElseThrow().state() == FeeBill.State.CANCELLED);
        until(() -> instances(number) == 0);
    }

    @Test
    void an_application_withdrawn_before_its_procedure_began_never_reaches_the_officers() {
        for (int i = 0; i < 5; i++) {
            String number = applying.apply(somchai, Applying.restaurant());

            withdrawal.withdraw(number, somchai, "กรอกผิด");

            assertThat(waitingFor(number)).isEmpty();
            until(() -> instances(number) == 0);
            assertThat(jobs.createJobQuery().withException().noRetriesLeft().count()).isZero();
        }
    }

    @Test
    void an_application_withdrawn_during_review_leaves_the_officers_lists() {
        String number = applying.apply(somchai, Applying.restaurant());
        officers.register(number);

        withdrawal.withdraw(number, somchai, "");

        assertThat(waitingFor(number)).isEmpty();
        assertThatThrownBy(() -> officers.findComplete(number)).isInstanceOf(TaskAlreadyDone.class);
        until(() -> instances(number) == 0);
    }

    @Test
    void a_fee_that_is_not_paid_in_time_lets_the_approval_lapse() {
        String number = applying.apply(somchai, Applying.restaurant());
        officers.passToApproval(number);
        officers.approve(number, 1);
        officers.approve(number, 2);
        bill(number);

        fireTimer(number, "paymentDue");

        reach(number, ApplicationState.LAPSED);
        until(() -> instances(number) == 0);
    }

    @Test
    void a_payment_whose_confirmation_was_lost_counts_when_the_bank_is_asked_at_the_deadline() throws Exception {
        String number = applying.apply(somchai, Applying.restaurant());
        officers.passToApproval(number);
        officers.approve(number, 1);
        officers.approve(number, 2);
        bank.pay(bill(number).qrPayload(), "CALLBACK_LOST", "");

        fireTimer(number, "paymentDue");

        reach(number, ApplicationState.ISSUED);
    }

    @Test
    void paying_twice_gives_one_permit_and_keeps_the_second_payment_for_the_finance_officer() throws Exception {
        String number = applying.apply(somchai, Applying.restaurant());
        officers.passToApproval(number);
        officers.approve(number, 1);
        officers.approve(number, 2);
        bank.pay(bill(number).qrPayload(), "TWICE", "");

        reach(number, ApplicationState.ISSUED);
        until(() -> audit.ofApplication("TYM", number).stream()
                .anyMatch(entry -> entry.act().equals("payment.PaymentQueried")));
        assertThat(audit.ofApplication("TYM", number).stream().filter(entry -> entry.act().equals("payment.Paid")))
                .hasSize(1);
    }

    @Test
    void two_officers_who_register_at_once_register_once() {
        String number = applying.apply(somchai, Applying.restaurant());
        officers.register(number);

        assertThatThrownBy(() -> officers.register(number)).isInstanceOf(TaskAlreadyDone.class);
        assertThat(audit.ofApplication("TYM", number).stream()
                        .filter(entry -> entry.act().equals("review.Registered")))
                .hasSize(1);
    }

    @Test
    void a_suspended_permit_is_not_good_until_the_suspension_is_lifted() throws Exception {
        String number = applying.apply(somchai, Applying.restaurant());
        officers.passToApproval(number);
        officers.approve(number, 1);
        officers.approve(number, 2);
        bank.pay(bill(number).qrPayload(), "NORMAL", "");
        reach(number, ApplicationState.ISSUED);
        String permitNumber = register.withDocument(sha256(permit(number))).orElseThrow().number();

        standings.suspend(permitNumber, null, "พบการฝ่าฝืน", "มาตรา 59", officers.named("nayok"));
        assertThat(register.numbered(permitNumber).orElseThrow().status()).isEqualTo(PermitStatus.SUSPENDED);
        standings.reinstate(permitNumber, "แก้ไขแล้ว", officers.named("nayok"));
        assertThat(register.numbered(permitNumber).orElseThrow().status()).isEqualTo(PermitStatus.VALID);
        standings.revoke(permitNumber, "ฝ่าฝืนซ้ำ", "มาตรา 60", officers.named("nayok"));
        assertThat(register.numbered(permitNumber).orElseThrow().status()).isEqualTo(PermitStatus.REVOKED);
    }

    @Test
    void what_jobs_log_names_the_application() {
        Logger statements = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        ListAppender<ILoggingEvent> heard = new ListAppender<>() {
            @Override
            protected void append(ILoggingEvent line) {
                // a line asks its thread for the names it bears when it is first asked itself
                line.prepareForDeferredProcessing();
                super.append(line);
            }
        };
        heard.start();
        statements.addAppender(heard);
        statements.setLevel(Level.DEBUG);
        statements.setAdditive(false);
        try {
            String number = applying.apply(somchai, Applying.restaurant());
            until(() -> List.copyOf(heard.list).stream()
                    .anyMatch(line -> line.getThreadName().startsWith("process-job-")
                            && line.getFormattedMessage().contains("insert into acknowledgement")
                            && number.equals(line.getMDCPropertyMap().get("application"))));
            until(() -> List.copyOf(heard.list).stream()
                    .anyMatch(line -> line.getFormattedMessage().contains("insert into worklist_task")
                            && number.equals(line.getMDCPropertyMap().get("application"))));
        } finally {
            statements.setAdditive(true);
            statements.setLevel(null);
            statements.detachAppender(heard);
        }
    }

    private Person person(String username) {
        return jdbc.sql("select id::text from account where username = ?")
                .param(username)
                .query(String.class)
                .optional()
                .flatMap(accounts::person)
                .orElseThrow();
    }

    private List<TaskKind> waitingFor(String number) {
        return worklist.of(number).stream().map(Task::kind).toList();
    }

    private ApplicationState state(String number) {
        return applications.get(number).state();
    }

    private FeeBill bill(String number) {
        until(() -> payments.of(number).isPresent());
        return payments.of(number).orElseThrow();
    }

    private byte[] permit(String number) throws IOException {
        try (InputStream pdf = downloads.permit(number, somchai.subject())) {
            return pdf.readAllBytes();
        }
    }

    /** What is given out is sealed a moment later, without anybody's doing. */
    private void sealed(String number, String kind, Supplier<UUID> given) throws IOException {
        until(() -> audit.ofApplication("TYM", number).stream()
                .anyMatch(entry -> entry.act().equals("papers.Sealed") && kind.equals(entry.details().get("paper"))));
        byte[] paper;
        try (InputStream in = files.open(given.get())) {
            paper = in.readAllBytes();
        }
        assertThat(PdfConformance.findings(paper)).isEmpty();
        ValidationReport report = validation.validate(new ValidationOrder(paper, false));
        assertThat(report.verdict()).as("%s", report.reasons()).isEqualTo(Verdict.VALID);
        assertThat(report.signatures()).singleElement().satisfies(seal -> {
            assertThat(seal.signer()).startsWith("เทศบาลเมืองตัวอย่าง");
            assertThat(seal.statedReason()).contains(number);
        });
    }

    private static String reasonOfTheFirstSignature(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getSignatureFields().get(0).getSignature().getReason();
        }
    }

    private long instances(String number) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(number).count();
    }

    /** Lets the deadline pass for one timer of a case. */
    private void fireTimer(String number, String activity) {
        List<String> instances = runtime.createProcessInstanceQuery().processInstanceBusinessKey(number).list().stream()
                .map(instance -> instance.getProcessInstanceId())
                .toList();
        Job timer = jobs.createJobQuery().timers().activityId(activity).list().stream()
                .filter(job -> instances.contains(job.getProcessInstanceId()))
                .findFirst()
                .orElseThrow();
        jobs.executeJob(timer.getId());
    }

    private void reach(String number, ApplicationState state) {
        until(() -> state(number) == state);
    }

    private static void until(BooleanSupplier condition) {
        org.awaitility.Awaitility.await().atMost(PATIENCE).until(condition::getAsBoolean);
    }

    private static String sha256(byte[] content) {
        try {
            return java.util.HexFormat.of()
                    .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(content));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
