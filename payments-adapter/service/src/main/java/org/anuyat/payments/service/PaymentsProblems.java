package org.anuyat.payments.service;

import java.net.URI;
import java.sql.SQLException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anuyat.payments.api.PaymentsRefusal;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import tools.jackson.core.JacksonException;

/**
 * Turns refusals into problem details (RFC 9457), for this adapter's endpoints only. Before the framework's own, which would say of a body that it
 * can't be read, and not why.
 */
@PaymentsPart
@RestControllerAdvice(basePackageClasses = PaymentsProblems.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class PaymentsProblems {

    private static final String SENSELESS = "urn:anuyat:payments:senseless";
    /** SQLSTATE of a character that the database can't hold: U+0000 is the only one. */
    private static final String NO_CHARACTER = "22021";

    @ExceptionHandler
    ProblemDetail refused(PaymentsRefusal refusal) {
        return problem(refusal.reason().status(), refusal.reason().type(), refusal.getMessage());
    }

    @ExceptionHandler
    ProblemDetail senseless(IllegalArgumentException senseless) {
        return problem(400, SENSELESS, senseless.getMessage());
    }

    @ExceptionHandler
    ProblemDetail unreadable(HttpMessageNotReadableException unreadable) {
        return problem(400, SENSELESS, why(unreadable));
    }

    /** What nobody looked at before the database did; anything else that it refuses is our own mistake. */
    @ExceptionHandler
    ProblemDetail untextual(DataIntegrityViolationException refused) {
        if (refused.getMostSpecificCause() instanceof SQLException cause && NO_CHARACTER.equals(cause.getSQLState())) {
            return problem(400, SENSELESS, "no text may have the character U+0000");
        }
        throw refused;
    }

    /** What the contract's records object to, in their words; of anything else only where it stands, because those words name our classes. */
    private static String why(HttpMessageNotReadableException unreadable) {
        String objection = null;
        String place = "";
        for (@Nullable Throwable cause = unreadable.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof IllegalArgumentException senseless) {
                objection = senseless.getMessage();
            } else if (cause instanceof JacksonException jackson && place.isEmpty()) {
                place = place(jackson);
            }
        }
        if (objection != null) {
            return objection;
        }
        return place.isEmpty() ? "the body is missing or isn't in the contract's shape" : place + " isn't in the contract's shape";
    }

    private static String place(JacksonException where) {
        return where.getPath().stream()
                .flatMap(step -> Stream.ofNullable(step.getPropertyName()))
                .collect(Collectors.joining("."));
    }

    private static ProblemDetail problem(int status, String type, @Nullable String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(status), detail);
        problem.setType(URI.create(type));
        return problem;
    }
}
