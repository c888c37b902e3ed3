package org.anuyat.payments.service.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.anuyat.access.Admission;
import org.anuyat.access.Callers;
import org.anuyat.access.Refusals;
import org.anuyat.payments.service.HttpOn;
import org.anuyat.payments.service.PaymentsPart;
import org.anuyat.payments.service.PaymentsSettings;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Lets in whom the settings know to whatever lies below {@code /payments/v1}, and nobody else. Stands twice: as a filter before the path, so
 * that strangers don't even hear what there would be, and before each endpoint, by the pattern that it was found by, so that no spelling
 * of a path leads around it.
 */
@PaymentsPart("paymentsAccessGuard")
@HttpOn
class AccessGuard extends OncePerRequestFilter implements HandlerInterceptor, WebMvcConfigurer {

    private static final String GUARDED = "/payments/v1/";
    private static final String KNOWN = AccessGuard.class.getName();

    private final Callers callers;

    AccessGuard(PaymentsSettings settings) {
        if (!settings.http().opensToSomebody()) {
            throw new IllegalStateException("anuyat.payments.http.enabled needs one of anuyat.payments.http.oauth2.issuer, "
                    + ".client-certificates and .token: nobody could be let in");
        }
        callers = new Callers(settings.http(), "anuyat.payments.http", "anuyat-payments", "payments");
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // decoded and put straight by the server
        if (!request.getServletPath().startsWith(GUARDED) || isGranted(request, response)) {
            chain.doFilter(request, response);
        }
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) throws IOException {
        return !String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE)).startsWith(GUARDED)
                || isGranted(request, response);
    }

    private boolean isGranted(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getAttribute(KNOWN) != null) {
            return true;
        }
        Admission admission = callers.admission(request);
        if (admission != Admission.GRANTED) {
            Refusals.write(admission, response);
            return false;
        }
        request.setAttribute(KNOWN, admission);
        return true;
    }
}
