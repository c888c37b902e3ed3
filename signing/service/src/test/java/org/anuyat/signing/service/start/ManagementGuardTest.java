package org.anuyat.signing.service.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.anuyat.signing.service.SigningService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** The process of its own as it is in production, with nothing but what is set there by default. */
class ManagementGuardTest {

    private static final String TOKEN = "0123456789abcdef0123456789abcdef";

    @TempDir
    static Path home;

    static ConfigurableApplicationContext service;

    @BeforeAll
    static void start() {
        service = start("/actuator");
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    private static ConfigurableApplicationContext start(String base) {
        return SigningService.application()
                .run(
                        "--server.port=0",
                        "--anuyat.signing.home=" + home.resolve(base.substring(1)),
                        "--anuyat.management.token=" + TOKEN,
                        "--management.endpoints.web.base-path=" + base);
    }

    @Test
    void whoever_bears_the_token_sees_parts_and_metrics() throws Exception {
        assertThat(get("/actuator/health", TOKEN).body()).contains("\"keys\"", "\"levels\"", "\"validation\"");
        assertThat(get("/actuator/prometheus", TOKEN).body())
                .contains("anuyat_signing_levels_pending", "anuyat_signing_validations_overdue");
    }

    @Test
    void others_see_whether_it_lives_and_is_ready() throws Exception {
        for (String token : new String[] {"", "wrong"}) {
            for (String path : new String[] {"health", "health/keys", "prometheus", "", "../actuator/health", "./prometheus"}) {
                assertThat(get("/actuator/" + path, token).statusCode()).as(path).isEqualTo(401);
            }
            assertThat(get("/actuator/health/liveness", token).body()).isEqualTo("{\"status\":\"UP\"}");
            assertThat(get("/actuator/health/readiness", token).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void elsewhere_they_are_guarded_too() throws Exception {
        try (ConfigurableApplicationContext elsewhere = start("/manage")) {
            assertThat(get(elsewhere, "/manage/health", "wrong").statusCode()).isEqualTo(401);
            assertThat(get(elsewhere, "/manage/prometheus", "").statusCode()).isEqualTo(401);
            assertThat(get(elsewhere, "/manage/health", TOKEN).statusCode()).isEqualTo(200);
        }
    }

    private static HttpResponse<String> get(String path, String token) throws Exception {
        return get(service, path, token);
    }

    private static HttpResponse<String> get(ConfigurableApplicationContext of, String path, String token) throws Exception {
        String port = of.getEnvironment().getProperty("local.server.port");
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                                .header("Authorization", "Bearer " + token)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
