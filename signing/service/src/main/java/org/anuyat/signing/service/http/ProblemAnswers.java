package org.anuyat.signing.service.http;

import org.anuyat.signing.api.SigningProblem;
import org.anuyat.signing.api.SigningRefusal;
import org.anuyat.signing.service.OnlyOverHttp;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import tools.jackson.core.exc.StreamConstraintsException;

/** Puts refusals into problem details (RFC 9457) with the member {@code code}. */
@RestControllerAdvice(assignableTypes = GuardedEndpoint.class)
@OnlyOverHttp
class ProblemAnswers {

    @ExceptionHandler
    ProblemDetail answer(SigningRefusal refusal) {
        return answer(refusal.problem(), refusal.detail());
    }

    @ExceptionHandler
    ProblemDetail answer(HttpMessageNotReadableException unreadable) {
        return unreadable.getMostSpecificCause() instanceof StreamConstraintsException
                ? answer(SigningProblem.TOO_LARGE, "The request is larger than the service takes")
                : answer(SigningProblem.BAD_ORDER, "The request isn't JSON as the contract describes it");
    }

    private static ProblemDetail answer(SigningProblem problem, String detail) {
        ProblemDetail answer = ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(problem.status()), detail);
        answer.setType(problem.type());
        answer.setTitle(problem.name());
        answer.setProperty("code", problem.name());
        return answer;
    }
}
