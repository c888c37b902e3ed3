package org.anuyat.allinone.people;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;

/** A payer at the make-believe bank's own pages, over HTTP. */
public final class Bank {

    private static final Pattern HIDDEN =
            Pattern.compile("<input[^>]*type=\"hidden\"[^>]*name=\"([^\"]+)\"[^>]*value=\"([^\"]*)\"");

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final String address;

    Bank(@Value("${server.port}") int port) {
        this.address = "http://localhost:" + port + "/sandbox-bank";
    }

    /**
     * Pays what a QR code asks for.
     *
     * @param manner one of the bank's ways to pay and to misbehave
     * @param baht the amount where the manner wants one, else empty
     */
    public void pay(String qr, String manner, String baht) throws IOException, InterruptedException {
        String page = send(HttpRequest.newBuilder(URI.create(address + "?qr=" + encode(qr))).build());
        Map<String, String> fields = HIDDEN.matcher(page).results().collect(Collectors.toMap(
                field -> field.group(1), field -> unescape(field.group(2)), (first, second) -> first));
        fields.put("qr", qr);
        fields.put("manner", manner);
        fields.put("baht", baht);
        String form = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        send(HttpRequest.newBuilder(URI.create(address + "/payments"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    /** Has the bank send a biller its end-of-day file. */
    public void deliverDayFile(String biller, LocalDate day) throws IOException, InterruptedException {
        post("/day-files", "biller=" + biller + "&day=" + day, address + "/day-files");
    }

    /** Closes the bank for billers, or opens it again. */
    public void open(boolean open) throws IOException, InterruptedException {
        post("/opening", "open=" + open, address);
    }

    /** What the payer's phone keeps of a payment. */
    public byte[] slip(String payment) throws IOException, InterruptedException {
        return http.send(
                        HttpRequest.newBuilder(URI.create(address + "/slips/" + payment + ".png")).build(),
                        HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }

    private void post(String path, String form, String page) throws IOException, InterruptedException {
        send(HttpRequest.newBuilder(URI.create(address + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form + "&_csrf=" + encode(token(page))))
                .build());
    }

    private String token(String page) throws IOException, InterruptedException {
        Matcher token = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]*)\"")
                .matcher(send(HttpRequest.newBuilder(URI.create(page)).build()));
        return token.find() ? unescape(token.group(1)) : "";
    }

    private String send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new AssertionError(request.uri() + " answered " + answer.statusCode() + ": " + answer.body());
        }
        return answer.body();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String unescape(String text) {
        Matcher entity = Pattern.compile("&#43;").matcher(text);
        return entity.replaceAll("+").replace("&amp;", "&");
    }
}
