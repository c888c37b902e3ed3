package org.anuyat.backoffice;

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
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** An officer's browser without a script: cookies, forms with their token, no redirect followed unless told. */
final class Desktop {

    private final HttpClient http =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String base;
    private final String officer;

    Desktop(int port, String officer) {
        this.base = "http://localhost:" + port;
        this.officer = officer;
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

    /** Posts what was filled into a form, with the session's token. */
    Page post(String path, Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form + "&_csrf=" + encoded(get("/token").body()))));
    }

    /** Sends one file, with the session's token before it. */
    Page upload(String path, String field, String fileName, String type, byte[] content) {
        String boundary = "----desktop";
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
                        .formatted(boundary, get("/token").body(), field, fileName, type);
        body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Accept", "text/html")
                .header(OfficeHours.OFFICER, officer);
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
