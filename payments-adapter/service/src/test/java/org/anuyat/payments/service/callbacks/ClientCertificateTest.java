package org.anuyat.payments.service.callbacks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLException;
import org.anuyat.payments.service.BankAccess;
import org.anuyat.payments.service.PaymentsService;
import org.anuyat.payments.service.http.TlsKeys;
import org.anuyat.testing.TestPostgres;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.mock.web.MockHttpServletRequest;

/** Mutual TLS, with keys and certificates that the JDK's keytool makes: ended by the adapter itself, and by a proxy before it. */
class ClientCertificateTest {

    private static final String SECRET = "a-secret-nobody-guesses";
    private static final String BANK = "CN=callbacks.bank.example,O=Bank PLC,C=TH";
    private static final String OTHER = "CN=somebody.example,O=Somebody,C=TH";

    @TempDir
    private static Path folder;

    private static TlsKeys keys;
    private static ConfigurableApplicationContext adapter;

    @BeforeAll
    static void openAdapter() throws Exception {
        keys = new TlsKeys(folder);
        for (String name : List.of("server", "bank", "other", "stranger")) {
            keys.make(name, Map.of("server", "CN=localhost", "bank", BANK, "other", OTHER, "stranger", BANK).get(name));
        }
        keys.trust("bank");
        keys.trust("other");
        JdbcConnectionDetails database = TestPostgres.newDatabase();
        Map<String, Object> settings = keys.server();
        settings.putAll(Map.of(
                "server.port", 0,
                "spring.datasource.url", database.getJdbcUrl(),
                "spring.datasource.username", database.getUsername(),
                "spring.datasource.password", database.getPassword(),
                "spring.flyway.enabled", "false",
                "spring.main.banner-mode", "off",
                "anuyat.payments.banks.link.adapter", "generic",
                "anuyat.payments.banks.link.dialect.inquiry", "none",
                "anuyat.payments.banks.link.callback-secret", SECRET,
                "anuyat.payments.banks.link.callback-certificate.subject", BANK));
        adapter = new SpringApplicationBuilder(PaymentsService.class)
                .initializers(context -> ((GenericApplicationContext) context).registerBean(Clock.class, Clock::systemUTC))
                .properties(settings)
                .run();
    }

    @AfterAll
    static void closeAdapter() {
        adapter.close();
    }

    private static int callAs(@Nullable String client) throws Exception {
        int port = ((WebServerApplicationContext) adapter).getWebServer().getPort();
        String call = "{\"call\":\"verify\",\"billerId\":\"099400016550100\",\"reference1\":\"000000000018\"}";
        return HttpClient.newBuilder().sslContext(keys.client(client)).build().send(
                HttpRequest.newBuilder(URI.create("https://localhost:" + port + "/payments/callbacks/link/" + SECRET))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(call))
                        .build(),
                HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    @Test
    void only_the_banks_certificate_passes() throws Exception {
        assertThat(callAs("bank")).isEqualTo(200);
        assertThat(callAs("other")).isEqualTo(403);
        assertThat(callAs(null)).isEqualTo(403);
        // the same name from somebody whom nobody trusts: TLS itself refuses it
        assertThatThrownBy(() -> callAs("stranger")).isInstanceOf(SSLException.class);
    }

    @Test
    void a_proxys_header_counts_where_the_settings_name_it_and_nowhere_else() throws IOException {
        ClientCertificate bySubject = ClientCertificate.of(new BankAccess.Certificate("cn=callbacks.bank.example, o=bank plc, c=TH", null));
        ClientCertificate byIssuer = ClientCertificate.of(new BankAccess.Certificate(null, OTHER));
        assertThat(bySubject.accepts(with("bank"), "X-Client-Cert")).isTrue();
        assertThat(bySubject.accepts(with("bank"), null)).isFalse();
        assertThat(bySubject.accepts(with("other"), "X-Client-Cert")).isFalse();
        assertThat(byIssuer.accepts(with("other"), "X-Client-Cert")).isTrue();
        assertThat(byIssuer.accepts(with("bank"), "X-Client-Cert")).isFalse();
        MockHttpServletRequest nonsense = new MockHttpServletRequest();
        nonsense.addHeader("X-Client-Cert", "%zz");
        assertThat(bySubject.accepts(nonsense, "X-Client-Cert")).isFalse();
        assertThat(bySubject.accepts(new MockHttpServletRequest(), "X-Client-Cert")).isFalse();
    }

    /** As nginx writes {@code $ssl_client_escaped_cert}. */
    private static MockHttpServletRequest with(String name) throws IOException {
        String pem = Files.readString(folder.resolve(name + ".pem"));
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.addHeader("X-Client-Cert", URLEncoder.encode(pem, StandardCharsets.US_ASCII).replace("+", "%20"));
        return request;
    }

    @Test
    void a_setting_that_is_no_name_stops_the_start() {
        assertThatIllegalArgumentException().isThrownBy(() -> ClientCertificate.of(new BankAccess.Certificate("bank", null)));
        assertThatIllegalArgumentException().isThrownBy(() -> new BankAccess.Certificate(null, null));
    }
}
