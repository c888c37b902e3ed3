package org.anuyat.signin;

import java.util.Arrays;
import java.util.Optional;
import org.anuyat.signin.unsent.UnsentForms;
import org.jspecify.annotations.Nullable;

/**
 * Who signs in where. The realms share a port and a browser session, but nothing in it: an officer may be signed in to the back
 * office and, as a private person, to the citizen portal.
 */
public enum Realm {
    /** The citizen portal. */
    CITIZEN("citizen", "", "/applications", "/"),
    /** The back office. */
    OFFICER("officer", "/backoffice", "/backoffice", "/backoffice");

    private final String id;
    private final String prefix;
    private final String landing;
    private final String afterSignOut;

    Realm(String id, String prefix, String landing, String afterSignOut) {
        this.id = id;
        this.prefix = prefix;
        this.landing = landing;
        this.afterSignOut = afterSignOut;
    }

    /** The realm with this {@linkplain #id() id}. */
    public static Optional<Realm> of(@Nullable String id) {
        return Arrays.stream(values()).filter(realm -> realm.id.equals(id)).findFirst();
    }

    /** The OAuth 2.0 client identifier and the registration's name. */
    public String id() {
        return id;
    }

    /** The path that starts a sign-in. */
    public String signInPath() {
        return prefix + "/sign-in/" + id;
    }

    /** The path below which sign-ins are started, as Spring Security wants it. */
    public String signInBase() {
        return prefix + "/sign-in";
    }

    /** The path to which the identity provider sends the browser back: the registered redirect URI. */
    public String callbackPath() {
        return prefix + "/sign-in/callback/" + id;
    }

    /** The page that says why a sign-in failed. */
    public String failurePath() {
        return prefix + "/sign-in-failed";
    }

    /** The path to which the sign-out form is posted. */
    public String signOutPath() {
        return prefix + "/sign-out";
    }

    /** The page that offers a form which was sent after the session had ended. */
    public String unsentPath() {
        return prefix + "/unsent";
    }

    UnsentForms unsentForms() {
        return new UnsentForms(id, prefix.isEmpty() ? "/" : prefix);
    }

    /** Where one arrives who was going nowhere in particular. */
    public String landingPath() {
        return landing;
    }

    /** Where one arrives after signing out. */
    public String afterSignOutPath() {
        return afterSignOut;
    }
}
