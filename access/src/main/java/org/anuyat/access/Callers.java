package org.anuyat.access;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * Knows callers by the token that the settings name, by an access token of the authorization server that they name, or by a TLS
 * certificate that they name.
 */
public final class Callers {

    private static final String SCHEME = "Bearer ";

    private final byte @Nullable [] token;
    private final AccessTokens accessTokens;
    private final List<String> certificates;

    /**
     * Takes the settings of some endpoints.
     *
     * @param setting how the settings are called, for messages: {@code anuyat.signing.http}
     * @param audience what access tokens must be meant for, unless the settings say otherwise
     * @param scope what access tokens must allow, unless the settings say otherwise
     * @throws IllegalStateException when the fixed token is too short
     */
    public Callers(Protection protection, String setting, String audience, String scope) {
        accessTokens = new AccessTokens(protection.oauth2(), audience, scope);
        certificates = protection.clientCertificates().stream()
                .map(fingerprint -> fingerprint.replace(":", "").toLowerCase(Locale.ROOT))
                .toList();
        token = protection.token() == null ? null : protection.token().getBytes(StandardCharsets.UTF_8);
        if (token != null && token.length < Protection.SHORTEST_TOKEN) {
            throw new IllegalStateException(
                    setting + ".token must have at least " + Protection.SHORTEST_TOKEN + " characters");
        }
    }

    /** Says whether whoever sent a request may. */
    public Admission admission(HttpServletRequest request) {
        return hasKnownCertificate(request) ? Admission.GRANTED : admission(request.getHeader(HttpHeaders.AUTHORIZATION));
    }

    private Admission admission(@Nullable String authorization) {
        if (authorization == null || !authorization.startsWith(SCHEME)) {
            return Admission.NO_TOKEN;
        }
        String presented = authorization.substring(SCHEME.length());
        return token != null && MessageDigest.isEqual(token, presented.getBytes(StandardCharsets.UTF_8))
                ? Admission.GRANTED
                : accessTokens.admission(presented);
    }

    /** The server has checked that the caller holds the key (server.ssl.client-auth). */
    private boolean hasKnownCertificate(HttpServletRequest request) {
        return request.getAttribute("jakarta.servlet.request.X509Certificate") instanceof X509Certificate[] chain
                && chain.length > 0
                && certificates.contains(sha256(chain[0]));
    }

    private static String sha256(X509Certificate certificate) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
        } catch (NoSuchAlgorithmException | CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
