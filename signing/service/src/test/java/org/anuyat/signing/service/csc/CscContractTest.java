package org.anuyat.signing.service.csc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.anuyat.access.ClientCredentials;
import org.anuyat.signing.api.DocumentKind;
import org.anuyat.signing.api.DocumentSealing;
import org.anuyat.signing.api.SealOrder;
import org.anuyat.signing.api.SealedDocument;
import org.anuyat.signing.api.SigningProblem;
import org.anuyat.signing.api.SigningRefusal;
import org.anuyat.signing.api.TrustInformation;
import org.anuyat.signing.api.validation.DocumentValidation;
import org.anuyat.signing.api.validation.ValidationOrder;
import org.anuyat.signing.api.validation.Verdict;
import org.anuyat.signing.service.SamplePermit;
import org.anuyat.signing.service.SigningService;
import org.anuyat.signing.service.TestIssuer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientResponseException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One service holds the key and offers it; the other one seals with it. Between them HTTP and an authorization server. */
class CscContractTest {

    private static final String PIN = "a-pin-of-the-test";

    @TempDir
    static Path folder;

    static TestIssuer issuer;
    static ConfigurableApplicationContext holder;
    static String url;
    static RestClient client;

    @BeforeAll
    static void start() throws Exception {
        issuer = new TestIssuer();
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        url = "http://localhost:" + port;
        holder = new SpringApplicationBuilder(SigningService.class)
                .run(
                        "--anuyat.mode=demonstration",
                        "--server.port=" + port,
                        "--anuyat.signing.home=" + folder.resolve("holder"),
                        "--anuyat.signing.demonstration.public-url=" + url,
                        "--anuyat.signing.http.enabled=true",
                        "--anuyat.signing.http.oauth2.issuer=" + issuer.url(),
                        "--anuyat.signing.csc.offered.TYM.pin=" + PIN);
        client = RestClient.builder()
                .baseUrl(url)
                .requestInterceptor(new ClientCredentials(
                        RestClient.create(),
                        URI.create(issuer.url() + "/token"),
                        TestIssuer.CLIENT,
                        TestIssuer.SECRET,
                        "",
                        Clock.systemUTC()))
                .build();
    }

    @AfterAll
    static void stop() {
        holder.close();
        issuer.close();
    }

    @Test
    void a_document_is_sealed_with_a_key_that_another_service_holds() throws Exception {
        byte[] root = holder.getBean(TrustInformation.class).trust().anchors().get(0).der();
        Path anchors = Files.createDirectory(folder.resolve("anchors"));
        Files.write(anchors.resolve("root.der"), root);

        try (ConfigurableApplicationContext user = user(anchors, PIN)) {
            SealedDocument sealed = seal(user, "1");

            assertThat(sealed.certificateSha256())
                    .isEqualTo(holder.getBean(TrustInformation.class)
                            .certificate("TYM")
                            .certificates()
                            .get(0)
                            .sha256());
            assertThat(user.getBean(DocumentValidation.class)
                            .validate(new ValidationOrder(sealed.pdf(), false))
                            .verdict())
                    .isEqualTo(Verdict.VALID);
            assertThat(health(user).getStatus()).isEqualTo(Status.UP);
            assertThat(issuer.given()).as("tokens are used until their end").isLessThanOrEqualTo(3);
        }
    }

    @Test
    void without_the_pin_nothing_is_signed_and_too_many_wrong_ones_lock_the_credential() throws Exception {
        // of another agency, so that the lock is no other test's
        try (ConfigurableApplicationContext locked = new SpringApplicationBuilder(SigningService.class)
                .run(
                        "--anuyat.mode=demonstration",
                        "--server.port=0",
                        "--anuyat.signing.home=" + folder.resolve("locked"),
                        "--anuyat.signing.http.token=0123456789abcdef0123456789abcdef",
                        "--anuyat.signing.http.enabled=true",
                        "--anuyat.signing.csc.offered.BMA.pin=" + PIN)) {
            RestClient bma = RestClient.builder()
                    .baseUrl("http://localhost:" + locked.getEnvironment().getProperty("local.server.port"))
                    .defaultHeader("Authorization", "Bearer 0123456789abcdef0123456789abcdef")
                    .build();
            String id = text(bma, "/csc/v2/credentials/list", Map.of()).at("/credentialIDs/0").asString();
            for (int i = 0; i < 5; i++) {
                assertRefused(bma, "/csc/v2/credentials/authorize", authorize(id, "wrong-pin-" + i), 400, "invalid_pin");
            }
            assertRefused(bma, "/csc/v2/credentials/authorize", authorize(id, PIN), 400, "invalid_request");
        }
    }

    @Test
    void a_wrong_pin_keeps_the_document_for_later() throws Exception {
        Path anchors = Files.createDirectory(folder.resolve("no-anchors"));
        try (ConfigurableApplicationContext user = user(anchors, "not-the-right-pin")) {
            assertThatThrownBy(() -> seal(user, "2"))
                    .isInstanceOfSatisfying(
                            SigningRefusal.class,
                            refusal -> assertThat(refusal.problem()).isEqualTo(SigningProblem.KEY_UNAVAILABLE));
            assertThat(health(user).getStatus()).isEqualTo(Status.DOWN);
            assertThat(health(user).getDetails().get("TYM/SEAL")).asString().startsWith("doesn't sign:");
        }
    }

    @Test
    void the_messages_are_those_of_the_standard() throws Exception {
        assertThat(text(client, "/csc/v2/info", Map.of()).path("specs").asString()).isEqualTo("2.0.0.2");
        JsonNode list = text(client, "/csc/v2/credentials/list", Map.of("maxResults", 5));
        String id = list.at("/credentialIDs/0").asString();
        assertThat(list.path("credentialIDs").size()).isEqualTo(1);
        JsonNode info = text(client, "/csc/v2/credentials/info", Map.of("credentialID", id, "certificates", "chain"));
        assertThat(info.at("/key/status").asString()).isEqualTo("enabled");
        assertThat(info.at("/key/algo/0").asString()).isEqualTo("1.2.840.113549.1.1.1");
        assertThat(info.at("/key/len").asInt()).isEqualTo(3072);
        assertThat(info.at("/cert/certificates").size()).isEqualTo(3);
        assertThat(info.at("/cert/validFrom").asString()).matches("\\d{14}Z");
        assertThat(info.path("SCAL").asString()).isEqualTo("2");

        JsonNode sad = text(client, "/csc/v2/credentials/authorize", authorize(id, PIN));
        Map<String, Object> sign = Map.of(
                "credentialID", id,
                "SAD", sad.path("SAD").asString(),
                "hashes", List.of(hash("x")),
                "hashAlgorithmOID", "2.16.840.1.101.3.4.2.1",
                "signAlgo", "1.2.840.113549.1.1.1");
        assertThat(text(client, "/csc/v2/signatures/signHash", sign).path("signatures").size()).isEqualTo(1);
        assertRefused(client, "/csc/v2/signatures/signHash", sign, 400, "invalid_request");
    }

    @Test
    void what_was_not_authorised_is_not_signed() throws Exception {
        String id = text(client, "/csc/v2/credentials/list", Map.of()).at("/credentialIDs/0").asString();
        String sad = text(client, "/csc/v2/credentials/authorize", authorize(id, PIN)).path("SAD").asString();

        assertRefused(
                client,
                "/csc/v2/signatures/signHash",
                Map.of(
                        "credentialID", id,
                        "SAD", sad,
                        "hashes", List.of(hash("y")),
                        "signAlgo", "1.2.840.113549.1.1.11"),
                400,
                "invalid_request");
        assertRefused(client, "/csc/v2/credentials/info", Map.of("credentialID", "BMA:0"), 400, "invalid_request");
        assertRefused(RestClient.create(url), "/csc/v2/credentials/list", Map.of(), 401, "invalid_token");
    }

    @Test
    void tokens_of_others_for_others_or_of_yesterday_open_nothing() throws Exception {
        Instant soon = Instant.now().plusSeconds(100);
        String good = issuer.jwt(issuer.url(), "anuyat-signing", "openid signing", soon);
        assertThat(statusWith(good)).isEqualTo(200);
        for (String bad : List.of(
                issuer.jwt("https://other.example", "anuyat-signing", "signing", soon),
                issuer.jwt(issuer.url(), "another-service", "signing", soon),
                issuer.jwt(issuer.url(), "anuyat-signing", "signing", Instant.now().minusSeconds(3600)),
                forged(good),
                "not.a.token")) {
            assertThat(statusWith(bad)).isEqualTo(401);
        }
        assertThat(statusWith(issuer.jwt(issuer.url(), "anuyat-signing", "openid", soon)))
                .as("of this server, for something else")
                .isEqualTo(403);
    }

    private static String forged(String good) {
        int place = good.length() - 20;
        return good.substring(0, place) + (good.charAt(place) == 'A' ? 'B' : 'A') + good.substring(place + 1);
    }

    private static int statusWith(String token) {
        return RestClient.create(url)
                .post()
                .uri("/csc/v2/credentials/list")
                .header("Authorization", "Bearer " + token)
                .body(Map.of())
                .exchange((request, response) -> response.getStatusCode().value());
    }

    static Map<String, Object> authorize(String id, String pin) throws Exception {
        return Map.of(
                "credentialID", id,
                "numSignatures", 1,
                "hashes", List.of(hash("x")),
                "hashAlgorithmOID", "2.16.840.1.101.3.4.2.1",
                "authData", List.of(Map.of("id", "PIN", "value", pin)));
    }

    private static String hash(String text) throws Exception {
        return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes()));
    }

    static JsonNode text(RestClient client, String path, Map<String, Object> body) {
        return JsonMapper.shared().readTree(client.post().uri(path).body(body).retrieve().body(String.class));
    }

    static void assertRefused(
            RestClient client, String path, Map<String, Object> body, int status, String error) {
        assertThatThrownBy(() -> text(client, path, body))
                .isInstanceOfSatisfying(RestClientResponseException.class, refusal -> {
                    assertThat(refusal.getStatusCode()).isEqualTo(HttpStatusCode.valueOf(status));
                    assertThat(refusal.getResponseBodyAsString()).contains("\"error\":\"" + error + "\"");
                });
    }

    private static Health health(ConfigurableApplicationContext user) {
        return user.getBean("keysHealthIndicator", HealthIndicator.class).health();
    }

    private static SealedDocument seal(ConfigurableApplicationContext user, String order) {
        return user.getBean(DocumentSealing.class)
                .seal(new SealOrder(order, "TYM", DocumentKind.PERMIT, SamplePermit.pdf(), "", ""));
    }

    private static ConfigurableApplicationContext user(Path anchors, String pin) throws Exception {
        return new SpringApplicationBuilder(SigningService.class)
                .web(WebApplicationType.NONE)
                .run(Stream.of(
                                "--anuyat.mode=demonstration",
                                "--anuyat.signing.home=" + Files.createTempDirectory(folder, "user"),
                                "--anuyat.signing.trust-anchors=" + anchors,
                                "--anuyat.signing.keys.TYM[0].csc.url=" + url,
                                "--anuyat.signing.keys.TYM[0].csc.token-uri=" + issuer.url() + "/token",
                                "--anuyat.signing.keys.TYM[0].csc.client-id=" + TestIssuer.CLIENT,
                                "--anuyat.signing.keys.TYM[0].csc.client-secret=" + TestIssuer.SECRET,
                                "--anuyat.signing.keys.TYM[0].password=" + pin)
                        .toArray(String[]::new));
    }
}
