package org.anuyat.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.MediaType;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/** Against a real server that gives tokens and takes some of them. */
class OutgoingTest {

    private final List<String> presented = new CopyOnWriteArrayList<>();
    private final AtomicInteger given = new AtomicInteger();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final ExecutorService hands = Executors.newCachedThreadPool();
    private volatile int refusedTokens;
    private HttpServer server;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        server.setExecutor(hands);
        server.createContext("/token", exchange -> {
            String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            boolean good = form.equals("grant_type=client_credentials&scope=payments");
            byte[] body = ("{\"access_token\":\"token-" + given.incrementAndGet() + "\",\"expires_in\":300}").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(good ? 200 : 400, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.createContext("/service", exchange -> {
            String token = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
            presented.add(token);
            InputStream body = exchange.getRequestBody();
            if (body.read() >= 0) {
                begun.countDown();
            }
            body.readAllBytes();
            boolean taken = !token.equals("Bearer token-" + refusedTokens);
            exchange.sendResponseHeaders(taken ? 204 : 401, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        hands.shutdownNow();
    }

    private URI at(String path) {
        return URI.create("http://localhost:" + server.getAddress().getPort() + path);
    }

    private RestClient client(OAuth2Client client, String token) {
        return new Outgoing(client, "payments", token, null, Clock.systemUTC()).to(at("/service"), Duration.ofSeconds(10));
    }

    private OAuth2Client credentials() {
        return new OAuth2Client(at("/token"), "platform", "secret", null);
    }

    @Test
    void one_token_serves_until_it_is_refused() {
        RestClient service = client(credentials(), "unused");
        service.get().retrieve().toBodilessEntity();
        service.get().retrieve().toBodilessEntity();
        assertThat(given).hasValue(1);
        refusedTokens = 1;
        assertThatThrownBy(() -> service.get().retrieve().toBodilessEntity()).isInstanceOf(HttpClientErrorException.class);
        service.get().retrieve().toBodilessEntity();
        assertThat(presented).containsExactly("Bearer token-1", "Bearer token-1", "Bearer token-1", "Bearer token-2");
    }

    @Test
    void without_a_client_the_fixed_token_is_presented_or_none() {
        client(null, "fixed").get().retrieve().toBodilessEntity();
        client(null, "").get().retrieve().toBodilessEntity();
        assertThat(presented).containsExactly("Bearer fixed", "null");
    }

    @Test
    void no_token_no_call() {
        RestClient service = client(new OAuth2Client(at("/token"), "platform", "secret", "another"), "unused");
        assertThatThrownBy(() -> service.get().retrieve().toBodilessEntity()).isInstanceOf(RestClientException.class);
        assertThat(presented).isEmpty();
    }

    @Test
    void bodies_are_on_their_way_before_they_end() {
        InputStream neverEndsBeforeItArrives = new InputStream() {
            private int left = 1 << 20;

            @Override
            public int read() throws IOException {
                if (left == 1) {
                    try {
                        if (!begun.await(8, TimeUnit.SECONDS)) {
                            throw new IOException("the whole body was read before anything was sent");
                        }
                    } catch (InterruptedException e) {
                        throw new IOException(e);
                    }
                }
                return left-- > 0 ? 'x' : -1;
            }
        };
        client(credentials(), "unused").post()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(new InputStreamResource(neverEndsBeforeItArrives))
                .retrieve()
                .toBodilessEntity();
        assertThat(presented).hasSize(1);
    }

    @Test
    void secrets_are_not_in_texts() {
        assertThat(new Outgoing(credentials(), "payments", "fixed", null, Clock.systemUTC()).toString())
                .doesNotContain("secret", "fixed");
    }
}
