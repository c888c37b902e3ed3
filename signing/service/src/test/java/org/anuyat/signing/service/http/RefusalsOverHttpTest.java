package org.anuyat.signing.service.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import org.anuyat.signing.service.SigningService;
import org.anuyat.signing.service.TestIssuer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever is refused over HTTP learns in a problem detail (RFC 9457) what to do about it. */
class RefusalsOverHttpTest {

    private static final String TOKEN = "0123456789abcdef0123456789abcdef";

    @TempDir
    static Path home;

    static ConfigurableApplicationContext service;

    @BeforeAll
    static void start() {
        service = start("oauth2.issuer=http://127.0.0.1:1", home);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void what_is_missing_or_of_another_type_is_named() throws Exception {
        assertRefused(post("/signing/v1/seals", "{\"pdf\":"), 400, "BAD_ORDER", "isn't JSON as the contract describes it");
        assertRefused(post("/signing/v1/validations", "{\"withEtsiReport\":false}"), 400, "BAD_ORDER", "'document' is missing");
        assertRefused(
                post("/signing/v1/seals", "{\"kind\":\"PERMITT\",\"pdf\":\"\"}"), 400, "BAD_ORDER", "the member 'kind' is missing");
        assertRefused(get("/signing/v1/seals/level"), 400, "BAD_ORDER", "The parameter 'key' is missing");
        assertRefused(get("/signing/v1/renewals?years=soon"), 400, "BAD_ORDER", "The parameter 'years' isn't of its type");
    }

    @Test
    void wrong_paths_methods_and_media_types_are_problems_too() throws Exception {
        assertThat(send(get("/signing/v1/nothing")).path("status").asInt()).isEqualTo(404);
        assertThat(send(get("/signing/v1/seals")).path("status").asInt()).isEqualTo(405);
        assertThat(send(post("/signing/v1/seals", "").setHeader("Content-Type", "text/plain")).path("status").asInt())
                .isEqualTo(415);
    }

    @Test
    void while_the_authorization_server_is_away_the_caller_is_told_to_come_again() throws Exception {
        try (TestIssuer another = new TestIssuer()) {
            String token = another.jwt(another.url(), "anuyat-signing", "signing", Instant.now().plusSeconds(100));

            assertRefused(with(token), 503, "AUTHORIZATION_UNAVAILABLE", "at the moment");
        }
    }

    @Test
    void a_token_for_something_else_is_told_from_none() throws Exception {
        try (TestIssuer issuer = new TestIssuer();
                ConfigurableApplicationContext own = start("oauth2.issuer=" + issuer.url(), home.resolve("own"))) {
            String token = issuer.jwt(issuer.url(), "anuyat-signing", "payments", Instant.now().plusSeconds(100));

            HttpResponse<String> answer = answer(own, with(token));
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.headers().firstValue("WWW-Authenticate")).hasValue("Bearer error=\"insufficient_scope\"");
            assertThat(answer.body()).contains("\"code\":\"FORBIDDEN\"");
            assertThat(answer(own, with("nonsense")).statusCode()).isEqualTo(401);
        }
    }

    private static HttpRequest.Builder with(String token) {
        return get("/signing/v1/trust").setHeader("Authorization", "Bearer " + token);
    }

    private static void assertRefused(HttpRequest.Builder request, int status, String code, String detail) throws Exception {
        JsonNode problem = send(request);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(problem.path("code").asString()).isEqualTo(code);
        assertThat(problem.path("detail").asString()).contains(detail);
    }

    private static HttpRequest.Builder get(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost" + path)).header("Authorization", "Bearer " + TOKEN);
    }

    private static HttpRequest.Builder post(String path, String body) {
        return get(path).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private static JsonNode send(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer = answer(service, request);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        return JsonMapper.shared().readTree(answer.body());
    }

    private static HttpResponse<String> answer(ConfigurableApplicationContext service, HttpRequest.Builder request)
            throws Exception {
        String port = service.getEnvironment().getProperty("local.server.port");
        URI path = request.build().uri();
        return HttpClient.newHttpClient()
                .send(
                        request.uri(URI.create("http://localhost:" + port).resolve(path.getRawPath() + query(path)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static String query(URI path) {
        return path.getRawQuery() == null ? "" : "?" + path.getRawQuery();
    }

    private static ConfigurableApplicationContext start(String access, Path home) {
        return SigningService.application()
                .run(
                        "--anuyat.mode=demonstration",
                        "--server.port=0",
                        "--anuyat.signing.home=" + home,
                        "--anuyat.signing.http.token=" + TOKEN,
                        "--anuyat.signing.http." + access);
    }
}
