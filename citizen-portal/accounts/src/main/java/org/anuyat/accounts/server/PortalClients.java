package org.anuyat.accounts.server;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.anuyat.signin.PublicAddress;
import org.anuyat.signin.Realm;
import org.anuyat.signin.SignInClients;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;
import org.springframework.stereotype.Component;

/**
 * The provider's clients: the portals and other systems, as settings describe them. They are not kept in the database, because there they could
 * only disagree with the settings.
 */
@Component
@EnableConfigurationProperties(ServiceClients.class)
class PortalClients implements RegisteredClientRepository {

    private final PublicAddress address;
    private final Map<Realm, String> secrets = new EnumMap<>(Realm.class);
    private final Map<String, RegisteredClient> services = new HashMap<>();

    PortalClients(SignInClients clients, PublicAddress address, PasswordEncoder encoder, ServiceClients services) {
        this.address = address;
        services.services().forEach((id, service) -> this.services.put(id, service(id, service, encoder)));
        for (Realm realm : Realm.values()) {
            if (clients.embedded(realm)) {
                secrets.put(realm, encoder.encode(clients.secret(realm)));
            }
        }
    }

    @Override
    public void save(RegisteredClient client) {
        throw new UnsupportedOperationException("clients are settings");
    }

    @Override
    public @Nullable RegisteredClient findById(String id) {
        return Realm.of(id).filter(secrets::containsKey).map(this::client).orElseGet(() -> services.get(id));
    }

    @Override
    public @Nullable RegisteredClient findByClientId(String clientId) {
        return findById(clientId);
    }

    private static RegisteredClient service(String id, ServiceClients.Service service, PasswordEncoder encoder) {
        return RegisteredClient.withId(id)
                .clientId(id)
                .clientSecret(encoder.encode(service.secret()))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .scopes(scopes -> scopes.addAll(service.scopes()))
                .tokenSettings(TokenSettings.builder()
                        .accessTokenTimeToLive(Duration.ofMinutes(5))
                        .build())
                .build();
    }

    private RegisteredClient client(Realm realm) {
        return RegisteredClient.withId(realm.id())
                .clientId(realm.id())
                .clientSecret(secrets.get(realm))
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .redirectUri(address.origin() + realm.callbackPath())
                .postLogoutRedirectUri(address.origin() + realm.afterSignOutPath())
                .scope("openid")
                .scope("profile")
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .tokenSettings(TokenSettings.builder()
                        .authorizationCodeTimeToLive(Duration.ofMinutes(2))
                        .accessTokenTimeToLive(Duration.ofMinutes(5))
                        .build())
                .build();
    }
}
