package org.anuyat.allinone.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import java.util.function.Supplier;
import org.anuyat.allinone.people.Applying;
import org.anuyat.allinone.people.Watch;
import org.anuyat.signing.api.validation.DocumentValidation;
import org.anuyat.signing.api.validation.SignatureFinding;
import org.anuyat.signing.api.validation.ValidationOrder;
import org.anuyat.signing.api.validation.ValidationReport;
import org.anuyat.signing.api.validation.Verdict;
import org.anuyat.testing.PdfConformance;
import org.anuyat.workflow.approval.RefusalNotices;
import org.anuyat.workflow.approval.authority.Authority;
import org.anuyat.workflow.audit.AuditEntry;
import org.anuyat.workflow.audit.AuditTrail;
import org.anuyat.workflow.delivery.Message;
import org.anuyat.workflow.delivery.Messages;
import org.anuyat.workflow.files.Files;
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
import org.anuyat.workflow.submission.acknowledgement.Acknowledgements;
import org.anuyat.workflow.worklist.TaskKind;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The eight processes from end to end, and every paper on the way. */
class WholeProcedureTests extends Procedure {

    @Autowired
    private Payments payments;

    @Autowired
    private Receipts receipts;

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

    @Test
    void from_the_application_to_a_permit_that_anybody_can_verify() throws Exception {
        String number = applying.apply(somchai, Applying.restaurant());
        officers.see(number);
        assertThat(watch.waitingFor(number)).containsExactly(TaskKind.REGISTER);
        sealed(number, "ACKNOWLEDGEMENT", () -> acknowledgements.find(number).orElseThrow().id());

        officers.register(number);
        assertThat(watch.waitingFor(number)).containsExactly(TaskKind.CHECK);
        officers.findComplete(number);
        assertThat(watch.waitingFor(number)).containsExactly(TaskKind.INSPECT);
        officers.inspect(number, true);
        assertThat(watch.waitingFor(number)).containsExactly(TaskKind.RECOMMEND);
        officers.recommend(number, Recommendation.APPROVE);
        officers.approve(number, 1);
        assertThat(watch.waitingFor(number)).containsExactly(TaskKind.APPROVE);
        officers.approve(number, 2);
        assertThat(watch.waitingFor(number)).isEmpty();

        FeeBill bill = watch.bill(number);
        assertThat(bill.amountSatang()).isEqualTo(200_000);
        bank.pay(bill.qrPayload(), "NORMAL", "");
        watch.reach(number, ApplicationState.ISSUED);

        byte[] permit = watch.permit(number, somchai);
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

        Watch.until(() -> payments.of(number).orElseThrow().receiptFile() != null);
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
        watch.ends(number);
    }

    @Test
    void a_refusal_ends_the_case_with_a_written_order() throws IOException {
        String number = applying.apply(somchai, Applying.restaurant());
        officers.passToApproval(number);

        officers.refuse(number, 1);

        assertThat(watch.state(number)).isEqualTo(ApplicationState.REFUSED);
        sealed(number, "ORDER", () -> refusals.find(number).orElseThrow().file());
        Watch.until(() -> audit.ofApplication("TYM", number).stream()
                .anyMatch(entry -> entry.act().equals("approval.RefusalNoticeIssued")));
        watch.ends(number);
    }

    @Test
    void a_suspended_permit_is_not_good_until_the_suspension_is_lifted() throws Exception {
        String number = approved();
        bank.pay(watch.bill(number).qrPayload(), "NORMAL", "");
        watch.reach(number, ApplicationState.ISSUED);
        String permitNumber = register.withDocument(sha256(watch.permit(number, somchai))).orElseThrow().number();

        standings.suspend(permitNumber, null, "พบการฝ่าฝืน", "มาตรา 59", officers.named("nayok"));
        assertThat(register.numbered(permitNumber).orElseThrow().status()).isEqualTo(PermitStatus.SUSPENDED);
        standings.reinstate(permitNumber, "แก้ไขแล้ว", officers.named("nayok"));
        assertThat(register.numbered(permitNumber).orElseThrow().status()).isEqualTo(PermitStatus.VALID);
        standings.revoke(permitNumber, "ฝ่าฝืนซ้ำ", "มาตรา 60", officers.named("nayok"));
        assertThat(register.numbered(permitNumber).orElseThrow().status()).isEqualTo(PermitStatus.REVOKED);
    }

    /** What is given out is sealed a moment later, without anybody's doing. */
    private void sealed(String number, String kind, Supplier<UUID> given) throws IOException {
        Watch.until(() -> audit.ofApplication("TYM", number).stream()
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

    private static String sha256(byte[] content) {
        try {
            return java.util.HexFormat.of()
                    .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(content));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
