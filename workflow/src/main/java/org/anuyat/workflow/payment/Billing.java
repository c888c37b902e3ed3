package org.anuyat.workflow.payment;

import java.time.Instant;
import java.util.OptionalLong;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The port through which a bill is presented. Every call goes over the network: none may be made inside a transaction. */
public interface Billing {

    /** Presents a bill, once per application. */
    Presented present(Order order);

    /**
     * Asks the bank one last time, then closes a bill that holds no money.
     *
     * @throws RuntimeException when the bank doesn't answer; the job tries again
     */
    Closing close(UUID billId);

    /**
     * Whether a bank has reported a payment of the bill that it has yet to confirm: no money, but a reason not to pay again.
     *
     * @return false as well when the payments' books can't be asked just now
     */
    boolean isReported(UUID billId);

    /**
     * Money that banks have confirmed for a bill and that doesn't settle it (another amount, too late): a finance officer has yet to decide, or it
     * is on its way back.
     *
     * @return satang, 0 when there is none; empty when the payments' books can't be asked just now
     */
    OptionalLong undecided(UUID billId);

    /** What is to be paid. */
    record Order(
            String applicationNumber,
            String agency,
            String billerName,
            String description,
            String payerName,
            long amountSatang,
            Instant due) {}

    /** A bill as the payer needs it. */
    record Presented(
            UUID billId,
            String billerId,
            String reference1,
            String reference2,
            long amountSatang,
            Instant due,
            String qrPayload,
            String barcodePayload) {}

    /** Money that the bank confirmed. */
    record Money(String bank, String transactionId, Instant paidAt, long amountSatang) {}

    /**
     * What closing a bill found.
     *
     * @param money set when the bill turned out to be settled
     */
    record Closing(Result result, @Nullable Money money) {

        /** What closing a bill can find. */
        public enum Result {
            /** No money: the bill is closed. */
            CLOSED,
            /** The bill is settled. */
            SETTLED,
            /** There is money that a finance officer has yet to decide about. */
            UNDECIDED
        }
    }
}
