package org.anuyat.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import org.anuyat.signin.unsent.UnsentForms;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Leads to the sign-in, and back to where one was. Who posts a form after the session has ended is offered to send it once more; a
 * form that {@link UnsentForms} can't keep, such as one with files, leads back to its page with {@code ?session=ended}, for which the
 * page shows that the last answers must be given again.
 */
final class SessionEnded implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final Realm realm;
    private final ReturnPath returnPath;
    private final PublicAddress address;
    private final RequestMatcher pages;

    SessionEnded(Realm realm, ReturnPath returnPath, PublicAddress address, RequestMatcher pages) {
        this.realm = realm;
        this.returnPath = returnPath;
        this.address = address;
        this.pages = pages;
    }

    /** Nobody is signed in. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        if (!pages.matches(request)) {
            // nothing that a sign-in would open
            response.sendError(HttpStatus.NOT_FOUND.value());
        } else if (wantsData(request)) {
            response.sendError(HttpStatus.UNAUTHORIZED.value());
        } else if (request.getHeader("HX-Request") != null) {
            returnPath.save(request, withFlag(formPage(request, "HX-Current-URL")));
            response.setHeader("HX-Redirect", realm.signInPath());
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
        } else if (request.getMethod().equals("GET")) {
            returnPath.saveRequest(request, response);
            response.sendRedirect(realm.signInPath());
        } else {
            returnPath.save(request, afterwards(request));
            seeOther(response, realm.signInPath());
        }
    }

    /** A form without a valid token: its session has ended, or another sign-in has replaced it. Anything else is forbidden. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException {
        if (!(reason instanceof CsrfException) || wantsData(request)) {
            response.sendError((pages.matches(request) ? HttpStatus.FORBIDDEN : HttpStatus.NOT_FOUND).value());
        } else if (request.getRequestURI().equals(realm.signOutPath())) {
            seeOther(response, realm.afterSignOutPath());
        } else {
            // the page itself sends to the sign-in when nobody is signed in any more
            seeOther(response, afterwards(request));
        }
    }

    /** Where a form leads that nobody took. */
    private String afterwards(HttpServletRequest request) {
        String page = formPage(request, "Referer");
        boolean kept = pages.matches(request) && realm.unsentForms().keep(request, address.origin(), page);
        return kept ? realm.unsentPath() : withFlag(page);
    }

    /** The page that the form stood on, if the browser says so and it is ours; else the form's own address, which pages share. */
    private String formPage(HttpServletRequest request, String header) {
        @Nullable String referer = request.getHeader(header);
        if (referer != null) {
            try {
                URI uri = URI.create(referer);
                if (referer.startsWith(address.origin() + "/")) {
                    return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
                }
            } catch (IllegalArgumentException e) {
                return request.getRequestURI();
            }
        }
        return request.getRequestURI();
    }

    private static String withFlag(String path) {
        return UriComponentsBuilder.fromUriString(path).replaceQueryParam("session", "ended").build().toUriString();
    }

    private static boolean wantsData(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/");
    }

    private static void seeOther(HttpServletResponse response, String path) {
        response.setStatus(HttpStatus.SEE_OTHER.value());
        response.setHeader("Location", path);
    }
}
