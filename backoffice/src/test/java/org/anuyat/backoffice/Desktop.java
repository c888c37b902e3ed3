package org.anuyat.backoffice;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.anuyat.testing.FormBrowser;
import org.anuyat.testing.FormBrowser.Page;

/** An officer's browser, which has the session's token without a form that shows it. */
final class Desktop {

    private final FormBrowser browser;

    Desktop(int port, String officer) {
        browser = new FormBrowser(port, Map.of(OfficeHours.OFFICER, officer));
    }

    Page get(String path) {
        return browser.get(path);
    }

    /** Posts what was filled into a form, each field once. */
    Page post(String path, Map<String, String> fields) {
        return browser.post(
                token(),
                path,
                fields.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, field -> List.of(field.getValue()))));
    }

    Page upload(String path, String field, String fileName, String type, byte[] content) {
        return browser.upload(token(), path, field, fileName, type, content);
    }

    private String token() {
        return get("/token").body();
    }
}
