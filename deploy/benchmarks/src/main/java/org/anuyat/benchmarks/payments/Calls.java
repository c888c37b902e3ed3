package org.anuyat.benchmarks.payments;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.anuyat.benchmarks.load.Work;

/** A bank's payment confirmations, each about another bill; the bank knows all these payments when it is asked. */
public final class Calls implements Work {

    /** Bills that wait for them. */
    public static final int BILLS = 150_000;

    private static final String CONFIRMATION =
            """
            {"payeeProxyId":"099400099999200","payeeProxyType":"BILLERID","payeeAccountNumber":"0000000000","payeeName":"เทศบาลเมืองตัวอย่าง",\
            "payerProxyId":"","payerProxyType":"ACCOUNT","payerAccountNumber":"0000000001","payerName":"SANDBOX PAYER","sendingBankCode":"014",\
            "receivingBankCode":"014","amount":"100.00","channelCode":"PMH","transactionId":"%1$s","transactionDateandTime":"%2$s",\
            "billPaymentRef1":"%3$s","billPaymentRef2":"20991231","billPaymentRef3":"","currencyCode":"764","transactionType":"Domestic Transfers"}
            """;

    private final HttpClient http;
    private final URI target;
    private final String paidAt;
    private final AtomicInteger next;

    /**
     * @param paidAt as the bank's ledger has it, ISO 8601 with offset
     * @param first of the bills; after the last comes the first again
     */
    public Calls(HttpClient http, URI target, String paidAt, int first) {
        this.http = http;
        this.target = target;
        this.paidAt = paidAt;
        this.next = new AtomicInteger(first - 1);
    }

    /** The body of one of them. */
    public static String body(int number, String paidAt) {
        return CONFIRMATION.formatted("BENCH%08d".formatted(number), paidAt, "1%011d".formatted(number));
    }

    @Override
    public CompletableFuture<?> begin(int index) {
        int number = 1 + next.getAndIncrement() % BILLS;
        HttpRequest request = HttpRequest.newBuilder(target)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body(number, paidAt)))
                .build();
        return http.sendAsync(request, BodyHandlers.ofString()).thenAccept(answer -> {
            if (answer.statusCode() != 200 || !answer.body().contains("\"resCode\":\"00\"")) {
                throw new IllegalStateException("answered " + answer.statusCode() + ": " + answer.body());
            }
        });
    }
}
