package org.anuyat.payments.service.banks;

import java.net.http.HttpClient;
import org.anuyat.payments.service.BankAccess;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** The way to a bank, with the time-outs of its settings. */
public final class BankHttp {

    private BankHttp() {}

    /**
     * A client of the bank's base URL.
     *
     * @throws IllegalStateException when it isn't set
     */
    public static RestClient.Builder to(BankAccess access) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(access.connectTimeout()).build());
        requests.setReadTimeout(access.readTimeout());
        return RestClient.builder()
                .requestFactory(requests)
                .baseUrl(BankAccess.needed("base-url", access.baseUrl()).toString());
    }
}
