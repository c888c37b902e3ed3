package org.anuyat.signing.service.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import org.anuyat.signing.api.SigningProblem;
import org.anuyat.signing.api.SigningRefusal;
import org.anuyat.signing.service.OnlyOverHttp;
import org.anuyat.signing.service.SigningSettings;
import org.anuyat.signing.validation.certificates.CertificateInfos;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets in who presents the token that the settings name, an access token of the authorization server that they name, or a TLS
 * certificate that they name; and nobody when they name none. Stands before the endpoints themselves,
 * not before their paths, so that no spelling of a path leads around it.
 */
@Component
@OnlyOverHttp
class AccessGuard implements HandlerInterceptor, WebMvcConfigurer {

    private static final String SCHEME = "Bearer ";
    private static final int SHORTEST_TOKEN = 32;

    private final byte @Nullable [] token;
    private final AccessTokens accessTokens;
    private final List<String> certificates;

    AccessGuard(SigningSettings settings, AccessTokens accessTokens) {
        this.accessTokens = accessTokens;
        this.certificates = settings.http().clientCertificates().stream()
                .map(fingerprint -> fingerprint.replace(":", "").toLowerCase(Locale.ROOT))
                .toList();
        String wanted = settings.http().token();
        token = wanted == null || wanted.isEmpty() ? null : wanted.getBytes(StandardCharsets.UTF_8);
        if (token != null && token.length < SHORTEST_TOKEN) {
            throw new IllegalStateException("anuyat.signing.http.token must have at least 32 characters");
        }
        if (token == null && settings.http().oauth2() == null && certificates.isEmpty()) {
            LoggerFactory.getLogger(AccessGuard.class)
                    .warn("Neither anuyat.signing.http.token nor .oauth2.issuer nor .client-certificates is set: "
                            + "every call is refused");
        }
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && GuardedEndpoint.class.isAssignableFrom(method.getBeanType())
                && !isKnown(request.getHeader(HttpHeaders.AUTHORIZATION))
                && !hasKnownCertificate(request)) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            throw new SigningRefusal(SigningProblem.UNAUTHENTICATED, "A valid token is needed");
        }
        return true;
    }

    private boolean isKnown(@Nullable String authorization) {
        if (authorization == null || !authorization.startsWith(SCHEME)) {
            return false;
        }
        String presented = authorization.substring(SCHEME.length());
        return token != null && MessageDigest.isEqual(token, presented.getBytes(StandardCharsets.UTF_8))
                || accessTokens.allow(presented);
    }

    /** The server has checked that the caller holds the key (server.ssl.client-auth). */
    private boolean hasKnownCertificate(HttpServletRequest request) {
        return request.getAttribute("jakarta.servlet.request.X509Certificate") instanceof X509Certificate[] chain
                && chain.length > 0
                && certificates.contains(CertificateInfos.sha256(chain[0]));
    }
}
