package org.anuyat.payments.api;

import java.util.List;
import java.util.UUID;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * Bills (ใบแจ้งการชำระเงิน) that a citizen pays by Thai QR or at a bank's counter.
 *
 * <p>The bean of this type is the service itself when it runs in the same process, or a client made by
 * {@link PaymentsOverHttp}. Every call may be repeated, and none may be made inside a database transaction: it may
 * go over the network. Refusals are {@link PaymentsRefusal}s in both cases.
 */
@HttpExchange(url = "/payments/v1/bills", accept = "application/json")
public interface Bills {

    /**
     * Presents a bill, once per idempotency key.
     *
     * @return the bill of that key as it is now, also when the order is repeated after it was paid
     * @throws PaymentsRefusal {@code KEY_REUSED} when the key was used for an order with other content,
     *     {@code UNKNOWN_AGENCY} when the agency has no biller ID
     */
    @PostExchange(contentType = "application/json")
    Bill present(@RequestBody BillOrder order);

    /**
     * Reads a bill as it is now. A bill whose due time has passed without money reads as {@link Bill.State#EXPIRED}.
     *
     * @throws PaymentsRefusal {@code NOT_FOUND}
     */
    @GetExchange("/{billId}")
    Bill find(@PathVariable("billId") UUID billId);

    /**
     * Cancels a bill that holds no money; cancelling a cancelled or expired bill again changes nothing. Money that arrives for a
     * cancelled bill all the same is kept for the finance officer.
     *
     * @throws PaymentsRefusal {@code NOT_FOUND}, or {@code NOT_OPEN} when the bill already holds money
     */
    @PostExchange("/{billId}/cancellation")
    Bill cancel(@PathVariable("billId") UUID billId);

    /**
     * Asks the bank now whether the bill was paid, and posts what the bank confirms, as for a callback that was lost.
     *
     * @throws PaymentsRefusal {@code NOT_FOUND}, or {@code BANK_UNAVAILABLE} when the bank doesn't answer
     */
    @PostExchange("/{billId}/inquiry")
    Bill inquire(@PathVariable("billId") UUID billId);

    /**
     * What banks have reported about a bill and not confirmed yet, by an answer or their end-of-day file: no money, but a reason not to pay
     * again. A report stands for ten days.
     *
     * @return oldest first; empty as soon as the money is in the books, or the bank has taken its report back
     * @throws PaymentsRefusal {@code NOT_FOUND}
     */
    @GetExchange("/{billId}/reports")
    List<ReportedPayment> reported(@PathVariable("billId") UUID billId);
}
