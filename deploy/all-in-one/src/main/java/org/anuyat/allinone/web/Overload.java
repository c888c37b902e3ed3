package org.anuyat.allinone.web;

import org.anuyat.kit.error.Meaning;
import org.anuyat.kit.error.Refusal;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;

/** When the database has no connection free for too long, readers are asked to come back; it is no fault of the request. */
@Configuration(proxyBeanMethods = false)
class Overload {

    @Bean
    Meaning overloaded() {
        return exception -> exception instanceof CannotCreateTransactionException
                        || exception instanceof CannotGetJdbcConnectionException
                ? Refusal.of(HttpStatus.SERVICE_UNAVAILABLE)
                : null;
    }
}
