package org.anuyat.signing.service.levels;

import static org.anuyat.signing.service.levels.Following.NEVER;
import static org.anuyat.signing.service.levels.Following.QUICK;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.anuyat.signing.api.SealedDocument;
import org.anuyat.signing.api.SignatureLevel;
import org.anuyat.signing.api.levels.LevelState;
import org.anuyat.signing.api.validation.ValidationReport;
import org.anuyat.signing.api.validation.Verdict;
import org.anuyat.signing.service.authority.Identity;
import org.anuyat.signing.service.authority.NetworkAuthority;
import org.anuyat.signing.service.authority.NetworkAuthority.Offer;
import org.anuyat.signing.service.authority.Responder;
import org.anuyat.signing.service.authority.Responder.Says;
import org.anuyat.testing.PdfConformance;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;

/** The service in production, with an authority that answers over the network as real ones do, and fails as they do. */
class RealAuthoritiesTest {

    private static final SignatureLevel T = SignatureLevel.PAdES_BASELINE_T;
    private static final SignatureLevel LTA = SignatureLevel.PAdES_BASELINE_LTA;

    @TempDir
    Path home;

    private NetworkAuthority authority;
    private Identity seal;

    @BeforeEach
    void found() throws Exception {
        authority = new NetworkAuthority();
        seal = authority.seal();
    }

    @AfterEach
    void close() {
        authority.close();
    }

    @Test
    void a_permit_reaches_its_archive_level_with_the_responder_s_answers_and_is_renewed() throws Exception {
        Identity responder = authority.responder(true);
        authority.answerWith(new Responder(responder));
        try (Following service = start(QUICK)) {
            SealedDocument sealed = service.seal("permit/1");
            assertThat(sealed.level()).isEqualTo(T);

            service.reached("permit/1", LTA);

            byte[] raised = service.latest("permit/1");
            requireValid(service, raised);
            assertThat(Following.revisions(raised)).isEqualTo(Following.revisions(sealed.pdf()) + 1);
            List<BasicOCSPResp> responses = responses(raised);
            assertThat(responses)
                    .extracting(response -> response.getResponses()[0].getCertID().getSerialNumber())
                    .as("about the seal and about the time-stamp authority")
                    .contains(seal.certificate().getSerialNumber())
                    .hasSize(2);
            assertThat(certificates(raised)).contains(responder.certificate(), seal.certificate(), authority.root());
            assertThat(PdfConformance.findings(raised)).isEmpty();
            OtherReaders.agree(home, authority.root().getEncoded(), raised);
        }
        try (Following service = start(
                QUICK,
                "--anuyat.signing.time-stamps.renew-before=3660d",
                "--anuyat.signing.time-stamps.renew-again=0s")) {
            service.await("permit/1", state -> state.version() == 2);
            byte[] renewed = service.latest("permit/1");
            requireValid(service, renewed);
            assertThat(service.validate(renewed).signatures()).hasSize(3);
            OtherReaders.agree(home, authority.root().getEncoded(), renewed);
        }
    }

    @Test
    void a_responder_that_has_to_be_asked_about_is_asked_about() throws Exception {
        Identity responder = authority.responder(false);
        authority.answerWith(new Responder(responder));
        try (Following service = start(QUICK)) {
            service.seal("permit/2");
            service.reached("permit/2", LTA);
            byte[] raised = service.latest("permit/2");
            requireValid(service, raised);
            assertThat(certificates(raised)).contains(responder.certificate());
            OtherReaders.agree(home, authority.root().getEncoded(), raised);
        }
    }

    @Test
    void a_seal_whose_certificate_was_revoked_meanwhile_stays_where_it_is() throws Exception {
        try (Following service = start(NEVER)) {
            assertThat(service.seal("permit/3").level()).isEqualTo(T);
        }
        authority.revoke(seal.certificate(), Instant.now());
        try (Following service = start(QUICK)) {
            LevelState state = failed(service, "permit/3");
            assertThat(state.reached()).isEqualTo(T);
            assertThat(state.problem()).contains("was revoked", "สำนักงานเขต");
        }
    }

    @Test
    void without_a_responder_the_lists_say_it_and_without_both_it_waits_until_one_is_back() throws Exception {
        authority.takeDown(Offer.OCSP);
        try (Following service = start(QUICK)) {
            service.seal("permit/4");
            service.reached("permit/4", LTA);
            byte[] raised = service.latest("permit/4");
            requireValid(service, raised);
            assertThat(responses(raised)).isEmpty();
            assertThat(store(raised, "CRLs")).as("the issuing authority's and the root's").hasSize(2);

            authority.takeDown(Offer.LISTS);
            service.seal("permit/5");
            LevelState state = failed(service, "permit/5");
            assertThat(state.reached()).isEqualTo(T);
            assertThat(state.problem()).contains("No authority says");

            authority.bringBack(Offer.OCSP, Offer.LISTS);
            service.reached("permit/5", LTA);
            requireValid(service, service.latest("permit/5"));
        }
    }

    @Test
    void what_authorities_knew_before_the_time_stamp_is_not_taken() throws Exception {
        Identity responder = authority.responder(true);
        authority.answerWith(new Responder(responder, Duration.ofMinutes(10), Duration.ZERO, Says.THE_TRUTH));
        authority.listsMade(Duration.ofMinutes(10));
        try (Following service = start(QUICK)) {
            service.seal("permit/6");
            LevelState state = failed(service, "permit/6");
            assertThat(state.reached()).isEqualTo(T);
            assertThat(state.problem()).contains("older than the time stamp");

            // the list is newer than what the responder knows
            authority.listsMade(Duration.ZERO);
            service.reached("permit/6", LTA);
            byte[] raised = service.latest("permit/6");
            requireValid(service, raised);
            assertThat(responses(raised)).isEmpty();
        }
    }

    @Test
    void an_answer_about_another_certificate_or_of_somebody_who_may_not_answer_is_not_taken() throws Exception {
        authority.takeDown(Offer.LISTS);
        authority.answerWith(new Responder(authority.responder(true), Duration.ZERO, Duration.ZERO, Says.SOMETHING_ABOUT_ANOTHER));
        try (Following service = start(QUICK)) {
            service.seal("permit/7");
            assertThat(failed(service, "permit/7").problem()).contains("No authority says");

            // certified by the same authority, but not to answer about others
            authority.answerWith(new Responder(authority.seal()));
            int attempts = service.state("permit/7").attempts();
            LevelState state = service.await("permit/7", found -> found.attempts() > attempts + 1);
            assertThat(state.reached()).isEqualTo(T);
            assertThat(state.problem()).contains("No authority says");

            authority.bringBack(Offer.LISTS);
            service.reached("permit/7", LTA);
            byte[] raised = service.latest("permit/7");
            requireValid(service, raised);
            assertThat(responses(raised)).isEmpty();
        }
    }

    @Test
    void what_was_answered_about_one_document_serves_those_that_were_stamped_before() throws Exception {
        try (Following service = start(NEVER)) {
            for (int i = 0; i < 5; i++) {
                service.seal("permit/many/" + i);
            }
        }
        Thread.sleep(1100);
        try (Following service = start(QUICK)) {
            int asked = authority.asked(Offer.OCSP);
            for (int i = 0; i < 5; i++) {
                service.reached("permit/many/" + i, LTA);
                requireValid(service, service.latest("permit/many/" + i));
            }
            assertThat(authority.asked(Offer.OCSP) - asked)
                    .as("about seal and time-stamp authority, and perhaps by the watch over our own certificates")
                    .isBetween(2, 3);
        }
    }

    private Following start(String... settings) throws Exception {
        return Following.start(
                WebApplicationType.NONE,
                home.resolve("service"),
                Stream.concat(
                        authority.settings(home, seal).stream(),
                        Stream.concat(Stream.of("--anuyat.signing.time-stamps.settle=1s"), Stream.of(settings))));
    }

    private static LevelState failed(Following service, String key) {
        return service.await(key, state -> state.attempts() > 1);
    }

    private static void requireValid(Following service, byte[] pdf) {
        ValidationReport report = service.validate(pdf);
        assertThat(report.verdict()).as("%s", report.reasons()).isEqualTo(Verdict.VALID);
        assertThat(report.demonstration()).isFalse();
        assertThat(report.signatures().get(0).level()).isEqualTo("PAdES-BASELINE-LTA");
    }

    private static List<BasicOCSPResp> responses(byte[] pdf) throws Exception {
        List<BasicOCSPResp> responses = new ArrayList<>();
        for (byte[] der : store(pdf, "OCSPs")) {
            responses.add((BasicOCSPResp) new OCSPResp(der).getResponseObject());
        }
        return responses;
    }

    private static List<X509Certificate> certificates(byte[] pdf) throws Exception {
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        List<X509Certificate> certificates = new ArrayList<>();
        for (byte[] der : store(pdf, "Certs")) {
            certificates.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der)));
        }
        return certificates;
    }

    /** What is in a list of the document security store. */
    private static List<byte[]> store(byte[] pdf, String name) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            COSDictionary store = document.getDocumentCatalog().getCOSObject().getCOSDictionary(COSName.getPDFName("DSS"));
            COSArray array = store.getCOSArray(COSName.getPDFName(name));
            List<byte[]> all = new ArrayList<>();
            for (int i = 0; array != null && i < array.size(); i++) {
                try (var in = ((COSStream) array.getObject(i)).createInputStream()) {
                    all.add(in.readAllBytes());
                }
            }
            return all;
        }
    }
}
