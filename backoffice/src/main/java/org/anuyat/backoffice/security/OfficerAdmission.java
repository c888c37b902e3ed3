package org.anuyat.backoffice.security;

import java.util.Optional;
import org.anuyat.signin.Admission;
import org.anuyat.signin.PortalUser;
import org.anuyat.signin.Realm;
import org.anuyat.signin.SignInClients;
import org.anuyat.workflow.identity.Accounts;
import org.anuyat.workflow.identity.Officer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * Lets in officers whom the platform knows. With an agency's own provider the account is found by its user
 * name, or by an e-mail address that the provider has verified; roles are always
 * ours, because section 16 of the Electronic Performance of Government Service Act makes an act in the system an official act.
 */
@Component
class OfficerAdmission implements Admission {

    private final Accounts accounts;
    private final SignInClients clients;

    OfficerAdmission(Accounts accounts, SignInClients clients) {
        this.accounts = accounts;
        this.clients = clients;
    }

    @Override
    public PortalUser admit(OidcUser proven) {
        Officer officer = (clients.embedded(Realm.OFFICER) ? accounts.officer(proven.getSubject()) : named(proven))
                .orElseThrow(() -> new OAuth2AuthenticationException("not_an_officer"));
        return new PortalUser(
                officer.subject(),
                officer.displayName(),
                officer.roles().stream().map(role -> new SimpleGrantedAuthority(role.authority())).toList(),
                proven.getIdToken());
    }

    private Optional<Officer> named(OidcUser proven) {
        @Nullable String username = proven.getPreferredUsername();
        Optional<Officer> found = username == null ? Optional.empty() : accounts.officerNamed(username);
        return found.or(() -> Optional.ofNullable(proven.getEmail())
                // an address that somebody only claims opens no door
                .filter(email -> Boolean.TRUE.equals(proven.getEmailVerified()))
                .flatMap(accounts::officerNamed));
    }
}
