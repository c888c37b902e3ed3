package org.anuyat.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.security.web.savedrequest.SimpleSavedRequest;

/**
 * Remembers where somebody was going before the sign-in: only a path of ours with its query. The stock request cache keeps all
 * headers and parameters, which makes sessions large and puts answers of forms into them.
 */
public final class ReturnPath implements RequestCache {

    private final String attribute;

    /** One for each realm and each of its sides, told apart by their name. */
    public ReturnPath(String name) {
        attribute = "return-path." + name;
    }

    /** Remembers the page that is being asked for. Other requests than page views are not repeated. */
    @Override
    public void saveRequest(HttpServletRequest request, HttpServletResponse response) {
        if (request.getMethod().equals("GET")) {
            save(request, request.getRequestURI() + (request.getQueryString() == null ? "" : "?" + request.getQueryString()));
        }
    }

    /** Remembers a path of ours, with its query. Whatever could lead elsewhere is ignored. */
    public void save(HttpServletRequest request, String path) {
        if (path.startsWith("/") && !path.startsWith("//") && !path.startsWith("/\\")) {
            request.getSession().setAttribute(attribute, path);
        }
    }

    /** The remembered path. */
    public @Nullable String find(HttpServletRequest request) {
        @Nullable HttpSession session = request.getSession(false);
        return session == null ? null : (String) session.getAttribute(attribute);
    }

    @Override
    public @Nullable SavedRequest getRequest(HttpServletRequest request, HttpServletResponse response) {
        @Nullable String path = find(request);
        return path == null ? null : new SimpleSavedRequest(path);
    }

    /** Nothing is replayed: the browser is sent to the path and asks by itself. */
    @Override
    public @Nullable HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
        return null;
    }

    @Override
    public void removeRequest(HttpServletRequest request, HttpServletResponse response) {
        @Nullable HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(attribute);
        }
    }
}
