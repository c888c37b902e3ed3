package org.anuyat.accounts.password;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.anuyat.signin.Realm;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Checks a user name and password. An unknown name, a wrong password, a disabled account and an account of the other realm cannot
 * be told apart, neither by words nor by the time it takes.
 */
@Component
public class PasswordSignIn {

    /** Longer ones are not looked at: bcrypt takes 72 bytes, and nobody types so many. */
    private static final int LONGEST_PASSWORD = 72;

    private final JdbcClient jdbc;
    private final PasswordEncoder encoder;
    private final FailureCount failures;
    private final String hashOfNobody;

    PasswordSignIn(JdbcClient jdbc, PasswordEncoder encoder, FailureCount failures) {
        this.jdbc = jdbc;
        this.encoder = encoder;
        this.failures = failures;
        this.hashOfNobody = encoder.encode("nobody's password");
    }

    /** For the login page's chain alone: a bean would be asked by every other chain too, and count each failure twice. */
    public AuthenticationManager manager() {
        return this::authenticate;
    }

    private Authentication authenticate(Authentication request) {
        SignInAttempt attempt = (SignInAttempt) request.getDetails();
        String username = request.getName().strip().toLowerCase(Locale.ROOT);
        List<FailureCount.Origin> origins =
                List.of(FailureCount.Origin.account(attempt.realm(), username), FailureCount.Origin.address(attempt.remoteAddress()));
        Duration wait = failures.wait(origins);
        if (!wait.isZero()) {
            throw new TooManyFailures(wait);
        }
        @Nullable Credential credential = find(attempt.realm(), username);
        String password = String.valueOf(request.getCredentials());
        boolean matches = password.length() <= LONGEST_PASSWORD
                && encoder.matches(password, credential == null ? hashOfNobody : credential.hash());
        if (credential == null || !matches) {
            failures.add(origins);
            throw new BadCredentialsException("wrong user name or password");
        }
        failures.forget(origins.get(0));
        return signedIn(credential, attempt.realm());
    }

    private @Nullable Credential find(Realm realm, String username) {
        return jdbc.sql("""
                        select a.id::text as subject, c.password_hash as hash
                        from account a join sign_in_credential c on c.account = a.id
                        where a.username = ? and a.kind = ? and a.enabled
                        """)
                .params(username, realm.name())
                .query(Credential.class)
                .optional()
                .orElse(null);
    }

    private static Authentication signedIn(Credential credential, Realm realm) {
        // bears the time of the sign-in, which the ID token states as auth_time
        GrantedAuthority password = FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY);
        UsernamePasswordAuthenticationToken result = UsernamePasswordAuthenticationToken.authenticated(
                new User(credential.subject(), "", List.of()), null, List.of(password));
        // kept with the authorization, as JSON of types that Spring Security knows
        result.setDetails(realm.id());
        return result;
    }

    /** How the login page is told why it is shown again. */
    public static String parameterFor(AuthenticationException failure) {
        return failure instanceof TooManyFailures tooMany ? "wait=" + Math.max(1, tooMany.wait.toSeconds()) : "error";
    }

    private record Credential(String subject, String hash) {}

    private static final class TooManyFailures extends AuthenticationException {

        private static final long serialVersionUID = 1;

        private final transient Duration wait;

        TooManyFailures(Duration wait) {
            super("too many failed sign-ins");
            this.wait = wait;
        }
    }
}
