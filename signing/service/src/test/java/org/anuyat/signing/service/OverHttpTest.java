package org.anuyat.signing.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import org.anuyat.signing.api.DocumentSealing;
import org.anuyat.signing.api.RemoteSigning;
import org.anuyat.signing.api.SealOrder;
import org.anuyat.signing.api.SealedDocument;
import org.anuyat.signing.api.SignatureLevel;
import org.anuyat.signing.api.SigningProblem;
import org.anuyat.signing.api.SigningRefusal;
import org.anuyat.signing.api.levels.LevelState;
import org.anuyat.signing.api.officer.OfficerOrder;
import org.anuyat.signing.api.validation.ValidationOrder;
import org.anuyat.signing.api.validation.Verdict;
import org.bouncycastle.asn1.cmp.PKIStatus;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.client.RestClient;

@SpringBootTest(
        classes = SigningService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "anuyat.mode=demonstration",
            "anuyat.signing.home=target/signing-test/${random.uuid}",
            "anuyat.signing.http.enabled=true",
            "anuyat.signing.http.token=0123456789abcdef0123456789abcdef",
            "spring.jackson.factory.constraints.read.max-string-length=46000000",
            "spring.jackson.factory.constraints.read.max-document-length=47000000",
            "server.tomcat.max-swallow-size=64MB"
        })
class OverHttpTest {

    @LocalServerPort
    int port;

    @Autowired
    DocumentSealing local;

    RemoteSigning remote;

    @BeforeEach
    void connect() {
        remote = new RemoteSigning(RestClient.builder()
                .baseUrl("http://localhost:" + port)
                .defaultHeader("Authorization", "Bearer 0123456789abcdef0123456789abcdef"));
    }

    @Test
    void the_same_interfaces_work_from_another_process() {
        SealOrder order = Orders.seal(SamplePermit.pdf());

        SealedDocument sealed = remote.sealing().seal(order);

        assertThat(remote.validation().validate(new ValidationOrder(sealed.pdf(), true)))
                .satisfies(report -> assertThat(report.verdict()).isEqualTo(Verdict.VALID))
                .satisfies(report -> assertThat(report.etsiReport()).isNotNull());
        assertThat(local.seal(order)).usingRecursiveComparison().isEqualTo(sealed);
        assertThat(remote.trust().trust().anchors()).hasSize(1);
        assertThat(remote.trust().certificate("bma").certificates()).hasSize(3);
    }

    @Test
    void officers_sign_and_seals_are_followed_from_another_process() {
        SealedDocument signed = remote.officers()
                .sign(new OfficerOrder("approval/http", "bma", "nayok", PreparedPermit.FIELD, PreparedPermit.pdf(), "อนุมัติ", ""));
        SealedDocument sealed = remote.sealing().seal(Orders.seal("permit/http", signed.pdf()));
        assertThat(remote.officers().certificate("bma", "nayok").certificates().get(0).commonName()).isEqualTo(signed.signer());
        assertThatThrownBy(() -> remote.officers().certificate("bma", "nobody's"))
                .isInstanceOfSatisfying(
                        SigningRefusal.class,
                        refusal -> assertThat(refusal.problem()).isEqualTo(SigningProblem.UNKNOWN_OFFICER));

        LevelState state = remote.levels().state("permit/http");
        assertThat(state.wanted()).isEqualTo(SignatureLevel.PAdES_BASELINE_LTA);
        assertThat(remote.levels().latest("permit/http").pdf()).startsWith(sealed.pdf());
        assertThat(remote.levels().renewals(3).years()).hasSize(3);
        assertThatThrownBy(() -> remote.levels().state("permit/none"))
                .isInstanceOfSatisfying(
                        SigningRefusal.class,
                        refusal -> assertThat(refusal.problem()).isEqualTo(SigningProblem.UNKNOWN_DOCUMENT));
        assertThatThrownBy(() -> remote.levels().renewals(51))
                .isInstanceOfSatisfying(
                        SigningRefusal.class,
                        refusal -> assertThat(refusal.problem()).isEqualTo(SigningProblem.BAD_ORDER));
    }

    @Test
    void refusals_are_the_same_as_in_process() {
        assertRefused(remote, Orders.seal(new byte[9]), SigningProblem.UNSEALABLE_DOCUMENT);
        assertRefused(remote, Orders.seal("", SamplePermit.pdf()), SigningProblem.BAD_ORDER);
        assertRefused(remote, Orders.seal(new byte[34 * 1024 * 1024]), SigningProblem.TOO_LARGE);
        assertRefused(remote, Orders.seal(new byte[40 * 1024 * 1024]), SigningProblem.TOO_LARGE);
    }

    @Test
    void without_the_token_nobody_gets_in() {
        for (String authorization : new String[] {"", "Bearer wrong", "Basic eDp5"}) {
            RemoteSigning stranger = new RemoteSigning(RestClient.builder()
                    .baseUrl("http://localhost:" + port)
                    .defaultHeader("Authorization", authorization));
            assertRefused(stranger, Orders.seal(SamplePermit.pdf()), SigningProblem.UNAUTHENTICATED);
        }
    }

    @Test
    void the_demonstration_authority_publishes_its_certificates_and_lists() throws Exception {
        X509Certificate root = certificate("/demo-pki/root.crt");
        X509Certificate issuing = certificate("/demo-pki/issuing.crt");
        issuing.verify(root.getPublicKey());

        X509CRL list = (X509CRL) CertificateFactory.getInstance("X.509")
                .generateCRL(new ByteArrayInputStream(get("/demo-pki/issuing.crl").body()));
        list.verify(issuing.getPublicKey());
        assertThat(get("/demo-pki/other.crl").statusCode()).isEqualTo(404);
    }

    @Test
    void the_demonstration_authority_answers_ocsp() throws Exception {
        X509Certificate issuing = certificate("/demo-pki/issuing.crt");
        CertificateID id = new CertificateID(
                new JcaDigestCalculatorProviderBuilder().build().get(CertificateID.HASH_SHA1),
                new JcaX509CertificateHolder(issuing),
                BigInteger.TEN);

        BasicOCSPResp answer = (BasicOCSPResp) new OCSPResp(
                        ocsp(new OCSPReqBuilder().addRequest(id).build().getEncoded()))
                .getResponseObject();

        assertThat(answer.getResponses()[0].getCertStatus()).isEqualTo(CertificateStatus.GOOD);
        assertThat(answer.isSignatureValid(new JcaContentVerifierProviderBuilder().build(answer.getCerts()[0])))
                .isTrue();
        assertThat(new OCSPResp(ocsp(new byte[] {1, 2, 3})).getStatus()).isEqualTo(OCSPResp.MALFORMED_REQUEST);
    }

    @Test
    void the_demonstration_authority_stamps_time_and_says_that_it_proves_nothing() throws Exception {
        TimeStampRequestGenerator requests = new TimeStampRequestGenerator();
        requests.setCertReq(true);
        TimeStampRequest request = requests.generate(TSPAlgorithms.SHA256, new byte[32], BigInteger.valueOf(7));

        TimeStampResponse response = new TimeStampResponse(stamp(request.getEncoded()));

        response.validate(request);
        X509CertificateHolder signer = (X509CertificateHolder) response.getTimeStampToken()
                .getCertificates()
                .getMatches(response.getTimeStampToken().getSID())
                .iterator()
                .next();
        response.getTimeStampToken().validate(new JcaSimpleSignerInfoVerifierBuilder().build(signer));
        assertThat(signer.getSubject().toString()).contains("DEMONSTRATION – NOT TRUSTED");
        assertThat(new String(signer.getEncoded(), StandardCharsets.ISO_8859_1))
                .contains("/demo-pki/ocsp", "/demo-pki/issuing.crl", "/demo-pki/issuing.crt");
        assertThat(new TimeStampResponse(stamp(new byte[] {1, 2, 3})).getStatus()).isEqualTo(PKIStatus.REJECTION);
    }

    private byte[] stamp(byte[] request) throws Exception {
        return send(HttpRequest.newBuilder(uri("/demo-pki/tsa"))
                        .header("Content-Type", "application/timestamp-query")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(request)))
                .body();
    }

    private byte[] ocsp(byte[] request) throws Exception {
        return send(HttpRequest.newBuilder(uri("/demo-pki/ocsp"))
                        .header("Content-Type", "application/ocsp-request")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(request)))
                .body();
    }

    private static void assertRefused(RemoteSigning signing, SealOrder order, SigningProblem problem) {
        assertThatExceptionOfType(SigningRefusal.class)
                .isThrownBy(() -> signing.sealing().seal(order))
                .satisfies(refusal -> assertThat(refusal.problem()).isEqualTo(problem));
    }

    private X509Certificate certificate(String path) throws Exception {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(get(path).body()));
    }

    private HttpResponse<byte[]> get(String path) throws Exception {
        return send(HttpRequest.newBuilder(uri(path)));
    }

    private HttpResponse<byte[]> send(HttpRequest.Builder request) throws Exception {
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }
}
