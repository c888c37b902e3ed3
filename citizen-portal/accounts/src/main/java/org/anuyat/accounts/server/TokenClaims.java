package org.anuyat.accounts.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.anuyat.signin.Realm;
import org.anuyat.workflow.identity.Accounts;
import org.anuyat.workflow.identity.Role;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jwt.JwtClaimsSet;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.stereotype.Component;

/** What an ID token says besides the subject: name, roles, assurance level, agency. Never a national ID. An access token of
 * another system says for which service it is meant. */
@Component
class TokenClaims implements OAuth2TokenCustomizer<JwtEncodingContext> {

    private final Accounts accounts;
    private final ServiceClients services;

    TokenClaims(Accounts accounts, ServiceClients services) {
        this.accounts = accounts;
        this.services = services;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType())) {
            ServiceClients.Service service =
                    services.services().get(context.getRegisteredClient().getClientId());
            context.getClaims().audience(List.of(service.audience()));
            return;
        }
        if (!context.getTokenType().getValue().equals(OidcParameterNames.ID_TOKEN)) {
            return;
        }
        String subject = context.getPrincipal().getName();
        JwtClaimsSet.Builder claims = context.getClaims();
        switch (Realm.of(context.getRegisteredClient().getClientId()).orElseThrow()) {
            case CITIZEN -> accounts.person(subject).ifPresent(person -> claims
                    .claim("name", person.displayName())
                    .claim("ial", person.assurance().code())
                    .claim("roles", names(Set.of(Role.CITIZEN))));
            case OFFICER -> accounts.officer(subject).ifPresent(officer -> claims
                    .claim("name", officer.displayName())
                    .claim("preferred_username", officer.username())
                    .claim("agency", officer.agency())
                    .claim("roles", names(officer.roles())));
        }
    }

    /** As a type that Spring Security reads back from the database; the JDK's unmodifiable lists are not. */
    private static List<String> names(Set<Role> roles) {
        return roles.stream().map(Role::name).sorted().collect(Collectors.toCollection(ArrayList::new));
    }
}
