package org.anuyat.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without a script: cookies, forms with their token, no redirect followed unless told. */
public final class FormBrowser {

    private static final String BOUNDARY = "----anuyat";

    /** Keeps a word of a page on one line; to a reader it is text like any other. */
    private static final Pattern WHOLE_WORD = Pattern.compile("<span class=\"kit-word\">([^<]*)</span>");

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String base;
    private final Map<String, String> headers;

    /**
     * Opens a browser.
     *
     * @param port of a server on this machine
     * @param headers that it sends with everything
     */
    public FormBrowser(int port, Map<String, String> headers) {
        this.base = "http://localhost:" + port;
        this.headers = Map.copyOf(headers);
    }

    /**
     * An answer.
     *
     * @param body without the marks of words that are kept whole
     * @param location where it leads on, without the server's address; empty when it doesn't
     */
    public record Page(int status, String body, String location, HttpResponse<String> response) {

        /** The value of a hidden field. */
        public String hidden(String name) {
            Matcher value = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(body);
            if (!value.find()) {
                throw new AssertionError("no hidden field " + name + " in\n" + body);
            }
            return value.group(1);
        }
    }

    /** Opens a page. */
    public Page get(String path) {
        return send(request(path).GET());
    }

    /** Posts what was filled into a form. */
    public Page post(String token, String path, Map<String, List<String>> fields) {
        String form = fields.entrySet().stream()
                .flatMap(field -> field.getValue().stream().map(value -> encoded(field.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form + "&_csrf=" + encoded(token))));
    }

    /** Sends one file, with the token before it. */
    public Page upload(String token, String path, String field, String fileName, String type, byte[] content) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        String head =
                """
                --%1$s\r
                Content-Disposition: form-data; name="_csrf"\r
                \r
                %2$s\r
                --%1$s\r
                Content-Disposition: form-data; name="%3$s"; filename="%4$s"\r
                Content-Type: %5$s\r
                \r
                """
                        .formatted(BOUNDARY, token, field, fileName, type);
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path)).header("Accept", "text/html");
        headers.forEach(request::header);
        return request;
    }

    private Page send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            String location = response.headers().firstValue("Location").orElse("").replace(base, "");
            String body = WHOLE_WORD.matcher(response.body()).replaceAll("$1");
            return new Page(response.statusCode(), body, location, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
