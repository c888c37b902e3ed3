package org.anuyat.portal.application;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anuyat.testing.FormBrowser;
import org.anuyat.testing.FormBrowser.Page;

/** A citizen's browser, or nobody's. */
final class Browser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final FormBrowser browser;

    Browser(int port, String citizen) {
        browser = new FormBrowser(port, citizen.isEmpty() ? Map.of() : Map.of(PagesTestApplication.CITIZEN, citizen));
    }

    Page get(String path) {
        return browser.get(path);
    }

    /** Posts a form with a token taken from a page that shows one. */
    Page post(String path, Map<String, List<String>> fields) {
        return postWith(token(), path, fields);
    }

    Page postWith(String token, String path, Map<String, List<String>> fields) {
        return browser.post(token, path, fields);
    }

    Page upload(String path, String fileName, String type, byte[] content) {
        return browser.upload(token(), path, "file", fileName, type, content);
    }

    private String token() {
        Matcher token = TOKEN.matcher(get("/services/food-licence/start").body());
        if (!token.find()) {
            throw new AssertionError("no form on the start page");
        }
        return token.group(1);
    }
}
