package org.anuyat.signing.service.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.anuyat.signing.api.SigningProblem;
import org.anuyat.signing.api.SigningRefusal;
import org.anuyat.signing.service.OnlyOverHttp;
import org.anuyat.signing.service.SigningSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets in who presents the token that the settings name, and nobody when they name none. Stands before the endpoints themselves,
 * not before their paths, so that no spelling of a path leads around it.
 */
@Component
@OnlyOverHttp
class AccessGuard implements HandlerInterceptor, WebMvcConfigurer {

    private static final String SCHEME = "Bearer ";
    private static final int SHORTEST_TOKEN = 32;

    private final byte @Nullable [] token;

    AccessGuard(SigningSettings settings) {
        String wanted = settings.http().token();
        if (wanted == null || wanted.isEmpty()) {
            LoggerFactory.getLogger(AccessGuard.class)
                    .warn("anuyat.signing.http.token isn't set: every call is refused");
            token = null;
        } else if (wanted.length() < SHORTEST_TOKEN) {
            throw new IllegalStateException("anuyat.signing.http.token must have at least 32 characters");
        } else {
            token = wanted.getBytes(StandardCharsets.UTF_8);
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
                && !isKnown(request.getHeader(HttpHeaders.AUTHORIZATION))) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            throw new SigningRefusal(SigningProblem.UNAUTHENTICATED, "A valid token is needed");
        }
        return true;
    }

    private boolean isKnown(@Nullable String authorization) {
        return token != null
                && authorization != null
                && authorization.startsWith(SCHEME)
                && MessageDigest.isEqual(
                        token, authorization.substring(SCHEME.length()).getBytes(StandardCharsets.UTF_8));
    }
}
