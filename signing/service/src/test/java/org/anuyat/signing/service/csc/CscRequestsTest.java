package org.anuyat.signing.service.csc;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.anuyat.signing.service.SigningService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.client.RestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What other systems ask that know the standard and nothing of this service. */
class CscRequestsTest {

    private static final String PIN = "a-pin-of-the-test";
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final String ISSUER = "https://permits.example.go.th";

    @TempDir
    static Path folder;

    static ConfigurableApplicationContext service;
    static String url;
    static RestClient client;

    @BeforeAll
    static void start() {
        service = SigningService.application()
                .run(
                        "--anuyat.mode=demonstration",
                        "--server.port=0",
                        "--anuyat.signing.home=" + folder,
                        "--anuyat.signing.http.token=" + TOKEN,
                        "--anuyat.signing.http.oauth2.issuer=" + ISSUER,
                        "--anuyat.signing.csc.offered.TYM.pin=" + PIN);
        url = "http://localhost:" + service.getEnvironment().getProperty("local.server.port");
        client = RestClient.builder().baseUrl(url).defaultHeader("Authorization", "Bearer " + TOKEN).build();
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void whoever_knows_nothing_learns_without_a_token_where_to_get_one() {
        JsonNode info = CscContractTest.text(RestClient.create(url), "/csc/v2/info", Map.of());

        assertThat(info.at("/authType/0").asString()).isEqualTo("oauth2client");
        assertThat(info.path("oauth2Issuer").asString()).isEqualTo(ISSUER);
        // clients refuse information without these (seen in that of the European Commission)
        assertThat(info.at("/signAlgorithms/algos").size()).isEqualTo(3);
        assertThat(info.at("/signature_formats/formats").isArray()).isTrue();
    }

    @Test
    void the_list_describes_the_credentials_to_whoever_asks_for_it() {
        JsonNode one = CscContractTest.text(client, "/csc/v2/credentials/list", Map.of("credentialInfo", true, "certificates", "none"))
                .at("/credentialInfos/0");

        assertThat(one.path("credentialID").asString()).startsWith("TYM:");
        assertThat(one.at("/key/len").asInt()).isEqualTo(3072);
        assertThat(one.at("/cert/certificates").size()).isZero();
    }

    @Test
    void gaps_in_a_request_are_its_fault_not_the_servers() throws Exception {
        String id = CscContractTest.text(client, "/csc/v2/credentials/list", Map.of()).at("/credentialIDs/0").asString();
        List<Object> nothing = Collections.singletonList(null);
        for (Map<String, Object> gap : List.of(
                Map.<String, Object>of("hashes", nothing),
                Map.<String, Object>of("authData", nothing),
                Map.<String, Object>of("authData", List.of(Map.of("id", "PIN"))),
                Map.<String, Object>of("authData", List.of()))) {
            Map<String, Object> request = new HashMap<>(CscContractTest.authorize(id, PIN));
            request.putAll(gap);
            CscContractTest.assertRefused(client, "/csc/v2/credentials/authorize", request, 400, "invalid_request");
        }
        Map<String, Object> uncounted = new HashMap<>(CscContractTest.authorize(id, PIN));
        uncounted.remove("numSignatures");
        CscContractTest.assertRefused(client, "/csc/v2/credentials/authorize", uncounted, 400, "invalid_request");
    }

    @Test
    void other_services_may_leave_out_what_the_standard_lets_them() {
        JsonMapper json = JsonMapper.builder().build();

        assertThat(json.readValue("{\"SAD\":\"x\"}", Csc.Authorized.class).sad()).isEqualTo("x");
        assertThat(json.readValue("{\"key\":{\"status\":\"enabled\",\"algo\":[]},\"cert\":{}}", Csc.Credential.class).key().status())
                .isEqualTo("enabled");
    }
}
