package org.anuyat.payments.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientResponseException;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/** Makes clients of the adapter, or of the platform's {@link PaymentNotices}, when the two run as separate processes. */
public final class PaymentsOverHttp {

    private static final int LARGEST_PROBLEM = 10_000;

    private PaymentsOverHttp() {}

    /**
     * Makes a client of one of this package's interfaces.
     *
     * @param http with base URL, time-outs and authentication set; it deals with 401 by itself, because it knows how it authenticates
     */
    public static <T> T client(Class<T> contract, RestClient http) {
        RestClient refusing = http.mutate()
                .defaultStatusHandler(PaymentsOverHttp::isRefusal, (request, response) -> {
                    throw refusal(response);
                })
                .build();
        return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(refusing)).build().createClient(contract);
    }

    private static boolean isRefusal(HttpStatusCode status) {
        return status.isError() && !status.isSameCodeAs(HttpStatus.UNAUTHORIZED);
    }

    private static RuntimeException refusal(ClientHttpResponse response) throws IOException {
        byte[] body = response.getBody().readNBytes(LARGEST_PROBLEM);
        String problem = new String(body, StandardCharsets.UTF_8);
        HttpStatusCode status = response.getStatusCode();
        String statusText = response.getStatusText();
        return Arrays.stream(PaymentsRefusal.Reason.values())
                .filter(reason -> problem.contains('"' + reason.type() + '"'))
                .<RuntimeException>map(reason -> new PaymentsRefusal(reason, problem))
                .findFirst()
                .orElseGet(() -> new RestClientResponseException(
                        "the other process answered " + status.value() + ": " + problem,
                        status, statusText, response.getHeaders(), body, StandardCharsets.UTF_8));
    }
}
