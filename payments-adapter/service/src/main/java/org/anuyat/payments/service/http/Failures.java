package org.anuyat.payments.service.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Answers what went wrong here and nobody else answers (the database is away, say): 500 as problem details (RFC 9457), like every other answer of
 * the process. It doesn't say where it was called: the path of a callback bears a secret.
 */
public class Failures implements HandlerExceptionResolver, Ordered {

    private static final Logger LOG = LoggerFactory.getLogger(Failures.class);
    private static final byte[] PROBLEM =
            """
            {"type":"about:blank","title":"Internal Server Error","status":500,"detail":"Something failed here. Try again later."}"""
                    .getBytes(StandardCharsets.UTF_8);

    @Override
    public int getOrder() {
        return LOWEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception failure) {
        if (response.isCommitted()) {
            return null;
        }
        LOG.error("A request failed", failure);
        try {
            response.setStatus(HttpStatus.INTERNAL_SERVER_ERROR.value());
            response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
            response.setContentLength(PROBLEM.length);
            response.getOutputStream().write(PROBLEM);
        } catch (IOException e) {
            LOG.warn("Nobody was there any more to be told that a request failed: {}", e.getMessage());
        }
        return new ModelAndView();
    }
}
