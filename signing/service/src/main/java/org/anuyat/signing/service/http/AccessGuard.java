package org.anuyat.signing.service.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.anuyat.access.Admission;
import org.anuyat.access.Callers;
import org.anuyat.signing.api.SigningProblem;
import org.anuyat.signing.api.SigningRefusal;
import org.anuyat.signing.service.OnlyOverHttp;
import org.anuyat.signing.service.SigningSettings;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets in whom the settings know, and nobody when they know none. Stands before the endpoints themselves,
 * not before their paths, so that no spelling of a path leads around it.
 */
@Component
@OnlyOverHttp
class AccessGuard implements HandlerInterceptor, WebMvcConfigurer {

    private final Callers callers;

    AccessGuard(SigningSettings settings) {
        callers = new Callers(settings.http(), "anuyat.signing.http", "anuyat-signing", "signing");
        if (!settings.http().opensToSomebody()) {
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
        if (handler instanceof HandlerMethod method && GuardedEndpoint.class.isAssignableFrom(method.getBeanType())) {
            Admission admission = callers.admission(request);
            if (admission != Admission.GRANTED) {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, admission.challenge());
                throw new SigningRefusal(problem(admission), admission.detail());
            }
        }
        return true;
    }

    private static SigningProblem problem(Admission admission) {
        return switch (admission) {
            case INSUFFICIENT_SCOPE -> SigningProblem.FORBIDDEN;
            // not the caller's fault: it may come again with the same token
            case UNDECIDED -> SigningProblem.AUTHORIZATION_UNAVAILABLE;
            default -> SigningProblem.UNAUTHENTICATED;
        };
    }
}
