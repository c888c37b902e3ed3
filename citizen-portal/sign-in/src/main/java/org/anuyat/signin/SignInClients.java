package org.anuyat.signin;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.anuyat.signin.IdentityProviders.Provider;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.env.Environment;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.stereotype.Component;

/** The portals as OpenID Connect clients of their identity providers. */
@Component
@EnableConfigurationProperties(IdentityProviders.class)
public class SignInClients implements ClientRegistrationRepository {

    private final IdentityProviders providers;
    private final PublicAddress address;
    private final Environment environment;
    private final Map<Realm, ClientRegistration> discovered = new ConcurrentHashMap<>();

    SignInClients(IdentityProviders providers, PublicAddress address, Environment environment) {
        this.providers = providers;
        this.address = address;
        this.environment = environment;
    }

    @Override
    public @Nullable ClientRegistration findByRegistrationId(String id) {
        return Realm.of(id).map(this::registration).orElse(null);
    }

    /** Whether the realm's people are proven by the embedded provider. */
    public boolean embedded(Realm realm) {
        return providers.of(realm).embedded();
    }

    /**
     * The secret that the realm's client shares with its provider.
     *
     * @throws IllegalStateException when none is set
     */
    public String secret(Realm realm) {
        @Nullable String secret = providers.of(realm).clientSecret();
        if (secret == null || secret.isBlank()) {
            throw new IllegalStateException("set anuyat.identity." + realm.id() + ".client-secret");
        }
        return secret;
    }

    /** The name under which the provider's accounts are kept: its issuer, or the given name for the embedded one. */
    public String provider(Realm realm, String embeddedName) {
        return requireNonNullElse(providers.of(realm).issuer(), embeddedName);
    }

    /** Where forms of the realm may end beside our own pages: signing out ends at the provider. Empty with the embedded one. */
    public List<String> foreignOrigins(Realm realm) {
        Provider provider = providers.of(realm);
        return Stream.of(provider.issuer(), provider.authorizationUri(), provider.endSessionUri())
                .filter(Objects::nonNull)
                .map(uri -> URI.create(uri).resolve("/").toString().replaceFirst("/$", ""))
                .distinct()
                .toList();
    }

    private ClientRegistration registration(Realm realm) {
        Provider provider = providers.of(realm);
        if (provider.embedded()) {
            return embeddedClient(realm);
        }
        return discovered.computeIfAbsent(realm, key -> externalClient(key, provider));
    }

    /**
     * The browser goes to the provider by the address it already uses, we go by our own port. Nothing is discovered: when this
     * process starts, its own provider does not answer yet.
     */
    private ClientRegistration embeddedClient(Realm realm) {
        String inside = providers.internalUrl() != null
                ? providers.internalUrl()
                : "http://127.0.0.1:" + environment.getProperty("local.server.port", "8080");
        String outside = address.origin();
        return ClientRegistration.withRegistrationId(realm.id())
                .clientId(realm.id())
                .clientSecret(secret(realm))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .scope("openid", "profile")
                .redirectUri("{baseUrl}" + realm.callbackPath())
                .issuerUri(address.issuer())
                .authorizationUri(outside + "/oauth2/authorize")
                .tokenUri(inside + "/oauth2/token")
                .jwkSetUri(inside + "/oauth2/jwks")
                .userNameAttributeName("sub")
                .providerConfigurationMetadata(
                        Map.of("end_session_endpoint", outside + "/connect/logout?client_id=" + realm.id()))
                .build();
    }

    private ClientRegistration externalClient(Realm realm, Provider provider) {
        String issuer = requireNonNull(provider.issuer());
        ClientRegistration.Builder client = provider.authorizationUri() == null
                ? ClientRegistrations.fromIssuerLocation(issuer).registrationId(realm.id())
                : ClientRegistration.withRegistrationId(realm.id())
                        .issuerUri(issuer)
                        .authorizationUri(provider.authorizationUri())
                        .tokenUri(requireNonNull(provider.tokenUri(), "token-uri"))
                        .jwkSetUri(requireNonNull(provider.jwkSetUri(), "jwk-set-uri"))
                        .userInfoUri(provider.userInfoUri());
        if (provider.endSessionUri() != null) {
            client.providerConfigurationMetadata(Map.of("end_session_endpoint", provider.endSessionUri()));
        }
        return client.clientId(requireNonNullElse(provider.clientId(), realm.id()))
                .clientSecret(secret(realm))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .scope(provider.scopes())
                .userNameAttributeName("sub")
                .redirectUri("{baseUrl}" + realm.callbackPath())
                .build();
    }
}
