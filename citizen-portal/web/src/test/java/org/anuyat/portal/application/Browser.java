package org.anuyat.portal.application;

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
final class Browser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String base;
    private final String citizen;

    Browser(int port, String citizen) {
        this.base = "http://localhost:" + port;
        this.citizen = citizen;
    }

    record Page(int status, String body, String location, HttpResponse<String> response) {

        String hidden(String name) {
            Matcher value = Pattern.compile("name=\"" + name + "\" value=\"([^\"]*)\"").matcher(body);
            if (!value.find()) {
                throw new AssertionError("no hidden field " + name + " in\n" + body);
            }
            return value.group(1);
        }
    }

    Page get(String path) {
        return send(request(path).GET());
    }

    /** Posts a form with a token taken from a page that shows one. */
    Page post(String path, Map<String, List<String>> fields) {
        return postWith(token(), path, fields);
    }

    Page postWith(String token, String path, Map<String, List<String>> fields) {
        String form = fields.entrySet().stream()
                .flatMap(field -> field.getValue().stream().map(value -> encoded(field.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form + "&_csrf=" + encoded(token))));
    }

    Page upload(String path, String fileName, String type, byte[] content) {
        String boundary = "----anuyat";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        String head =
                """
                --%1$s\r
                Content-Disposition: form-data; name="_csrf"\r
                \r
                %2$s\r
                --%1$s\r
                Content-Disposition: form-data; name="file"; filename="%3$s"\r
                Content-Type: %4$s\r
                \r
                """
                        .formatted(boundary, token(), fileName, type);
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private String token() {
        Matcher token = TOKEN.matcher(get("/services/food-licence/start").body());
        if (!token.find()) {
            throw new AssertionError("no form on the start page");
        }
        return token.group(1);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path)).header("Accept", "text/html");
        return citizen.isEmpty() ? request : request.header(PagesTestApplication.CITIZEN, citizen);
    }

    private Page send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
            String location = response.headers().firstValue("Location").orElse("").replace(base, "");
            return new Page(response.statusCode(), response.body(), location, response);
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
