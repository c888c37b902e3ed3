package org.anuyat.allinone.finished;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.anuyat.testing.PdfConformance;
import org.anuyat.workflow.audit.AuditEntry;
import org.anuyat.workflow.audit.AuditTrail;
import org.anuyat.workflow.delivery.Downloads;
import org.anuyat.workflow.identity.Accounts;
import org.anuyat.workflow.identity.Officer;
import org.anuyat.workflow.issuance.raising.Raising;
import org.anuyat.workflow.issuance.raising.SealState;
import org.anuyat.workflow.issuance.signature.SignaturePictures;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the file of the permit bears, and what comes to it later. */
class PermitFileTests extends FinishedCase {

    @Autowired
    private Accounts accounts;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private Downloads downloads;

    @Autowired
    private Raising raising;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void the_permit_bears_the_last_approvers_signature_and_keeps_it_when_the_officer_removes_the_picture(
            @Autowired SignaturePictures pictures) throws Exception {
        Officer nayok = accounts.officerNamed("nayok").orElseThrow();
        String size = DrawnSignature.size(pictures.content(nayok).orElseThrow());
        assertThat(DrawnSignature.transparentPicturesIn(permit)).containsExactly(size);
        assertThat(DrawnSignature.squeezed(permit)).isCloseTo(1, within(0.005f));
        assertThat(PdfConformance.findings(permit)).isEmpty();

        pictures.remove(nayok);

        try (InputStream content = downloads.permit(number, watch.person("somchai").subject())) {
            assertThat(DrawnSignature.transparentPicturesIn(content.readAllBytes())).containsExactly(size);
        }
        assertThat(audit.search("TYM", "signature.Picture", Long.MAX_VALUE, 5))
                .extracting(AuditEntry::act)
                .containsExactly("signature.PictureRemoved", "signature.PictureEntered");
    }

    @Test
    void the_permit_reaches_its_level_in_the_background_and_the_copy_from_before_stays_genuine() throws Exception {
        permitted.awaitRaised();
        SealState seal = raising.state(permitted.entry().number()).orElseThrow();
        assertThat(seal.former()).isNotEmpty();
        byte[] raised;
        try (InputStream in = downloads.permit(number, watch.person("somchai").subject())) {
            raised = in.readAllBytes();
        }

        assertThat(raised).startsWith(permit);
        assertThat(PdfConformance.findings(raised)).isEmpty();
        assertThat(upload(raised)).hasStatusOk().bodyText().contains("ฉบับจริงและใช้ได้", permitted.entry().number());
        assertThat(upload(permit)).hasStatusOk().bodyText().contains("ฉบับจริงและใช้ได้", permitted.entry().number());
        assertThat(jdbc.sql("select count(*) from case_event where act = 'raising.Raised'").query(Long.class).single()).isZero();
    }

    @Test
    void of_a_signature_whose_certificate_was_spoilt_the_page_says_that_nobody_can_be_named() {
        // common names become attributes that nobody knows
        byte[] spoilt = new String(permit, StandardCharsets.ISO_8859_1)
                .replace("0603550403", "0603550400")
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(upload(spoilt)).hasStatusOk().bodyText().contains("ไฟล์ถูกแก้ไขหรือปลอมแปลง", "อ่านไม่ได้จากไฟล์");
        assertThat(upload(permit)).hasStatusOk().bodyText().doesNotContain("อ่านไม่ได้จากไฟล์");
    }
}
