package org.anuyat.payments.api.refunds;

import java.util.UUID;
import org.anuyat.payments.api.PaymentsRefusal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * Refunds (การคืนเงิน). The bank is asked until it has confirmed or refused; as with the other contracts every call may be repeated, and none
 * may be made inside a database transaction.
 */
@HttpExchange(url = "/payments/v1/refunds", accept = "application/json")
public interface Refunds {

    /** Largest page that {@link #refunds} gives. */
    int LARGEST_PAGE = 200;

    /**
     * Orders a refund, once per idempotency key. Money in the finance officer's queue goes back whole. Money on a bill goes back whole too, or
     * as far as it is more than the bill asks for: then the rest settles the bill, and the platform gets the notice of that at once.
     *
     * @return the refund of that key as it is now
     * @throws PaymentsRefusal {@code NOT_FOUND} when the agency has no such payment; {@code KEY_REUSED} when the key was used for another order;
     *     {@code ALREADY_SETTLED} when the money is on its way back, or there; {@code NOT_COVERED} when the amount is neither the whole
     *     payment nor what is too much
     */
    @PostExchange(contentType = "application/json")
    Refund order(@RequestBody RefundOrder order);

    /**
     * One refund, of whichever agency.
     *
     * @throws PaymentsRefusal {@code NOT_FOUND}
     */
    @GetExchange("/{refundId}")
    Refund refund(@PathVariable("refundId") UUID refundId);

    /**
     * Lists the refunds of an agency, newest first.
     *
     * @param openOnly leaves out what has come to its end
     * @param page from 0
     * @param size 1 to {@value #LARGEST_PAGE}
     */
    @GetExchange
    Refund.Page refunds(
            @RequestParam("agency") String agency,
            @RequestParam("openOnly") boolean openOnly,
            @RequestParam("page") int page,
            @RequestParam("size") int size);

    /**
     * Enters what became of a refund that went to the bank on paper; repeating it changes nothing.
     *
     * @throws PaymentsRefusal {@code NOT_FOUND}; {@code ALREADY_SETTLED} when the refund isn't {@code BY_HAND}
     */
    @PostExchange(url = "/{refundId}/by-hand", contentType = "application/json")
    Refund byHand(@PathVariable("refundId") UUID refundId, @RequestBody HandRefund hand);
}
