package org.anuyat.portal.permit;

import org.anuyat.kit.error.Meaning;
import org.anuyat.kit.error.Refusal;
import org.anuyat.workflow.delivery.Downloads;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;

/** What the refusals of process 8 mean to a browser. */
@Configuration(proxyBeanMethods = false)
class PermitMeanings {

    @Bean
    Meaning permitsNotIssued() {
        return exception ->
                exception instanceof Downloads.NotIssued ? new Refusal(HttpStatus.NOT_FOUND, "permit.not-issued") : null;
    }
}
