package org.anuyat.portal.fee;

import org.anuyat.kit.error.Meaning;
import org.anuyat.kit.error.Refusal;
import org.anuyat.workflow.payment.Receipts;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;

/** What the refusals of process 6 mean to a browser. */
@Configuration(proxyBeanMethods = false)
class FeeMeanings {

    @Bean
    Meaning missingPapers() {
        return exception ->
                exception instanceof Receipts.NoPaper ? new Refusal(HttpStatus.NOT_FOUND, "fee.no-paper") : null;
    }
}
