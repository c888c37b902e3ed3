package org.anuyat.allinone.people;

import jakarta.servlet.http.Cookie;
import java.time.Instant;
import java.util.List;
import org.anuyat.signin.PortalUser;
import org.anuyat.workflow.identity.Accounts;
import org.anuyat.workflow.identity.Officer;
import org.anuyat.workflow.identity.Person;
import org.anuyat.workflow.identity.Role;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.context.WebApplicationContext;

/** Pages as somebody sees them who is signed in, or nobody. */
public class Pages {

    private final MockMvcTester web;
    private final Accounts accounts;
    private final Watch watch;

    Pages(WebApplicationContext context, Accounts accounts, Watch watch) {
        this.web = MockMvcTester.from(context);
        this.accounts = accounts;
        this.watch = watch;
    }

    public MockMvcTester web() {
        return web;
    }

    public MvcTestResult open(String path) {
        return open(path, "th");
    }

    public MvcTestResult open(String path, String language) {
        return web.get().uri(path).accept("text/html", "*/*").cookie(new Cookie("language", language)).exchange();
    }

    /** Hands in a file on the page that has a form for it. */
    public MvcTestResult upload(String page, MockMultipartFile file) {
        return upload(page, file, "th");
    }

    public MvcTestResult upload(String page, MockMultipartFile file, String language) {
        return web.post()
                .uri(page)
                .multipart()
                .file(file)
                .accept("text/html")
                .cookie(new Cookie("language", language))
                .exchange();
    }

    public void signIn(String officer) {
        Officer known = accounts.officerNamed(officer).orElseThrow();
        signIn(
                known.subject(),
                known.displayName(),
                known.roles().stream().<GrantedAuthority>map(role -> new SimpleGrantedAuthority(role.authority())).toList());
    }

    public void signInCitizen(String username) {
        Person person = watch.person(username);
        signIn(person.subject(), person.displayName(), List.of(new SimpleGrantedAuthority(Role.CITIZEN.authority())));
    }

    private static void signIn(String subject, String name, List<GrantedAuthority> roles) {
        OidcIdToken token = OidcIdToken.withTokenValue("test")
                .subject(subject)
                .issuedAt(Instant.EPOCH)
                .expiresAt(Instant.EPOCH.plusSeconds(1))
                .build();
        PortalUser user = new PortalUser(subject, name, roles, token);
        SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(user, null, roles));
    }

    public void signOut() {
        SecurityContextHolder.clearContext();
    }
}
