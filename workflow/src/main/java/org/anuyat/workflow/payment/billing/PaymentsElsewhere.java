package org.anuyat.workflow.payment.billing;

import org.anuyat.payments.api.Bills;
import org.anuyat.payments.api.DayFiles;
import org.anuyat.payments.api.PaymentsOverHttp;
import org.anuyat.payments.api.Reconciliation;
import org.anuyat.payments.api.refunds.Refunds;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.RestClient;

/**
 * Calls a payments adapter that runs as another process, when {@code anuyat.payments.url} says where it is; the one in this
 * process is then to be switched off by {@code anuyat.payments.enabled=false}.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("anuyat.payments.url")
class PaymentsElsewhere {

    @Bean
    Bills bills(RestClient.Builder http, @Value("${anuyat.payments.url}") String url) {
        return PaymentsOverHttp.client(Bills.class, http.baseUrl(url).build());
    }

    @Bean
    Reconciliation reconciliation(RestClient.Builder http, @Value("${anuyat.payments.url}") String url) {
        return PaymentsOverHttp.client(Reconciliation.class, http.baseUrl(url).build());
    }

    @Bean
    DayFiles dayFiles(RestClient.Builder http, @Value("${anuyat.payments.url}") String url) {
        return PaymentsOverHttp.client(DayFiles.class, http.baseUrl(url).build());
    }

    @Bean
    Refunds refunds(RestClient.Builder http, @Value("${anuyat.payments.url}") String url) {
        return PaymentsOverHttp.client(Refunds.class, http.baseUrl(url).build());
    }
}
