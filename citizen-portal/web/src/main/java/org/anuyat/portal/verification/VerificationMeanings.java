package org.anuyat.portal.verification;

import org.anuyat.kit.error.Meaning;
import org.anuyat.kit.error.Refusal;
import org.anuyat.signing.api.SigningRefusal;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;

/** What the refusals of the signing service mean to a reader. */
@Configuration(proxyBeanMethods = false)
class VerificationMeanings {

    @Bean
    Meaning busyExaminers() {
        return exception -> exception instanceof SigningRefusal refusal && refusal.problem().passing()
                ? new Refusal(HttpStatus.SERVICE_UNAVAILABLE, "verify.busy")
                : null;
    }
}
