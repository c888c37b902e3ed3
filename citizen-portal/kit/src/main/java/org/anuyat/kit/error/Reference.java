package org.anuyat.kit.error;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives every request a reference that is on the error page, in the problem details and in every line of the log, so that a
 * telephone call leads to the line. Answers what no controller has caught, too.
 */
final class Reference extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(Reference.class);
    private static final String NAME = "reference";
    /** Neither vowels nor characters that are mistaken for one another when read out on the telephone. */
    private static final char[] LETTERS = "23456789BCDFGHJKMNPQRSTVWXZ".toCharArray();
    private static final int LENGTH = 10;

    private final SecureRandom random = new SecureRandom();
    private final Meanings meanings;

    Reference(Meanings meanings) {
        this.meanings = meanings;
    }

    /** The reference of the request. */
    static String of(HttpServletRequest request) {
        return request.getAttribute(Reference.class.getName()) instanceof String reference ? reference : "-";
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String reference = next();
        request.setAttribute(Reference.class.getName(), reference);
        MDC.put(NAME, reference);
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException e) {
            if (response.isCommitted()) {
                throw e;
            }
            Refusal refusal = meanings.of(e);
            log(refusal, reference, e);
            response.sendError(refusal.status().value());
        } finally {
            MDC.remove(NAME);
        }
    }

    /** Our own faults are errors with their trace, everything else at most a matter of debugging. */
    static void log(Refusal refusal, String reference, Throwable exception) {
        if (refusal.status().value() == 500) {
            LOG.error("request {} failed", reference, exception);
        } else {
            LOG.debug("request {} refused: {}", reference, refusal.getMessage());
        }
    }

    private String next() {
        char[] letters = new char[LENGTH];
        for (int i = 0; i < LENGTH; i++) {
            letters[i] = LETTERS[random.nextInt(LETTERS.length)];
        }
        return new String(letters, 0, LENGTH / 2) + "-" + new String(letters, LENGTH / 2, LENGTH / 2);
    }
}
