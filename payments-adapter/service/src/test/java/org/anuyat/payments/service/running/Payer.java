package org.anuyat.payments.service.running;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Somebody at the make-believe bank's pages.
 *
 * @param bankPort where the bank listens on this machine
 */
public record Payer(int bankPort) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /**
     * Pays as a person would.
     *
     * @param manner one of the bank's ways to pay and to misbehave
     * @param baht the amount where the manner wants one, else empty
     */
    public void pay(String qr, String manner, String baht) {
        post("/sandbox-bank/payments", Map.of(
                "qr", qr, "ticket", UUID.randomUUID().toString(), "manner", manner, "baht", baht));
    }

    /** Closes the bank for billers, or opens it again. */
    public void openBank(boolean open) {
        post("/sandbox-bank/opening", Map.of("open", Boolean.toString(open)));
    }

    /** Has the bank send a biller its end-of-day file. */
    public void deliverDayFile(String biller, LocalDate day) {
        post("/sandbox-bank/day-files", Map.of("biller", biller, "day", day.toString()));
    }

    /** The end-of-day file that the bank offers for download. */
    public byte[] dayFile(String biller, LocalDate day) {
        return send(HttpRequest.newBuilder(address("/sandbox-bank/day-files/file?biller=" + biller + "&day=" + day))
                        .build(), HttpResponse.BodyHandlers.ofByteArray())
                .body();
    }

    private void post(String path, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpResponse<String> response = send(
                HttpRequest.newBuilder(address(path))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 302) {
            throw new IllegalStateException("the bank answered " + response.statusCode() + ": " + response.body());
        }
    }

    private URI address(String path) {
        return URI.create("http://localhost:" + bankPort + path);
    }

    private static <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> kind) {
        try {
            return HTTP.send(request, kind);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
