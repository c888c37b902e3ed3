package org.anuyat.allinone.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** A browser without eyes: cookies, redirects, and the form that stands on the page. */
final class Browser {

    /** A page that the browser has come to. */
    record Page(int status, URI address, String text, String contentPolicy) {

        String path() {
            return address.getRawPath() + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery());
        }
    }

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]* value=\"([^\"]+)\"");

    private final String origin;
    private final CookieManager cookies;
    private final HttpClient client;

    Browser(int port) {
        this(port, new CookieManager());
    }

    private Browser(int port, CookieManager cookies) {
        this.origin = "http://localhost:" + port;
        this.cookies = cookies;
        this.client =
                HttpClient.newBuilder().cookieHandler(cookies).followRedirects(HttpClient.Redirect.ALWAYS).build();
    }

    /** The same browser, when the platform answers on another port. */
    Browser at(int port) {
        return new Browser(port, cookies);
    }

    void loseCookies() {
        cookies.getCookieStore().removeAll();
    }

    /** What a browser has after the session has run out at the server. */
    void loseSession() {
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("anuyat"))
                .toList()
                .forEach(cookie -> cookies.getCookieStore().remove(null, cookie));
    }

    /** The session's number, as the cookie says it. */
    String session() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("anuyat"))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    Page open(String path) {
        return send(HttpRequest.newBuilder(URI.create(origin + path)).header("Accept", "text/html,*/*;q=0.8").GET());
    }

    Page post(String path, Map<String, String> fields) {
        return send(form(URI.create(origin + path), fields));
    }

    Page postFrom(String page, String path, Map<String, String> fields) {
        return send(form(URI.create(origin + path), fields).header("Referer", origin + page).header("Origin", origin));
    }

    /** Posts the only form in the main part of the page as it stands there. */
    Page send(Page page) {
        Element form = Jsoup.parse(page.text(), page.address().toString()).selectFirst("main form");
        Map<String, String> fields = new LinkedHashMap<>();
        form.select("input[name]").forEach(input -> fields.put(input.attr("name"), input.attr("value")));
        return send(form(URI.create(form.absUrl("action")), fields));
    }

    /** Opens a page that needs a sign-in, and gives user name and password on the way. */
    Page signIn(String path, String username, String password) {
        return signInOn(open(path), username, password);
    }

    /** Gives user name and password on the login page. */
    Page signInOn(Page login, String username, String password) {
        Matcher token = TOKEN.matcher(login.text());
        if (!token.find()) {
            throw new AssertionError("no form on " + login);
        }
        // the page may be another provider's, on an address of its own
        return send(form(login.address(), Map.of("username", username, "password", password, "_csrf", token.group(1))));
    }

    /** Posts the sign-out form with the token of a page that has a form. */
    Page signOut(String page, String path) {
        Matcher token = TOKEN.matcher(open(page).text());
        if (!token.find()) {
            throw new AssertionError("no form on " + page);
        }
        return post(path, Map.of("_csrf", token.group(1)));
    }

    private HttpRequest.Builder form(URI address, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    private Page send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Page(
                    answer.statusCode(),
                    answer.uri(),
                    answer.body(),
                    answer.headers().firstValue("Content-Security-Policy").orElse(""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
