package org.anuyat.workflow.payment.billing;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.anuyat.access.OAuth2Client;
import org.anuyat.access.Outgoing;
import org.anuyat.payments.api.Bills;
import org.anuyat.payments.api.PaymentsOverHttp;
import org.anuyat.payments.api.Reconciliation;
import org.anuyat.payments.api.dayfiles.DayFiles;
import org.anuyat.payments.api.refunds.Refunds;
import org.anuyat.payments.api.slips.Slips;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.RestClient;

/**
 * Calls a payments adapter that runs as another process, when {@code anuyat.payments.url} says where it is; there is none in this process
 * then.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("anuyat.payments.url")
@EnableConfigurationProperties(PaymentsElsewhere.Access.class)
class PaymentsElsewhere {

    /** An end-of-day file of a million payments is read before the answer comes. */
    private static final Duration DAY_FILE = Duration.ofMinutes(10);

    /**
     * How this process proves who it is: an access token got with client credentials, a fixed token, or a TLS certificate.
     *
     * @param url base of the adapter
     * @param oauth2 none = the fixed token
     * @param sslBundle key and trust of TLS (spring.ssl.bundle); none = the JVM's
     * @param readTimeout how long an answer may take; longer than the adapter waits for a bank
     */
    @ConfigurationProperties("anuyat.payments")
    record Access(
            URI url,
            @DefaultValue @Name("http") FixedToken fixed,
            @Nullable OAuth2Client oauth2,
            @Nullable String sslBundle,
            @DefaultValue("30s") Duration readTimeout) {

        /** The token of the setting {@code anuyat.payments.http.token}. */
        record FixedToken(@Nullable String token) {

            @Override
            public String toString() {
                return "FixedToken[]";
            }
        }
    }

    /** Clients of the adapter, for questions and for files. */
    record Adapter(RestClient quick, RestClient patient) {}

    @Bean
    Adapter paymentsAdapter(Access access, ObjectProvider<SslBundles> tls, Clock clock) {
        String bundle = access.sslBundle();
        Outgoing calls = new Outgoing(
                access.oauth2(), "payments", access.fixed().token(),
                bundle == null ? null : () -> tls.getObject().getBundle(bundle).createSslContext(), clock);
        return new Adapter(calls.to(access.url(), access.readTimeout()), calls.to(access.url(), DAY_FILE));
    }

    @Bean
    Bills bills(Adapter adapter) {
        return PaymentsOverHttp.client(Bills.class, adapter.quick());
    }

    @Bean
    Reconciliation reconciliation(Adapter adapter) {
        return PaymentsOverHttp.client(Reconciliation.class, adapter.quick());
    }

    @Bean
    Refunds refunds(Adapter adapter) {
        return PaymentsOverHttp.client(Refunds.class, adapter.quick());
    }

    @Bean
    DayFiles dayFiles(Adapter adapter) {
        return PaymentsOverHttp.client(DayFiles.class, adapter.patient());
    }

    @Bean
    Slips slips(Adapter adapter) {
        return PaymentsOverHttp.client(Slips.class, adapter.quick());
    }
}
