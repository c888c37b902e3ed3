package org.anuyat.signing.service.http;

import org.anuyat.signing.api.SigningProblem;
import org.anuyat.signing.api.SigningRefusal;
import org.anuyat.signing.service.OnlyOverHttp;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.databind.DatabindException;

/**
 * Puts refusals into problem details (RFC 9457) with the member {@code code}. What is wrong with a request is named, never repeated:
 * it may be a secret.
 */
@RestControllerAdvice(assignableTypes = GuardedEndpoint.class)
@OnlyOverHttp
// before Spring's own, which has no codes
@Order(Ordered.HIGHEST_PRECEDENCE)
class ProblemAnswers {

    @ExceptionHandler
    ProblemDetail answer(SigningRefusal refusal) {
        return answer(refusal.problem(), refusal.detail());
    }

    @ExceptionHandler
    ProblemDetail answer(HttpMessageNotReadableException unreadable) {
        return unreadable.getMostSpecificCause() instanceof StreamConstraintsException
                ? answer(SigningProblem.TOO_LARGE, "The request is larger than the service takes")
                : answer(SigningProblem.BAD_ORDER, "The request isn't JSON as the contract describes it" + where(unreadable));
    }

    @ExceptionHandler
    ProblemDetail answer(MissingServletRequestParameterException missing) {
        return answer(SigningProblem.BAD_ORDER, "The parameter '%s' is missing".formatted(missing.getParameterName()));
    }

    @ExceptionHandler
    ProblemDetail answer(MethodArgumentTypeMismatchException mismatch) {
        return answer(SigningProblem.BAD_ORDER, "The parameter '%s' isn't of its type".formatted(mismatch.getName()));
    }

    /** The member at fault, as far as the parser knows it. */
    private static String where(HttpMessageNotReadableException unreadable) {
        if (!(unreadable.getCause() instanceof DatabindException fault)) {
            return "";
        }
        // the types of the contract refuse a missing part by its name
        String member = fault.getCause() instanceof NullPointerException missing
                ? missing.getMessage()
                : fault.getPath().isEmpty() ? null : fault.getPath().get(fault.getPath().size() - 1).getPropertyName();
        return member == null ? "" : ": the member '%s' is missing or not of its type".formatted(member);
    }

    private static ProblemDetail answer(SigningProblem problem, String detail) {
        ProblemDetail answer = ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(problem.status()), detail);
        answer.setType(problem.type());
        answer.setTitle(problem.name());
        answer.setProperty("code", problem.name());
        return answer;
    }
}
