package org.anuyat.workflow.issuance.sealing;

import java.net.URI;
import java.time.Clock;
import java.util.Objects;
import org.anuyat.access.ClientCredentials;
import org.anuyat.access.OAuth2Client;
import org.anuyat.signing.api.DocumentSealing;
import org.anuyat.signing.api.RemoteSigning;
import org.anuyat.signing.api.TrustInformation;
import org.anuyat.signing.api.levels.SealLevels;
import org.anuyat.signing.api.officer.OfficerSigning;
import org.anuyat.signing.api.token.PermitTokens;
import org.anuyat.signing.api.validation.DocumentValidation;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.boot.restclient.autoconfigure.RestClientSsl;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.RestClient;

/** Calls a signing service that runs as another process, when {@code anuyat.signing.url} says where it is. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("anuyat.signing.url")
@EnableConfigurationProperties(SigningElsewhere.Access.class)
class SigningElsewhere {

    /**
     * How this process proves who it is: an access token got with client credentials, a fixed token, or a TLS certificate.
     *
     * @param url base of the service
     * @param oauth2 none = the fixed token
     * @param sslBundle key and trust of TLS (spring.ssl.bundle); none = the JVM's
     */
    @ConfigurationProperties("anuyat.signing")
    record Access(
            URI url,
            @DefaultValue @Name("http") FixedToken fixed,
            @Nullable OAuth2Client oauth2,
            @Nullable String sslBundle) {

        /** The token of the setting {@code anuyat.signing.http.token}. */
        record FixedToken(@Nullable String token) {

            @Override
            public String toString() {
                return "FixedToken[]";
            }
        }
    }

    @Bean
    RemoteSigning remoteSigning(
            RestClient.Builder http, Access access, ObjectProvider<RestClientSsl> ssl, Clock clock) {
        RestClient.Builder service = http.clone().baseUrl(access.url().toString());
        if (access.sslBundle() != null) {
            service.apply(ssl.getObject().fromBundle(access.sslBundle()));
        }
        OAuth2Client client = access.oauth2();
        String token = access.fixed().token();
        if (client != null) {
            service.requestInterceptor(new ClientCredentials(
                    http.clone().build(),
                    client.tokenUri(),
                    client.clientId(),
                    client.clientSecret(),
                    Objects.requireNonNullElse(client.scope(), "signing"),
                    clock));
        } else if (token != null && !token.isEmpty()) {
            service.defaultHeaders(headers -> headers.setBearerAuth(token));
        }
        return new RemoteSigning(service);
    }

    @Bean
    DocumentSealing documentSealing(RemoteSigning remote) {
        return remote.sealing();
    }

    @Bean
    OfficerSigning officerSigning(RemoteSigning remote) {
        return remote.officers();
    }

    @Bean
    DocumentValidation documentValidation(RemoteSigning remote) {
        return remote.validation();
    }

    @Bean
    SealLevels sealLevels(RemoteSigning remote) {
        return remote.levels();
    }

    @Bean
    PermitTokens permitTokens(RemoteSigning remote) {
        return remote.tokens();
    }

    @Bean
    TrustInformation trustInformation(RemoteSigning remote) {
        return remote.trust();
    }
}
