package org.anuyat.accounts.password;

import jakarta.servlet.http.HttpServletRequest;
import org.anuyat.accounts.Realms;
import org.anuyat.signin.Realm;

/** Where somebody tries to sign in to, and from which network address. */
public record SignInAttempt(Realm realm, String remoteAddress) {

    /** Of the request that bears user name and password. */
    public static SignInAttempt of(HttpServletRequest request) {
        return new SignInAttempt(Realms.of(request), request.getRemoteAddr());
    }
}
