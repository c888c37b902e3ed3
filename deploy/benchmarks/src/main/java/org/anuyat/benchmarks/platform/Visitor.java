package org.anuyat.benchmarks.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Somebody with a browser: keeps cookies, follows redirections, and sends a form's token with it. */
public final class Visitor {

    private static final int MOST_REDIRECTIONS = 15;

    private final HttpClient http;
    private final URI base;
    private final Map<String, String> cookies = new ConcurrentHashMap<>();
    private String token = "";

    public Visitor(HttpClient http, URI base) {
        this.http = http;
        this.base = base;
    }

    /** Signs in on the provider's page, to which the path leads who is not signed in. */
    public Visitor signedIn(String path, String username, String password) {
        Document login = get(path);
        Element form = login.selectFirst("form:has(input[type=password]), form:has(input[name=password])");
        if (form == null) {
            throw new IllegalStateException("no sign-in form behind " + path + ": " + login.title());
        }
        Document after = post(form.attr("action"), Map.of("username", List.of(username), "password", List.of(password), "_csrf", List.of(csrf(form))));
        token = csrf(after);
        return this;
    }

    /** The page at the end of all redirections. */
    public Document get(String path) {
        return page(request(path).GET().build());
    }

    /** Sends a form and returns the page to which the answer leads. */
    public Document post(String path, Map<String, ? extends Collection<String>> fields) {
        return page(form(path, fields));
    }

    /** Begins to fetch a page; the answer must bear the status. */
    public CompletableFuture<?> fetch(String path, int expected) {
        return send(request(path).GET().build(), expected);
    }

    /** Begins to send a form, the session's token included; the answer must bear the status. */
    public CompletableFuture<?> submit(String path, Map<String, String> fields, int expected) {
        Map<String, List<String>> all = fields.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, field -> List.of(field.getValue())));
        all.put("_csrf", List.of(token));
        return send(form(path, all), expected);
    }

    /** Begins to send a file in a form's field called {@code file}. */
    public CompletableFuture<?> upload(String path, String name, byte[] content, int expected) {
        String boundary = "anuyat-benchmark-boundary";
        String head = ("--%1$s\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n%2$s\r\n--%1$s\r\n"
                        + "Content-Disposition: form-data; name=\"file\"; filename=\"%3$s\"\r\nContent-Type: application/pdf\r\n\r\n")
                .formatted(boundary, token, name);
        String tail = "\r\n--" + boundary + "--\r\n";
        return send(
                request(path)
                        .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                        .POST(BodyPublishers.concat(
                                BodyPublishers.ofString(head), BodyPublishers.ofByteArray(content), BodyPublishers.ofString(tail)))
                        .build(),
                expected);
    }

    private CompletableFuture<?> send(HttpRequest request, int expected) {
        return http.sendAsync(request, BodyHandlers.discarding()).thenAccept(answer -> {
            if (answer.statusCode() != expected) {
                throw new IllegalStateException("status " + answer.statusCode() + " for " + expected);
            }
            if (expected / 100 == 3 && answer.headers().firstValue("Location").orElse("").contains("/oauth2/")) {
                throw new IllegalStateException("sent to the sign-in page");
            }
        });
    }

    private Document page(HttpRequest first) {
        HttpRequest request = first;
        for (int i = 0; i < MOST_REDIRECTIONS; i++) {
            HttpResponse<String> answer = answer(request);
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            if (answer.statusCode() / 100 != 3) {
                if (answer.statusCode() != 200) {
                    throw new IllegalStateException(
                            request.method() + " " + request.uri() + " answered " + answer.statusCode() + ": " + Jsoup.parse(answer.body()).text());
                }
                return Jsoup.parse(answer.body(), request.uri().toString());
            }
            URI next = request.uri().resolve(answer.headers().firstValue("Location").orElseThrow());
            request = request(next.toString()).GET().build();
        }
        throw new IllegalStateException("too many redirections behind " + first.uri());
    }

    private HttpResponse<String> answer(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path));
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream().map(c -> c.getKey() + "=" + c.getValue()).collect(Collectors.joining("; ")));
        }
        return request;
    }

    private HttpRequest form(String path, Map<String, ? extends Collection<String>> fields) {
        String body = fields.entrySet().stream()
                .flatMap(field -> field.getValue().stream().map(value -> encoded(field.getKey()) + "=" + encoded(value)))
                .collect(Collectors.joining("&"));
        return request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private void keep(String cookie) {
        String pair = cookie.split(";", 2)[0];
        int equals = pair.indexOf('=');
        cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
    }

    private static String csrf(Element part) {
        Element field = part.selectFirst("input[name=_csrf]");
        return field == null ? "" : field.attr("value");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
