package org.anuyat.payments.service;

import java.net.URI;
import org.anuyat.payments.api.PaymentsRefusal;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Turns refusals into problem details (RFC 9457), for this adapter's endpoints only. */
@PaymentsPart
@RestControllerAdvice(basePackageClasses = PaymentsProblems.class)
class PaymentsProblems {

    @ExceptionHandler
    ProblemDetail refused(PaymentsRefusal refusal) {
        return problem(refusal.reason().status(), refusal.reason().type(), refusal.getMessage());
    }

    @ExceptionHandler
    ProblemDetail senseless(IllegalArgumentException senseless) {
        return problem(400, "urn:anuyat:payments:senseless", senseless.getMessage());
    }

    private static ProblemDetail problem(int status, String type, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(status), detail);
        problem.setType(URI.create(type));
        return problem;
    }
}
