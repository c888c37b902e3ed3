package org.anuyat.kit.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.anuyat.kit.Link;
import org.anuyat.kit.Site;
import org.anuyat.kit.Visitor;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** What the layout asks about the page it frames: {@code ${#kit…}} in templates. */
public final class Frame {

    private final KitProperties properties;
    private final HttpServletRequest request;
    private final Language language;
    private final @Nullable Site site;

    Frame(KitProperties properties, List<Site> sites, HttpServletRequest request, Language language) {
        this.properties = properties;
        this.request = request;
        this.language = language;
        this.site = siteOf(sites, path(request));
    }

    public String language() {
        return language.code();
    }

    public Language[] languages() {
        return Language.values();
    }

    /** The same page in the other language; where a form was sent, the page that it was sent from: the answer can't be opened anew. */
    public String urlIn(Language other) {
        // an error page is drawn by a GET, whatever has failed
        Object method = Objects.requireNonNullElse(request.getAttribute(RequestDispatcher.ERROR_METHOD), request.getMethod());
        String sentFrom = method.equals("POST") ? refererPath() : null;
        if (sentFrom != null) {
            return UriComponentsBuilder.fromPath(sentFrom)
                    .queryParam(LanguageChoice.PARAMETER, other.code())
                    .build().toUriString();
        }
        return UriComponentsBuilder.fromPath(path(request))
                .query(query())
                .replaceQueryParam(LanguageChoice.PARAMETER, other.code())
                .build().toUriString();
    }

    public boolean demonstration() {
        return properties.demonstration();
    }

    /** Where the site's name leads. */
    public String home() {
        return site == null ? "/" : site.path();
    }

    /** The message key of the site's name. */
    public String siteName() {
        return site == null ? "kit.site" : site.name();
    }

    public List<Link> navigation() {
        return site == null ? List.of() : site.navigation(request);
    }

    /** Tells whether the page lies under the link. */
    public boolean current(Link link) {
        return !link.url().equals(home()) && under(link.url(), path(request)) || link.url().equals(path(request));
    }

    public @Nullable Visitor visitor() {
        return Optional.ofNullable(site).flatMap(s -> s.visitor(request)).orElse(null);
    }

    public @Nullable String agencyName() {
        return properties.agency().name(language);
    }

    public KitProperties.Agency agency() {
        return properties.agency();
    }

    public KitProperties.Pages pages() {
        return properties.pages();
    }

    /** The path of the page of ours that the request came from; null when it came from elsewhere. */
    private @Nullable String refererPath() {
        try {
            URI referer = URI.create(Objects.requireNonNullElse(request.getHeader("Referer"), ""));
            boolean ours = request.getServerName().equalsIgnoreCase(referer.getHost())
                    && referer.getRawPath() != null
                    && referer.getRawPath().startsWith(request.getContextPath() + "/")
                    && !referer.getRawPath().startsWith("//");
            return ours ? referer.getRawPath().substring(request.getContextPath().length()) : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private @Nullable String query() {
        boolean failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) != null;
        return failed ? null : request.getQueryString();
    }

    /**
     * Whether the reader comes back to a form whose session had ended. Read off the address alone: on the page that refuses a
     * large upload, the parameters cannot be read.
     */
    public boolean sessionEnded() {
        String query = query();
        return query != null && List.of(query.split("&")).contains("session=ended");
    }

    /** The path that was asked for, without the context path; on an error page, too. */
    private static String path(HttpServletRequest request) {
        String uri = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed ? failed : request.getRequestURI();
        return uri.substring(request.getContextPath().length());
    }

    private static @Nullable Site siteOf(List<Site> sites, String path) {
        Site longest = null;
        for (Site candidate : sites) {
            if (under(candidate.path(), path) && (longest == null || candidate.path().length() > longest.path().length())) {
                longest = candidate;
            }
        }
        return longest;
    }

    private static boolean under(String parent, String path) {
        return parent.equals("/") || path.equals(parent) || path.startsWith(parent + "/");
    }
}
