package org.anuyat.signing.api.validation;

import org.anuyat.signing.api.SigningProblem;
import org.anuyat.signing.api.SigningRefusal;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Validates the signatures of any PDF under the strict policy (ETSI EN 319 102-1, with changes after signing forbidden). */
@HttpExchange(url = "/signing/v1", accept = "application/json", contentType = "application/json")
public interface DocumentValidation {

    /**
     * Examines a file and always answers: a file that is hostile, damaged or no PDF at all gets a report with the reason, in
     * bounded time and memory.
     *
     * @throws SigningRefusal only when the service is too busy ({@link SigningProblem#BUSY}); try again
     */
    @PostExchange("/validations")
    ValidationReport validate(@RequestBody ValidationOrder order);
}
