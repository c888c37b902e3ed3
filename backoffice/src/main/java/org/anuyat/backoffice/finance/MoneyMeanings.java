package org.anuyat.backoffice.finance;

import org.anuyat.kit.error.Meaning;
import org.anuyat.kit.error.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.web.client.RestClientException;

/** What goes wrong on the way to another process is nobody's mistake, and passes. */
@Configuration(proxyBeanMethods = false)
class MoneyMeanings {

    private static final Logger LOG = LoggerFactory.getLogger(MoneyMeanings.class);

    @Bean
    Meaning otherProcessAway() {
        return exception -> {
            if (!(exception instanceof RestClientException)) {
                return null;
            }
            LOG.warn("Another process didn't do what was asked of it: {}", exception.getMessage());
            return Refusal.of(HttpStatus.SERVICE_UNAVAILABLE);
        };
    }
}
