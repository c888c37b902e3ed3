package org.anuyat.access;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInitializer;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * Gets access tokens with client credentials (OAuth 2.0, RFC 6749, section 4.4) and puts them into requests. A token is used
 * until shortly before its end, and dropped when it is refused.
 *
 * <p>As an interceptor it sees refusals by itself, but holds each request in memory. As an initializer it lets bodies stream, and
 * whoever reads the answers has to call {@link #refused}.
 */
public final class ClientCredentials implements ClientHttpRequestInterceptor, ClientHttpRequestInitializer {

    private static final Duration EARLY = Duration.ofSeconds(30);
    private static final Duration UNKNOWN_LIFE = Duration.ofMinutes(1);
    private static final ParameterizedTypeReference<Map<String, Object>> ANSWER = new ParameterizedTypeReference<>() {};

    private final RestClient server;
    private final URI tokenUri;
    private final String clientId;
    private final String clientSecret;
    private final String scope;
    private final Clock clock;
    private @Nullable String token;
    private Instant until = Instant.EPOCH;

    /**
     * Takes what identifies the client.
     *
     * @param server how to reach the authorization server
     * @param scope what to ask for; empty = whatever the client gets
     */
    public ClientCredentials(
            RestClient server, URI tokenUri, String clientId, String clientSecret, String scope, Clock clock) {
        this.server = server;
        this.tokenUri = tokenUri;
        this.clientId = clientId;
        this.clientSecret = clientSecret;
        this.scope = scope;
        this.clock = clock;
    }

    @Override
    public void initialize(ClientHttpRequest request) {
        request.getHeaders().setBearerAuth(token());
    }

    @Override
    public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        try {
            request.getHeaders().setBearerAuth(token());
        } catch (RestClientException e) {
            throw new IOException("The authorization server gave no token: " + e.getMessage(), e);
        }
        ClientHttpResponse response = execution.execute(request, body);
        if (response.getStatusCode().isSameCodeAs(HttpStatus.UNAUTHORIZED)) {
            refused();
        }
        return response;
    }

    /** The other side didn't take the token: the next request gets a new one. */
    public synchronized void refused() {
        token = null;
    }

    private synchronized String token() {
        String known = token;
        if (known != null && clock.instant().isBefore(until)) {
            return known;
        }
        MultiValueMap<String, String> form = new LinkedMultiValueMap<>();
        form.add("grant_type", "client_credentials");
        if (!scope.isEmpty()) {
            form.add("scope", scope);
        }
        Map<String, Object> answer = server.post()
                .uri(tokenUri)
                .headers(headers -> headers.setBasicAuth(clientId, clientSecret))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(form)
                .retrieve()
                .body(ANSWER);
        if (answer == null || !(answer.get("access_token") instanceof String fresh)) {
            throw new RestClientException("no access_token in the answer");
        }
        Duration life = answer.get("expires_in") instanceof Number seconds
                ? Duration.ofSeconds(seconds.longValue())
                : UNKNOWN_LIFE;
        until = clock.instant().plus(life).minus(EARLY);
        token = fresh;
        return fresh;
    }
}
