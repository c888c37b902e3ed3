package org.anuyat.payments.api;

import org.anuyat.payments.api.refunds.RefundNotice;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;

/**
 * What the payments adapter tells the platform, and the platform implements.
 *
 * <p>A normal return acknowledges the notice; anything thrown has it sent again later. Notices of one bill come in the order of
 * their sequence. A notice may come more than once: the receiver acts once per {@code noticeId}. Calls are made outside
 * of any transaction of the adapter.
 */
@HttpExchange(url = "/payments/v1/notices", contentType = "application/json", accept = "application/json")
public interface PaymentNotices {

    /** The bank confirmed money that settles the bill; the receipt may be issued. Comes at most once per bill. */
    @PostExchange("/posted")
    void paymentPosted(@RequestBody PaymentNotice notice);

    /** Money came that doesn't settle the bill by itself (late, wrong amount, double); the finance officer will decide. */
    @PostExchange("/exceptions")
    void paymentException(@RequestBody DiscrepancyNotice notice);

    /** A refund was confirmed or refused by the bank. */
    @PostExchange("/refunds")
    void refundEnded(@RequestBody RefundNotice notice);
}
