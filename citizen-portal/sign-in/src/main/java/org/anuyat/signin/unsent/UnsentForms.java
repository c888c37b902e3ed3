package org.anuyat.signin.unsent;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * Keeps in the new session what somebody typed before the old one ended, until the same person has signed in again. Who that is,
 * the browser knows by a cookie: it opens nothing, so that whoever comes next at a shared computer neither reads nor sends what
 * another person has typed.
 */
public final class UnsentForms {

    /** Longer forms than any of ours would fill the table of sessions. */
    private static final int LONGEST = 50_000;

    /** Enough that no two people share a mark. */
    private static final int MARK_BYTES = 16;

    /** A one-time code belongs into no table, and has run out by then. */
    private static final Set<String> SECRETS = Set.of("code");

    private final String realm;
    private final String cookiePath;
    private final String attribute;

    /**
     * The forms of one portal.
     *
     * @param realm the realm's name
     * @param cookiePath the path below which the portal lies
     */
    public UnsentForms(String realm, String cookiePath) {
        this.realm = realm;
        this.cookiePath = cookiePath;
        this.attribute = "unsent-form." + realm;
    }

    /** Lets the browser remember who has signed in. */
    public void signedIn(HttpServletRequest request, HttpServletResponse response, String subject) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, mark(subject)).build().toString());
    }

    /** Forgets who was signed in and what they typed. */
    public void signedOut(HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                cookie(request, "").maxAge(Duration.ZERO).build().toString());
        @Nullable HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(attribute);
        }
    }

    /**
     * Keeps the form, unless it has files or a one-time code in it, is too long, comes from a page that isn't ours, or nobody was
     * signed in at this browser.
     *
     * @param origin scheme, host and port of the platform
     * @param page the path, with its query, of the page that the form stands on
     * @return whether it is kept
     */
    public boolean keep(HttpServletRequest request, String origin, String page) {
        @Nullable Cookie visitor = WebUtils.getCookie(request, cookieName());
        if (visitor == null || !plainForm(request) || !origin.equals(request.getHeader(HttpHeaders.ORIGIN))) {
            return false;
        }
        UnsentForm form = UnsentForm.of(request, visitor.getValue(), page);
        if (form.length() > LONGEST || form.fields().keySet().stream().anyMatch(SECRETS::contains)) {
            return false;
        }
        request.getSession().setAttribute(attribute, form);
        return true;
    }

    /** What this person has typed and not sent; what somebody else has typed is thrown away. */
    public Optional<UnsentForm> of(HttpServletRequest request, String subject) {
        @Nullable HttpSession session = request.getSession(false);
        if (session == null || !(session.getAttribute(attribute) instanceof UnsentForm form)) {
            return Optional.empty();
        }
        if (!form.visitor().equals(mark(subject))) {
            session.removeAttribute(attribute);
            return Optional.empty();
        }
        return Optional.of(form);
    }

    /** Throws the kept form away if it is the one that has been sent now. */
    public void sent(HttpServletRequest request) {
        @Nullable HttpSession session = request.getSession(false);
        if (session != null
                && session.getAttribute(attribute) instanceof UnsentForm form
                && form.action().split("\\?", 2)[0].equals(request.getRequestURI())) {
            session.removeAttribute(attribute);
        }
    }

    private static boolean plainForm(HttpServletRequest request) {
        try {
            return MediaType.APPLICATION_FORM_URLENCODED.isCompatibleWith(
                    request.getContentType() == null ? null : MediaType.valueOf(request.getContentType()));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    private ResponseCookie.ResponseCookieBuilder cookie(HttpServletRequest request, String value) {
        return ResponseCookie.from(cookieName(), value)
                .path(cookiePath)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax");
    }

    private String cookieName() {
        return "visitor-" + realm;
    }

    private String mark(String subject) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest((realm + ":" + subject).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(hash, MARK_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has it", e);
        }
    }
}
