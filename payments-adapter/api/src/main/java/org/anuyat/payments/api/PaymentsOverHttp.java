package org.anuyat.payments.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/** Makes clients of the adapter, or of the platform's {@link PaymentNotices}, when the two run as separate processes. */
public final class PaymentsOverHttp {

    private PaymentsOverHttp() {}

    /**
     * Makes a client of one of this package's interfaces.
     *
     * @param http with base URL, time-outs and authentication set
     */
    public static <T> T client(Class<T> contract, RestClient http) {
        RestClient refusing = http.mutate()
                .defaultStatusHandler(HttpStatusCode::isError, (request, response) -> {
                    throw refusal(response);
                })
                .build();
        return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(refusing)).build().createClient(contract);
    }

    private static RuntimeException refusal(ClientHttpResponse response) throws IOException {
        String problem = new String(response.getBody().readNBytes(10_000), StandardCharsets.UTF_8);
        return Arrays.stream(PaymentsRefusal.Reason.values())
                .filter(reason -> problem.contains('"' + reason.type() + '"'))
                .<RuntimeException>map(reason -> new PaymentsRefusal(reason, problem))
                .findFirst()
                .orElseGet(() -> new IllegalStateException("the payments adapter answered: " + problem));
    }
}
