package org.anuyat.sandboxbank;

import java.net.URI;
import java.net.http.HttpClient;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.UriComponentsBuilder;

/** Somebody at the bank over HTTP, with one bill to pay; goes nowhere by themselves when they are sent on. */
record Customer(int port) {

    static final String BILLER = "099400016550100";

    /** The QR code of a bill over 3,649.22 baht. */
    static final String BILL =
            "00020101021230650016A00000067701011201150994000165501000212123456789012030667042953037645802TH54073649.2263044534";

    RestClient http() {
        return RestClient.builder()
                .requestFactory(new JdkClientHttpRequestFactory(HttpClient.newHttpClient()))
                .baseUrl("http://localhost:" + port)
                .defaultStatusHandler(status -> true, (request, response) -> {})
                .build();
    }

    ResponseEntity<String> page(String path, Map<String, ?> parameters) {
        UriComponentsBuilder uri = UriComponentsBuilder.fromUriString("http://localhost:" + port + path);
        parameters.keySet().forEach(name -> uri.queryParam(name, "{" + name + "}"));
        URI encoded = uri.encode().buildAndExpand(parameters).toUri();
        return http().get().uri(encoded).retrieve().toEntity(String.class);
    }

    ResponseEntity<String> post(String path, Map<String, String> form) {
        return http().post()
                .uri(path)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .body(MultiValueMap.fromSingleValue(form))
                .retrieve()
                .toEntity(String.class);
    }

    /**
     * Pays the bill.
     *
     * @param manner one of the bank's ways to pay and to misbehave
     * @param baht the amount where the manner wants one, else empty
     */
    ResponseEntity<String> pay(UUID ticket, String manner, String baht) {
        return post("/sandbox-bank/payments", Map.of("qr", BILL, "ticket", ticket.toString(), "manner", manner, "baht", baht));
    }
}
