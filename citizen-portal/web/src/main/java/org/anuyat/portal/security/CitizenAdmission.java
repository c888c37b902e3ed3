package org.anuyat.portal.security;

import java.util.List;
import org.anuyat.signin.Admission;
import org.anuyat.signin.PortalUser;
import org.anuyat.signin.Realm;
import org.anuyat.signin.SignInClients;
import org.anuyat.workflow.identity.Accounts;
import org.anuyat.workflow.identity.Person;
import org.anuyat.workflow.identity.Role;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** Lets in every citizen whom the provider has proven. Whether the assurance is enough, each service decides. */
@Component
class CitizenAdmission implements Admission {

    private final Accounts accounts;
    private final SignInClients clients;
    private final ProviderClaims claims;

    CitizenAdmission(Accounts accounts, SignInClients clients, ProviderClaims claims) {
        this.accounts = accounts;
        this.clients = clients;
        this.claims = claims;
    }

    @Override
    public PortalUser admit(OidcUser proven) {
        Person person = clients.embedded(Realm.CITIZEN) ? known(proven) : remembered(proven);
        return new PortalUser(
                person.subject(),
                person.displayName(),
                List.of(new SimpleGrantedAuthority(Role.CITIZEN.authority())),
                proven.getIdToken());
    }

    private Person known(OidcUser proven) {
        return accounts.person(proven.getSubject())
                .orElseThrow(() -> new OAuth2AuthenticationException("account_disabled"));
    }

    private Person remembered(OidcUser proven) {
        String issuer = clients.provider(Realm.CITIZEN, Accounts.EMBEDDED_PROVIDER);
        try {
            return accounts.remember(claims.read(issuer, proven));
        } catch (IllegalStateException e) {
            throw new OAuth2AuthenticationException("account_disabled");
        }
    }
}
