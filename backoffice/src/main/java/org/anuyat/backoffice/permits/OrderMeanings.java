package org.anuyat.backoffice.permits;

import org.anuyat.kit.error.Meaning;
import org.anuyat.kit.error.Refusal;
import org.anuyat.workflow.registry.StandingRefused;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;

/** What the register's refusals mean to an officer. */
@Configuration(proxyBeanMethods = false)
class OrderMeanings {

    @Bean
    Meaning refusedOrders() {
        return exception -> exception instanceof StandingRefused refused
                ? switch (refused.reason()) {
                    case UNKNOWN_PERMIT -> Refusal.notFound();
                    case NOT_YOURS -> Refusal.forbidden();
                    case INCOMPLETE, PAST_DAY -> Refusal.of(HttpStatus.BAD_REQUEST);
                    case NOT_VALID, NOT_SUSPENDED -> new Refusal(HttpStatus.CONFLICT, "orders.unsuitable");
                }
                : null;
    }
}
