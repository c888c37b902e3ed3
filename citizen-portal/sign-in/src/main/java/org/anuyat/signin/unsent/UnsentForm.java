package org.anuyat.signin.unsent;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A form that reached nobody.
 *
 * @param visitor who typed it, as {@link UnsentForms} knows the browser's last visitor
 * @param action the path, with its query, that it was sent to
 * @param page the path, with its query, of the page that it stood on
 * @param fields what was typed, by name, in the order of the form and without the token of the ended session
 */
public record UnsentForm(
        String visitor,
        String action,
        String page,
        @SuppressWarnings("serial") // the maps and lists of the JDK are serializable
        Map<String, List<String>> fields)
        implements Serializable {

    private static final String TOKEN = "_csrf";

    static UnsentForm of(HttpServletRequest request, String visitor, String page) {
        Map<String, List<String>> fields = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> fields.put(name, List.of(values)));
        fields.remove(TOKEN);
        String query = request.getQueryString();
        if (query != null) {
            // they are in the action already
            for (String parameter : query.split("&")) {
                fields.remove(parameter.split("=", 2)[0]);
            }
        }
        return new UnsentForm(visitor, request.getRequestURI() + (query == null ? "" : "?" + query), page, fields);
    }

    /** The length of all that was typed, in characters. */
    int length() {
        return fields.entrySet().stream()
                .mapToInt(field -> field.getValue().stream()
                        .mapToInt(value -> field.getKey().length() + value.length())
                        .sum())
                .sum();
    }
}
