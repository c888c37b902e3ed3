package org.anuyat.accounts.server;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.text.ParseException;
import org.anuyat.signin.PublicAddress;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.server.authorization.JdbcOAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.OAuth2AuthorizationService;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;

/** The parts of the authorization server. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class ProviderConfiguration {

    @Bean
    AuthorizationServerSettings authorizationServerSettings(PublicAddress address) {
        return AuthorizationServerSettings.builder().issuer(address.issuer()).build();
    }

    /** In the database: any node can finish what another began, and a sign-out is understood after a restart. */
    @Bean
    OAuth2AuthorizationService authorizations(JdbcOperations jdbc, RegisteredClientRepository clients) {
        return new JdbcOAuth2AuthorizationService(jdbc, clients);
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    /**
     * The key that signs tokens, with its key id.
     *
     * @param jwk an RSA key pair as JSON Web Key (RFC 7517); empty makes one that is lost at the end, for tests
     */
    @Bean
    JWKSource<SecurityContext> signingKey(@Value("${anuyat.identity.signing-key:}") String jwk)
            throws ParseException, JOSEException {
        return new ImmutableJWKSet<>(new JWKSet(jwk.isBlank() ? SigningKey.generate() : RSAKey.parse(jwk)));
    }
}
