package org.anuyat.allinone.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import org.anuyat.allinone.Anuyat;
import org.anuyat.signing.api.ClientCredentials;
import org.anuyat.signing.api.DocumentSealing;
import org.anuyat.signing.api.TrustInformation;
import org.anuyat.signing.api.officer.OfficerSigning;
import org.anuyat.signing.api.token.PermitFacts;
import org.anuyat.signing.api.token.PermitTokens;
import org.anuyat.signing.api.token.TokenText;
import org.anuyat.signing.api.validation.Verdict;
import org.anuyat.signing.service.SigningService;
import org.anuyat.testing.TestPostgres;
import org.anuyat.workflow.approval.authority.OfficerKeys;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/** The platform without keys: another process signs, and opens to access tokens of the platform's own authorization server. */
@SpringBootTest(classes = Anuyat.class, webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT)
@Import(TestPostgres.class)
class SigningElsewhereTest {

    private static final String SECRET = "0123456789abcdef0123456789abcdef-of-the-platform";

    static ConfigurableApplicationContext signing;
    static String platform;

    @Autowired
    TrustInformation trust;

    @Autowired
    PermitTokens tokens;

    @Autowired
    OfficerSigning officers;

    @Autowired
    OfficerKeys keys;

    @Autowired
    ConfigurableApplicationContext context;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) throws IOException {
        int port = freePort();
        platform = "http://localhost:" + port;
        signing = new SpringApplicationBuilder(SigningService.class, ItsOwnGuardOnly.class)
                .run(
                        "--spring.config.location=optional:classpath:/none/",
                        "--spring.autoconfigure.exclude="
                                + "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration,"
                                + "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
                        "--anuyat.mode=demonstration",
                        "--server.port=0",
                        "--anuyat.signing.home=" + Files.createTempDirectory("signing"),
                        "--anuyat.signing.http.enabled=true",
                        "--anuyat.signing.http.oauth2.issuer=" + platform);
        registry.add("server.port", () -> port);
        registry.add("anuyat.base-url", () -> platform);
        String home = Files.createTempDirectory("platform").toString();
        registry.add("anuyat.home", () -> home);
        registry.add("anuyat.identity.services.platform.secret", () -> SECRET);
        registry.add(
                "anuyat.signing.url",
                () -> "http://localhost:" + signing.getEnvironment().getProperty("local.server.port"));
        registry.add("anuyat.signing.oauth2.token-uri", () -> platform + "/oauth2/token");
        registry.add("anuyat.signing.oauth2.client-id", () -> "platform");
        registry.add("anuyat.signing.oauth2.client-secret", () -> SECRET);
    }

    /**
     * The platform's class path brings Spring Security, which the service by itself doesn't have. No stereotype, or the platform
     * would find it.
     */
    static class ItsOwnGuardOnly {

        @Bean
        SecurityFilterChain everything(HttpSecurity http) {
            return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                    .csrf(csrf -> csrf.disable())
                    .build();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    @AfterAll
    static void stop() {
        signing.close();
    }

    @Test
    void the_platform_gets_in_with_a_token_of_its_own_authorization_server() {
        assertThat(trust.trust().anchors()).hasSize(1);
        TokenText token = tokens.issue(
                new PermitFacts("TYM", "1", "ใบอนุญาต", "นายสมชาย ใจดี", LocalDate.now(), null, "AAAA"));
        assertThat(tokens.check(token).verdict()).isEqualTo(Verdict.VALID);
        assertThat(context.getBean(DocumentSealing.class).getClass().getName()).doesNotContain("anuyat.signing.service");
    }

    @Test
    void officers_keys_are_asked_for_there_too() {
        assertThat(officers.certificate("TYM", "nayok").certificates()).hasSize(3);
        assertThat(keys.ready("TYM", "nayok")).isTrue();
        assertThat(keys.ready("TYM", "nobody's")).isFalse();
    }

    @Test
    void a_wrong_secret_gets_no_token() {
        RestClient stranger = RestClient.builder()
                .requestInterceptor(new ClientCredentials(
                        RestClient.create(),
                        URI.create(platform + "/oauth2/token"),
                        "platform",
                        "another secret of thirty-two characters",
                        "signing",
                        Clock.systemUTC()))
                .build();
        assertThatThrownBy(() -> stranger.get().uri(platform + "/").retrieve().toBodilessEntity())
                .isInstanceOf(ResourceAccessException.class)
                .hasStackTraceContaining("gave no token");
    }
}
