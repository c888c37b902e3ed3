package org.anuyat.signing.service.start;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.anuyat.access.Admission;
import org.anuyat.access.Operators;
import org.anuyat.access.Refusals;
import org.springframework.web.filter.OncePerRequestFilter;

/** Stands before health and metrics where the service is a process of its own: certificates and counts are nobody else's business. */
public final class ManagementGuard extends OncePerRequestFilter {

    private final Operators operators;
    private final String base;

    /**
     * Lets the operators in.
     *
     * @param base the path below which health and metrics are: {@code management.endpoints.web.base-path}
     */
    public ManagementGuard(Operators operators, String base) {
        this.operators = operators;
        this.base = base;
    }

    /** By the path as the server understood it, whichever way it was spelt. */
    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getServletPath().startsWith(base) || Operators.PROBES.contains(request.getServletPath());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain rest)
            throws ServletException, IOException {
        if (operators.admit(request)) {
            rest.doFilter(request, response);
        } else {
            Refusals.write(Admission.NO_TOKEN, response);
        }
    }
}
