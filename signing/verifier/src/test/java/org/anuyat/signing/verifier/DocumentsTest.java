package org.anuyat.signing.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.anuyat.signing.api.CertificateInfo;
import org.anuyat.signing.api.DocumentKind;
import org.anuyat.signing.api.DocumentSealing;
import org.anuyat.signing.api.SealOrder;
import org.anuyat.signing.api.TrustInformation;
import org.anuyat.signing.api.token.PermitFacts;
import org.anuyat.signing.api.token.PermitTokens;
import org.anuyat.signing.service.SigningService;
import org.anuyat.signing.service.demonstration.RevocationAnswers;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DocumentsTest {

    @TempDir
    static Path folder;

    static Path trust;
    static Path revocation;
    static Path certificates;
    static byte[] sealed;
    static String token;

    @BeforeAll
    static void seal() throws Exception {
        trust = Files.createDirectory(folder.resolve("trust"));
        revocation = Files.createDirectory(folder.resolve("revocation"));
        certificates = Files.createDirectory(folder.resolve("certificates"));
        try (ConfigurableApplicationContext service = new SpringApplicationBuilder(SigningService.class)
                .web(WebApplicationType.NONE)
                .run("--anuyat.mode=demonstration", "--anuyat.signing.home=" + folder.resolve("home"))) {
            sealed = service.getBean(DocumentSealing.class)
                    .seal(new SealOrder("1", "bma", DocumentKind.PERMIT, pdf(), "", ""))
                    .pdf();
            TrustInformation information = service.getBean(TrustInformation.class);
            Files.write(
                    trust.resolve("root.der"), information.trust().anchors().get(0).der());
            token = service.getBean(PermitTokens.class)
                    .issue(new PermitFacts("bma", "BMA-1/2569", "ใบอนุญาต", "นายสมชาย ใจดี", LocalDate.now(ZoneId.of("Asia/Bangkok")), null, "AAAA"))
                    .text();
            int number = 0;
            for (CertificateInfo known : service.getBean(PermitTokens.class).certificates("bma")) {
                Files.write(certificates.resolve(number++ + ".der"), known.der());
            }
            for (CertificateInfo issuer : information.certificate("bma").certificates()) {
                byte[] list = service.getBean(RevocationAnswers.class).listOf(certificate(issuer));
                if (list != null) {
                    Files.write(revocation.resolve(number++ + ".crl"), list);
                }
            }
        }
    }

    @Test
    void a_folder_of_good_documents_is_valid_and_reported() throws Exception {
        Path good = Files.createDirectory(folder.resolve("good"));
        Files.createDirectory(good.resolve("2569"));
        Files.write(good.resolve("2569").resolve("ใบอนุญาต.pdf"), sealed);
        Files.write(good.resolve("second.PDF"), sealed);
        Files.writeString(good.resolve("notes.txt"), "no document");
        Path json = folder.resolve("report.json");
        Path pdf = folder.resolve("report.pdf");

        Jar.Run run = Jar.run(
                "documents", "--trust", trust, "--revocation", revocation, "--json", json, "--pdf", pdf, "--etsi", good);

        assertThat(run).returns(0, Jar.Run::code);
        assertThat(run.out()).contains("2 checked: 2 valid, 0 invalid, 0 can't be told", "Demonstration certificate");
        JsonNode report = JsonMapper.shared().readTree(Files.readString(json));
        assertThat(report.path("outcome").asString()).isEqualTo("VALID");
        assertThat(report.path("results").size()).isEqualTo(2);
        assertThat(report.at("/results/0/details/etsiReport").asString()).contains("ValidationReport");
        try (PDDocument document = Loader.loadPDF(Files.readAllBytes(pdf))) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text).contains("รายงานผลการตรวจสอบ", "Report of a verification", "second.PDF");
        }
    }

    @Test
    void one_changed_document_among_good_ones_is_found() throws Exception {
        byte[] changed = sealed.clone();
        changed[1000] ^= 1;
        Path good = Files.write(folder.resolve("good.pdf"), sealed);
        Path bad = Files.write(folder.resolve("bad.pdf"), changed);
        Path longer = Files.write(folder.resolve("longer.pdf"), Arrays.copyOf(sealed, sealed.length + 9));

        Jar.Run run = Jar.run(
                "documents", "--trust", trust, "--revocation", revocation, "--language", "th", good, bad, longer);

        assertThat(run).returns(1, Jar.Run::code);
        assertThat(run.out()).contains("ถูกต้อง 1 ไม่ถูกต้อง 2");
        assertThat(run.out().lines().filter(line -> line.contains("bad.pdf")))
                .singleElement()
                .asString()
                .startsWith("ไม่ถูกต้อง")
                .contains("เนื้อหาที่ลงลายมือชื่อไว้ถูกแก้ไข");
    }

    @Test
    void tokens_are_verified_without_a_network() throws Exception {
        String address = "https://permits.example.go.th/verify/" + token;
        char[] forged = token.toCharArray();
        forged[forged.length - 20] = forged[forged.length - 20] == 'A' ? 'B' : 'A';

        Jar.Run good = Jar.run(
                "token", "--trust", trust, "--certificates", certificates, "--revocation", revocation, address);
        assertThat(good).returns(0, Jar.Run::code);
        assertThat(good.out()).contains("BMA-1/2569, นายสมชาย ใจดี", "bma – DEMONSTRATION");
        assertThat(Jar.run("token", "--trust", trust, "--certificates", certificates, token, new String(forged)))
                .returns(1, Jar.Run::code)
                .satisfies(run -> assertThat(run.out()).contains("changed or forged"));
        assertThat(Jar.run("token", "--trust", trust, "--certificates", trust, token)).returns(2, Jar.Run::code);
    }

    @Test
    void what_never_had_a_signature_is_invalid() throws Exception {
        Path unsigned = Files.write(folder.resolve("unsigned.pdf"), pdf());

        assertThat(Jar.run("documents", "--trust", trust, unsigned)).returns(1, Jar.Run::code);
    }

    @Test
    void without_trust_or_revocation_it_cannot_be_told() throws Exception {
        Path good = Files.write(folder.resolve("permit.pdf"), sealed);
        Path other = Files.write(folder.resolve("other.pdf"), "no PDF at all".getBytes());

        Jar.Run run = Jar.run("documents", "--trust", trust, good, other);

        assertThat(run).returns(2, Jar.Run::code);
        assertThat(run.out())
                .contains("could not be found out whether the signing certificate was revoked", "not a PDF")
                .contains("with --revocation FOLDER");
    }

    @Test
    void a_wrong_list_or_folder_is_never_the_documents_fault() throws Exception {
        Path good = Files.write(folder.resolve("genuine.pdf"), sealed);
        Path lists = Files.createDirectory(folder.resolve("lists"));

        assertThat(Jar.run("documents", "--trust", trust, "--revocation", lists, good))
                .returns(2, Jar.Run::code)
                .satisfies(run -> assertThat(run.out()).contains("lists (--revocation) lacks a current list"));
        Files.writeString(lists.resolve("broken.crl"), "no list");
        for (Path wrong : List.of(lists, folder.resolve("nowhere"))) {
            assertThat(Jar.run("documents", "--trust", trust, "--revocation", wrong, good))
                    .returns(2, Jar.Run::code)
                    .returns("", Jar.Run::out)
                    .satisfies(run -> assertThat(run.err()).containsAnyOf("broken.crl", "nowhere"));
        }
    }

    @Test
    void the_time_of_the_check_is_not_told_as_the_time_of_signing() throws Exception {
        Path good = Files.write(folder.resolve("today.pdf"), sealed);
        Path json = folder.resolve("later.json");
        String later = Instant.now().plus(365, ChronoUnit.DAYS).truncatedTo(ChronoUnit.DAYS).toString();

        // nobody knows a year later whether the authority's certificate was revoked: its stamp convinces no more
        Jar.run("documents", "--trust", trust, "--at", later, "--json", json, good);

        JsonNode seal = JsonMapper.shared().readTree(Files.readString(json)).at("/results/0/details/signatures/0");
        assertThat(seal.path("claimedAt").asString()).isNotEmpty();
        assertThat(seal.path("provenAt").isNull()).isTrue();
    }

    @Test
    void a_report_on_very_many_documents_is_of_bounded_length() throws Exception {
        Path many = Files.createDirectory(folder.resolve("many"));
        for (int i = 0; i < 3000; i++) {
            Files.writeString(many.resolve("ใบอนุญาตประกอบกิจการสะสมอาหาร-เทศบาลเมืองตัวอย่าง-" + i + ".pdf"), "no PDF");
        }
        Path pdf = folder.resolve("many-report.pdf");

        assertThat(Jar.run("documents", "--trust", trust, "--quiet", "--pdf", pdf, many))
                .returns(2, Jar.Run::code)
                .returns("", Jar.Run::err);
        try (PDDocument report = Loader.loadPDF(Files.readAllBytes(pdf))) {
            assertThat(new PDFTextStripper().getText(report)).contains("3000", "results are left out here");
        }
    }

    @Test
    void a_wrong_call_says_what_is_wrong() throws Exception {
        assertThat(Jar.run()).returns(2, Jar.Run::code);
        assertThat(Jar.run("documents", folder)).returns(2, Jar.Run::code).satisfies(run -> assertThat(run.err())
                .contains("--trust"));
        assertThat(Jar.run("documents", "--trust", folder.resolve("nowhere"), folder))
                .returns(2, Jar.Run::code)
                .satisfies(run -> assertThat(run.err()).contains("nowhere").doesNotContain("\tat "));
        assertThat(Jar.run("documents", "--trust", trust, Files.createDirectory(folder.resolve("empty"))))
                .returns(2, Jar.Run::code)
                .satisfies(run -> assertThat(run.err()).contains("No PDF file was found"));
    }

    private static byte[] pdf() throws Exception {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            // so long that a byte in the middle of the file is inside of it
            document.getDocumentInformation().setSubject("permit ".repeat(500));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out, CompressParameters.NO_COMPRESSION);
            return out.toByteArray();
        }
    }

    private static X509Certificate certificate(CertificateInfo info) throws Exception {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(info.der()));
    }
}
