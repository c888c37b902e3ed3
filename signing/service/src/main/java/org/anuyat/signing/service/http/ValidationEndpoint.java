package org.anuyat.signing.service.http;

import org.anuyat.signing.api.validation.DocumentValidation;
import org.anuyat.signing.api.validation.ValidationOrder;
import org.anuyat.signing.api.validation.ValidationReport;
import org.anuyat.signing.service.OnlyOverHttp;
import org.springframework.context.annotation.Fallback;
import org.springframework.web.bind.annotation.RestController;

/** Validates over HTTP. */
@RestController
@Fallback
@OnlyOverHttp
class ValidationEndpoint implements DocumentValidation, GuardedEndpoint {

    private final DocumentValidation validation;

    ValidationEndpoint(DocumentValidation validation) {
        this.validation = validation;
    }

    @Override
    public ValidationReport validate(ValidationOrder order) {
        return validation.validate(order);
    }
}
