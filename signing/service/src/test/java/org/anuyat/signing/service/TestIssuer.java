package org.anuyat.signing.service;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.concurrent.atomic.AtomicInteger;

/** An authorization server of a few lines: metadata, keys, and tokens for one client with its secret. */
public final class TestIssuer implements AutoCloseable {

    public static final String CLIENT = "platform";
    public static final String SECRET = "secret-of-the-client";

    private final HttpServer server;
    private final RSAKey key;
    private final AtomicInteger given = new AtomicInteger();

    public TestIssuer() throws Exception {
        key = new RSAKeyGenerator(2048).keyID("1").generate();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/.well-known/openid-configuration", exchange -> answer(
                exchange, 200, "{\"issuer\":\"" + url() + "\",\"jwks_uri\":\"" + url() + "/jwks\"}"));
        server.createContext("/jwks", exchange -> answer(exchange, 200, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/token", this::token);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** How many tokens were given. */
    public int given() {
        return given.get();
    }

    public String jwt(String issuer, String audience, String scope, Instant until) throws Exception {
        SignedJWT jwt = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("1").build(),
                new JWTClaimsSet.Builder()
                        .issuer(issuer)
                        .subject(CLIENT)
                        .audience(audience)
                        .claim("scope", scope)
                        .issueTime(Date.from(until.minusSeconds(300)))
                        .expirationTime(Date.from(until))
                        .build());
        jwt.sign(new RSASSASigner(key));
        return jwt.serialize();
    }

    private void token(HttpExchange exchange) throws IOException {
        String basic = "Basic "
                + Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (!basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))
                || !form.contains("grant_type=client_credentials")) {
            answer(exchange, 401, "{\"error\":\"invalid_client\"}");
            return;
        }
        given.incrementAndGet();
        try {
            answer(
                    exchange,
                    200,
                    "{\"access_token\":\"" + jwt(url(), "anuyat-signing", "signing", Instant.now().plusSeconds(300))
                            + "\",\"token_type\":\"Bearer\",\"expires_in\":300}");
        } catch (Exception e) {
            throw new IOException(e);
        }
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
