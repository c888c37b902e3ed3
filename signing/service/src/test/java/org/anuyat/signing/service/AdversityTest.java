package org.anuyat.signing.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.anuyat.signing.api.DocumentSealing;
import org.anuyat.signing.api.SealedDocument;
import org.anuyat.signing.api.SignatureLevel;
import org.anuyat.signing.api.SigningProblem;
import org.anuyat.signing.api.SigningRefusal;
import org.anuyat.signing.api.validation.DocumentValidation;
import org.anuyat.signing.api.validation.Verdict;
import org.anuyat.signing.service.demonstration.RevocationAnswers;
import org.anuyat.signing.service.keys.SealKeyring;
import org.anuyat.signing.service.keys.watch.RevocationWatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;

/** A full disk, a revoked key and a way out through a proxy only: nothing is lost, and nothing is made that nobody would accept. */
class AdversityTest {

    @TempDir
    Path home;

    @Test
    void a_full_disk_refuses_the_order_and_the_repetition_is_sealed_when_there_is_room() throws Exception {
        Process full = new ProcessBuilder(
                        "sh",
                        "-c",
                        // 16 blocks of 512 bytes: keys and settings fit, no sealed document does
                        "ulimit -f 16; exec \"$@\"",
                        "sh",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:-UsePerfData",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SealOnFullDisk.class.getName(),
                        home.toString())
                .redirectErrorStream(true)
                .start();
        String output = new String(full.getInputStream().readAllBytes());
        assertThat(full.waitFor(2, TimeUnit.MINUTES)).isTrue();

        assertThat(output).contains("refused with KEY_UNAVAILABLE");
        assertThat(documents()).as("what was begun is gone").isEmpty();
        try (ConfigurableApplicationContext service = start()) {
            assertThat(verdict(service, seal(service, "permit/full").pdf())).isEqualTo(Verdict.VALID);
        }
    }

    @Test
    void a_revoked_key_signs_no_more_until_there_is_a_new_one_and_its_stamped_seals_stay_valid() throws Exception {
        try (ConfigurableApplicationContext service = start()) {
            SealedDocument before = seal(service, "permit/before");
            assertThat(before.level()).isEqualTo(SignatureLevel.PAdES_BASELINE_T);
            // lists and time stamps know whole seconds
            Thread.sleep(2100);
            service.getBean(RevocationAnswers.class)
                    .revoke(service.getBean(SealKeyring.class).of("bma").certificate());

            service.getBean(RevocationWatch.class).look();

            assertRefused(service);
            assertThat(health(service)).isEqualTo(Status.DOWN);
            assertThat(verdict(service, before.pdf())).isEqualTo(Verdict.VALID);
        }
        try (ConfigurableApplicationContext again = start()) {
            again.getBean(RevocationWatch.class).look();
            assertRefused(again);
        }
    }

    @Test
    void time_stamps_come_through_the_proxy_and_excluded_hosts_are_asked_directly() throws Exception {
        List<String> asked = new CopyOnWriteArrayList<>();
        try (ConfigurableApplicationContext authority = start(WebApplicationType.SERVLET, "--server.port=0")) {
            int port = Integer.parseInt(authority.getEnvironment().getRequiredProperty("local.server.port"));
            HttpServer proxy = proxy(asked, port);
            try {
                String address = "127.0.0.1:" + proxy.getAddress().getPort();
                // no name server knows the host: only the proxy can reach it
                try (ConfigurableApplicationContext service = behind(address, "http://tsa.invalid/demo-pki/tsa")) {
                    assertThat(seal(service, "permit/proxy").level()).isEqualTo(SignatureLevel.PAdES_BASELINE_T);
                    assertThat(asked).containsExactly("tsa.invalid");
                }
                try (ConfigurableApplicationContext service =
                        behind(address, "http://localhost:" + port + "/demo-pki/tsa")) {
                    assertThat(seal(service, "permit/direct").level()).isEqualTo(SignatureLevel.PAdES_BASELINE_T);
                    assertThat(asked).hasSize(1);
                }
            } finally {
                proxy.stop(0);
            }
        }
    }

    private ConfigurableApplicationContext behind(String proxy, String authority) {
        return start(
                "--anuyat.signing.time-stamps.authorities[0].url=" + authority,
                "--anuyat.signing.proxy.host=" + proxy.substring(0, proxy.indexOf(':')),
                "--anuyat.signing.proxy.port=" + proxy.substring(proxy.indexOf(':') + 1),
                "--anuyat.signing.proxy.excluded[0]=localhost");
    }

    /** Forwards what clients ask of any host to the authority's port here, as a proxy before the Internet would. */
    private static HttpServer proxy(List<String> asked, int port) throws IOException {
        HttpServer proxy = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        HttpClient client = HttpClient.newHttpClient();
        proxy.createContext("/", exchange -> {
            URI uri = exchange.getRequestURI();
            asked.add(String.valueOf(uri.getHost()));
            try (HttpExchange closing = exchange) {
                HttpResponse<byte[]> answer = client.send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + uri.getPath()))
                                .header("Content-Type", closing.getRequestHeaders().getFirst("Content-Type"))
                                .POST(HttpRequest.BodyPublishers.ofByteArray(closing.getRequestBody().readAllBytes()))
                                .build(),
                        HttpResponse.BodyHandlers.ofByteArray());
                closing.getResponseHeaders()
                        .set("Content-Type", answer.headers().firstValue("Content-Type").orElseThrow());
                closing.sendResponseHeaders(answer.statusCode(), answer.body().length);
                closing.getResponseBody().write(answer.body());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        proxy.start();
        return proxy;
    }

    /** Seals in a process of its own that can't write large files. */
    static final class SealOnFullDisk {

        private SealOnFullDisk() {}

        public static void main(String[] arguments) {
            try (ConfigurableApplicationContext service = run(WebApplicationType.NONE, Path.of(arguments[0]))) {
                seal(service, "permit/full");
                System.out.println("sealed");
            } catch (SigningRefusal refusal) {
                System.out.println("refused with " + refusal.problem());
            }
        }
    }

    private List<Path> documents() throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            return files.filter(file -> file.toString().matches(".*(sealed|unfinished|pdf)") && Files.isRegularFile(file))
                    .toList();
        }
    }

    private static void assertRefused(ConfigurableApplicationContext service) {
        assertThatThrownBy(() -> seal(service, "permit/after"))
                .isInstanceOfSatisfying(SigningRefusal.class, refusal -> assertThat(refusal.problem())
                        .isEqualTo(SigningProblem.CERTIFICATE_NOT_VALID))
                .hasMessageContaining("revoked");
    }

    private static Status health(ConfigurableApplicationContext service) {
        return service.getBean("keysHealthIndicator", HealthIndicator.class).health().getStatus();
    }

    private static SealedDocument seal(ConfigurableApplicationContext service, String key) {
        return service.getBean(DocumentSealing.class).seal(Orders.seal(key, SamplePermit.pdf()));
    }

    private static Verdict verdict(ConfigurableApplicationContext service, byte[] pdf) {
        return service.getBean(DocumentValidation.class).validate(Orders.validate(pdf)).verdict();
    }

    private ConfigurableApplicationContext start(String... settings) {
        return start(WebApplicationType.NONE, settings);
    }

    private ConfigurableApplicationContext start(WebApplicationType type, String... settings) {
        return run(type, home, settings);
    }

    private static ConfigurableApplicationContext run(WebApplicationType type, Path home, String... settings) {
        return new SpringApplicationBuilder(SigningService.class)
                .web(type)
                .run(Stream.concat(
                                Stream.of("--anuyat.mode=demonstration", "--anuyat.signing.home=" + home),
                                Stream.of(settings))
                        .toArray(String[]::new));
    }
}
