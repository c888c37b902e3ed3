package org.anuyat.benchmarks.payments;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.anuyat.benchmarks.load.Posts;
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

    private final Posts bank;
    private final String paidAt;
    private final AtomicInteger next;

    /**
     * @param bank posts to the adapter's address for calls
     * @param paidAt as the bank's ledger has it, ISO 8601 with offset
     * @param first of the bills; after the last comes the first again
     */
    public Calls(Posts bank, String paidAt, int first) {
        this.bank = bank;
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
        return bank.post(body(number, paidAt)).thenAccept(answer -> {
            if (answer.status() != 200 || !answer.body().contains("\"resCode\":\"00\"")) {
                throw new IllegalStateException("answered " + answer.status() + ": " + answer.body());
            }
        });
    }
}
