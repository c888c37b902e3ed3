package org.anuyat.workflow.issuance.sealing;

import org.anuyat.signing.api.DocumentSealing;
import org.anuyat.signing.api.RemoteSigning;
import org.anuyat.signing.api.TrustInformation;
import org.anuyat.signing.api.token.PermitTokens;
import org.anuyat.signing.api.validation.DocumentValidation;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.client.RestClient;

/** Calls a signing service that runs as another process, when {@code anuyat.signing.url} says where it is. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("anuyat.signing.url")
class SigningElsewhere {

    @Bean
    RemoteSigning remoteSigning(
            RestClient.Builder http,
            @Value("${anuyat.signing.url}") String url,
            @Value("${anuyat.signing.http.token:}") String token) {
        return new RemoteSigning(http.baseUrl(url).defaultHeaders(headers -> {
            if (!token.isEmpty()) {
                headers.setBearerAuth(token);
            }
        }));
    }

    @Bean
    DocumentSealing documentSealing(RemoteSigning remote) {
        return remote.sealing();
    }

    @Bean
    DocumentValidation documentValidation(RemoteSigning remote) {
        return remote.validation();
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
