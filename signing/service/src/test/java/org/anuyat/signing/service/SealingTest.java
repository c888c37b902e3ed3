package org.anuyat.signing.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.anuyat.signing.api.DocumentKind;
import org.anuyat.signing.api.DocumentSealing;
import org.anuyat.signing.api.SealOrder;
import org.anuyat.signing.api.SealedDocument;
import org.anuyat.signing.api.SignatureLevel;
import org.anuyat.signing.api.SigningProblem;
import org.anuyat.signing.api.SigningRefusal;
import org.anuyat.signing.api.TrustInformation;
import org.anuyat.signing.api.validation.DocumentValidation;
import org.anuyat.signing.api.validation.SignatureFinding;
import org.anuyat.signing.api.validation.ValidationOrder;
import org.anuyat.signing.api.validation.ValidationReport;
import org.anuyat.signing.api.validation.Verdict;
import org.anuyat.testing.PdfConformance;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@SigningTest
class SealingTest {

    @Autowired
    DocumentSealing sealing;

    @Autowired
    DocumentValidation validation;

    @Autowired
    TrustInformation trust;

    @Test
    void a_sealed_permit_is_valid_and_names_its_agency() {
        SealedDocument sealed = sealing.seal(Orders.seal(SamplePermit.pdf()));

        ValidationReport report = validation.validate(new ValidationOrder(sealed.pdf(), true));

        assertThat(report.verdict()).isEqualTo(Verdict.VALID);
        assertThat(report.reasons()).isEmpty();
        assertThat(report.demonstration()).isTrue();
        assertThat(report.etsiReport()).contains("ValidationReport");
        SignatureFinding signature = report.signatures().get(0);
        assertThat(signature.signer()).startsWith("สำนักงานเขตป้อมปราบศัตรูพ่าย").isEqualTo(sealed.signer());
        assertThat(signature.organisation()).isEqualTo("DEMONSTRATION – NOT TRUSTED");
        assertThat(signature.chain()).hasSize(3);
        assertThat(signature.chain().get(0).sha256()).isEqualTo(sealed.certificateSha256());
        assertThat(signature.level()).isEqualTo("PAdES-BASELINE-T");
        assertThat(signature.claimedAt()).isEqualTo(sealed.sealedAt());
        assertThat(signature.provenAt()).isNotNull();
        assertThat(signature.coversWholeFile()).isTrue();
        assertThat(signature.changesAfter()).isEmpty();
        assertThat(sealed.level()).isEqualTo(SignatureLevel.PAdES_BASELINE_T);
    }

    @Test
    void sealing_keeps_the_bytes_and_the_conformance_of_the_document() {
        byte[] permit = SamplePermit.pdf();
        assertThat(PdfConformance.findings(permit)).isEmpty();

        byte[] sealed = sealing.seal(Orders.seal(permit)).pdf();

        assertThat(sealed).startsWith(permit);
        assertThat(PdfConformance.findings(sealed)).isEmpty();
        assertThat(sealed.length - permit.length).isLessThan(32_000);
    }

    @Test
    void the_seal_is_a_cms_signature_that_bouncy_castle_verifies_without_dss() throws Exception {
        byte[] sealed = sealing.seal(Orders.seal(SamplePermit.pdf())).pdf();

        try (PDDocument document = Loader.loadPDF(sealed)) {
            PDSignature signature = document.getLastSignatureDictionary();
            CMSSignedData cms = new CMSSignedData(
                    new CMSProcessableByteArray(signature.getSignedContent(sealed)),
                    new ByteArrayInputStream(signature.getContents(sealed)));
            SignerInformation signer = cms.getSignerInfos().iterator().next();
            X509CertificateHolder certificate =
                    (X509CertificateHolder) cms.getCertificates().getMatches(signer.getSID()).iterator().next();
            assertThat(signer.verify(new JcaSimpleSignerInfoVerifierBuilder().build(certificate)))
                    .isTrue();
            assertThat(signature.getSubFilter()).isEqualTo("ETSI.CAdES.detached");
            assertThat(signature.getReason()).isEqualTo("ออกใบอนุญาต");
            assertThat(signature.getLocation()).isEqualTo("กรุงเทพมหานคร");
        }
    }

    @Test
    void openssl_and_poppler_agree(@TempDir Path folder) throws Exception {
        byte[] sealed = sealing.seal(Orders.seal(SamplePermit.pdf())).pdf();
        Files.write(folder.resolve("root.der"), trust.trust().anchors().get(0).der());
        Files.write(folder.resolve("sealed.pdf"), sealed);
        try (PDDocument document = Loader.loadPDF(sealed)) {
            PDSignature signature = document.getLastSignatureDictionary();
            Files.write(folder.resolve("signed"), signature.getSignedContent(sealed));
            Files.write(folder.resolve("cms"), unpadded(signature.getContents(sealed)));
        }

        String openssl = run(folder, "openssl", "x509", "-inform", "DER", "-in", "root.der", "-out", "root.pem")
                + run(folder, "openssl", "cms", "-verify", "-inform", "DER", "-in", "cms", "-content", "signed",
                        "-binary", "-CAfile", "root.pem", "-purpose", "any", "-out", "verified");
        assertThat(openssl).containsIgnoringCase("verification successful");
        assertThat(run(folder, "pdfsig", "sealed.pdf"))
                .contains("Total document signed", "Signature is Valid", "ETSI.CAdES.detached");
    }

    @Test
    void the_same_order_again_gives_the_same_document() {
        SealOrder order = Orders.seal(SamplePermit.pdf());

        SealedDocument first = sealing.seal(order);
        SealedDocument second = sealing.seal(order);

        assertThat(second).usingRecursiveComparison().isEqualTo(first);
    }

    @Test
    void a_key_that_was_used_for_another_document_is_refused() {
        byte[] permit = SamplePermit.pdf();
        sealing.seal(Orders.seal("permit/2569/1", permit));
        byte[] other = permit.clone();
        other[other.length - 1] = ' ';

        assertRefused(Orders.seal("permit/2569/1", other), SigningProblem.KEY_REUSED);
    }

    @Test
    void what_cannot_be_sealed_is_refused_with_a_word() {
        assertRefused(Orders.seal("not a pdf".getBytes(StandardCharsets.US_ASCII)), SigningProblem.UNSEALABLE_DOCUMENT);
        assertRefused(Orders.seal(new byte[33 * 1024 * 1024]), SigningProblem.TOO_LARGE);
        assertRefused(Orders.seal("", SamplePermit.pdf()), SigningProblem.BAD_ORDER);
        assertRefused(Orders.seal(Samples.encrypted()), SigningProblem.UNSEALABLE_DOCUMENT);
        assertRefused(
                new SealOrder("k", "../other", DocumentKind.RECEIPT, SamplePermit.pdf(), "", ""),
                SigningProblem.UNKNOWN_AGENCY);
    }

    @Test
    void a_document_whose_signature_allows_no_changes_takes_no_seal() {
        String sealed = new String(sealing.seal(Orders.seal(SamplePermit.pdf())).pdf(), StandardCharsets.ISO_8859_1);
        assertThat(sealed).contains("/TransformMethod /DocMDP", "/P 2\n/V /1.2");
        byte[] closed = sealed.replace("/P 2\n/V /1.2", "/P 1\n/V /1.2").getBytes(StandardCharsets.ISO_8859_1);

        assertRefused(Orders.seal(closed), SigningProblem.UNSEALABLE_DOCUMENT);
        assertThat(sealing.seal(Orders.seal(sealed.getBytes(StandardCharsets.ISO_8859_1))).pdf()).isNotEmpty();
    }

    @Test
    void many_can_seal_at_once_and_one_key_gives_one_document() throws Exception {
        byte[] permit = SamplePermit.pdf();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<SealedDocument>> orders = IntStream.range(0, 32)
                    .mapToObj(i -> (Callable<SealedDocument>) () -> sealing.seal(Orders.seal("same/" + i % 8, permit)))
                    .toList();
            List<SealedDocument> sealed = new ArrayList<>();
            for (Future<SealedDocument> future : threads.invokeAll(orders)) {
                sealed.add(future.get());
            }
            for (int i = 0; i < sealed.size(); i++) {
                assertThat(sealed.get(i).pdf()).isEqualTo(sealed.get(i % 8).pdf());
            }
            for (SealedDocument document : sealed.subList(0, 8)) {
                assertThat(validation.validate(Orders.validate(document.pdf())).verdict()).isEqualTo(Verdict.VALID);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private void assertRefused(SealOrder order, SigningProblem problem) {
        assertThatExceptionOfType(SigningRefusal.class)
                .isThrownBy(() -> sealing.seal(order))
                .satisfies(refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }

    private static byte[] unpadded(byte[] cms) {
        int length = 4 + ((cms[2] & 0xff) << 8 | cms[3] & 0xff);
        return Arrays.copyOf(cms, length);
    }

    private static String run(Path folder, String... command) throws Exception {
        Process process;
        try {
            process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        } catch (IOException e) {
            throw new AssertionError(
                    command[0] + " is missing: install it (on Debian and Ubuntu: apt-get install poppler-utils openssl), or run deploy/test", e);
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return output;
    }
}
