package org.anuyat.allinone.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.anuyat.access.ClientCredentials;
import org.anuyat.allinone.Anuyat;
import org.anuyat.signing.api.DocumentSealing;
import org.anuyat.signing.api.SignatureLevel;
import org.anuyat.signing.api.TrustInformation;
import org.anuyat.signing.api.levels.SealLevels;
import org.anuyat.signing.api.officer.OfficerSigning;
import org.anuyat.signing.api.token.PermitFacts;
import org.anuyat.signing.api.token.PermitTokens;
import org.anuyat.signing.api.token.TokenText;
import org.anuyat.signing.api.validation.DocumentValidation;
import org.anuyat.signing.api.validation.ValidationOrder;
import org.anuyat.signing.api.validation.ValidationReport;
import org.anuyat.signing.api.validation.Verdict;
import org.anuyat.signing.service.SigningService;
import org.anuyat.testing.FreePort;
import org.anuyat.testing.TestHome;
import org.anuyat.testing.TestPostgres;
import org.anuyat.workflow.approval.authority.OfficerKeys;
import org.anuyat.workflow.documents.DocumentSource;
import org.anuyat.workflow.documents.Typesetter;
import org.anuyat.workflow.files.StoredFile;
import org.anuyat.workflow.papers.PaperKind;
import org.anuyat.workflow.papers.PaperRaising;
import org.anuyat.workflow.papers.Papers;
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
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;

/** The platform without keys: another process signs, and opens to access tokens of the platform's own authorization server. */
@SpringBootTest(classes = Anuyat.class, webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT)
@Import(TestPostgres.class)
class SigningElsewhereTest {

    private static final String SECRET = "0123456789abcdef0123456789abcdef-of-the-platform";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

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

    @Autowired
    Typesetter typesetter;

    @Autowired
    org.anuyat.workflow.files.Files files;

    @Autowired
    Papers papers;

    @Autowired
    PaperRaising raising;

    @Autowired
    SealLevels levels;

    @Autowired
    DocumentValidation validation;

    @Autowired
    TransactionTemplate transaction;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry registry) {
        int port = FreePort.find();
        platform = "http://localhost:" + port;
        signing = new SpringApplicationBuilder(SigningService.class, ItsOwnGuardOnly.class)
                .run(
                        "--spring.config.location=optional:classpath:/none/",
                        "--spring.autoconfigure.exclude="
                                + "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration,"
                                + "org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration",
                        "--anuyat.mode=demonstration",
                        "--server.port=0",
                        "--anuyat.signing.home=" + TestHome.create(),
                        "--anuyat.signing.http.enabled=true",
                        "--anuyat.signing.levels.receipt=PAdES_BASELINE_LTA",
                        "--anuyat.signing.time-stamps.every=200ms",
                        "--anuyat.signing.time-stamps.settle=0s",
                        "--anuyat.signing.http.oauth2.issuer=" + platform);
        registry.add("server.port", () -> port);
        registry.add("anuyat.base-url", () -> platform);
        String home = TestHome.create().toString();
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

    @AfterAll
    static void stop() {
        signing.close();
    }

    @Test
    void the_platform_gets_in_with_a_token_of_its_own_authorization_server() {
        assertThat(trust.trust().anchors()).hasSize(1);
        TokenText token = tokens.issue(
                new PermitFacts("TYM", "1", "ใบอนุญาต", "นายสมชาย ใจดี", LocalDate.now(ZoneId.of("Asia/Bangkok")), null, "AAAA"));
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
    void what_is_added_there_to_the_seal_of_a_receipt_comes_over() throws Exception {
        byte[] pdf = typesetter.typeset(DocumentSource.of("<h1>ใบเสร็จรับเงิน</h1>", "ใบเสร็จรับเงิน").build());
        UUID paper = transaction.execute(status -> {
            StoredFile file = files.keep(new ByteArrayInputStream(pdf), "receipt.pdf", "application/pdf", "TYM");
            papers.order(PaperKind.RECEIPT, file, "TYM69-000001-85");
            return file.id();
        });
        await().atMost(PATIENCE).until(() -> !papers.latest(paper).equals(paper));
        assertThat(content(papers.latest(paper))).startsWith(pdf);

        await().atMost(PATIENCE).until(() -> levels.state("paper/" + paper).reached() == SignatureLevel.PAdES_BASELINE_LTA);
        raising.lookAgain(Duration.ofSeconds(10));

        ValidationReport report = validation.validate(new ValidationOrder(content(papers.latest(paper)), false));
        assertThat(report.verdict()).isEqualTo(Verdict.VALID);
        assertThat(report.signatures().get(0).level()).isEqualTo("PAdES-BASELINE-LTA");
    }

    private byte[] content(UUID file) throws IOException {
        try (InputStream in = files.open(file)) {
            return in.readAllBytes();
        }
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
