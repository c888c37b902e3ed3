package org.anuyat.payments.service.http;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** An authorization server: metadata, keys, and tokens for one client. */
public final class Issuer implements AutoCloseable {

    public static final String CLIENT = "platform";
    public static final String CLIENT_SECRET = "secret-of-the-platform";

    /** How many tokens were asked for. */
    public final AtomicInteger given = new AtomicInteger();

    private final HttpServer server;
    private final RSAKey key = newKey();
    private final String scope;

    /** Its tokens allow a scope at an audience. */
    public Issuer(String audience, String scope) {
        this.scope = scope;
        try {
            server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        answer("/.well-known/openid-configuration", () -> """
                {"issuer":"%1$s","jwks_uri":"%1$s/jwks","subject_types_supported":["public"],
                 "authorization_endpoint":"%1$s/a","response_types_supported":["code"]}""".formatted(url()));
        answer("/jwks", () -> new JWKSet(key.toPublicJWK()).toString());
        String basic = "Basic " + Base64.getEncoder().encodeToString((CLIENT + ":" + CLIENT_SECRET).getBytes(StandardCharsets.UTF_8));
        server.createContext("/token", exchange -> {
            boolean known = basic.equals(exchange.getRequestHeaders().getFirst("Authorization"));
            given.incrementAndGet();
            reply(exchange, known ? 200 : 401, known
                    ? "{\"access_token\":\"" + token(audience, this.scope, Duration.ofMinutes(5)) + "\",\"expires_in\":300}"
                    : "{\"error\":\"invalid_client\"}");
        });
        server.start();
    }

    private interface Text {
        String get();
    }

    private void answer(String path, Text text) {
        server.createContext(path, exchange -> reply(exchange, 200, text.get()));
    }

    private static void reply(com.sun.net.httpserver.HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    public URI tokenUri() {
        return URI.create(url() + "/token");
    }

    /** A token of this issuer. */
    public String token(String audience, String scope, Duration life) {
        return token(key, url(), audience, scope, life);
    }

    /** A token that says it is this issuer's, and isn't. */
    public String forgedToken(String audience, String scope) {
        return token(newKey(), url(), audience, scope, Duration.ofMinutes(5));
    }

    private static String token(RSAKey key, String issuer, String audience, String scope, Duration life) {
        Instant now = Instant.now();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .subject(CLIENT)
                .audience(audience)
                .claim("scope", scope)
                .issueTime(Date.from(now.minusSeconds(600)))
                .expirationTime(Date.from(now.plus(life)))
                .build();
        try {
            SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(key.getKeyID()).build(), claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
