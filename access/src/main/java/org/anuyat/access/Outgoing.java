package org.anuyat.access;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

/**
 * How this process reaches another one and proves there who it is: an access token got with client credentials, a fixed token, or
 * the key of a TLS context. Bodies are streamed.
 *
 * @param client none = the fixed token
 * @param usualScope what to ask the authorization server for, unless the client's settings say otherwise
 * @param token none = no token at all
 * @param tls none = the JVM's
 */
public record Outgoing(
        @Nullable OAuth2Client client,
        String usualScope,
        @Nullable String token,
        @Nullable Supplier<SSLContext> tls,
        Clock clock) {

    private static final Duration CONNECT = Duration.ofSeconds(2);
    private static final Duration TOKEN = Duration.ofSeconds(10);

    /**
     * A client of the other process.
     *
     * @param answerWithin how long to wait for an answer
     */
    public RestClient to(URI base, Duration answerWithin) {
        RestClient.Builder http = RestClient.builder().requestFactory(requests(answerWithin, tls)).baseUrl(base.toString());
        if (client != null) {
            ClientCredentials credentials = new ClientCredentials(
                    RestClient.builder().requestFactory(requests(TOKEN, null)).build(),
                    client.tokenUri(),
                    client.clientId(),
                    client.clientSecret(),
                    Objects.requireNonNullElse(client.scope(), usualScope),
                    clock);
            http.requestInitializer(credentials)
                    .defaultStatusHandler(HttpStatus.UNAUTHORIZED::isSameCodeAs, (request, response) -> {
                        credentials.refused();
                        throw new HttpClientErrorException(response.getStatusCode(), base + " took no token of ours");
                    });
        } else if (token != null && !token.isEmpty()) {
            http.defaultHeaders(headers -> headers.setBearerAuth(token));
        }
        return http.build();
    }

    private static JdkClientHttpRequestFactory requests(Duration answerWithin, @Nullable Supplier<SSLContext> tls) {
        // HTTP/1.1: the first request of a connection would else ask for an upgrade that nobody grants
        HttpClient.Builder client = HttpClient.newBuilder().connectTimeout(CONNECT).version(HttpClient.Version.HTTP_1_1);
        if (tls != null) {
            client.sslContext(tls.get());
        }
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(client.build());
        requests.setReadTimeout(answerWithin);
        return requests;
    }

    /** Leaves the token out. */
    @Override
    public String toString() {
        return "Outgoing[client=" + client + "]";
    }
}
