package org.anuyat.allinone.notices;

import org.anuyat.payments.api.DiscrepancyNotice;
import org.anuyat.payments.api.PaymentNotice;
import org.anuyat.payments.api.PaymentNotices;
import org.anuyat.payments.api.refunds.RefundNotice;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Fallback;
import org.springframework.web.bind.annotation.RestController;

/** {@link PaymentNotices} over HTTP, by the contract's own mappings; there when another process is the payments adapter. */
@RestController
@Fallback
@ConditionalOnProperty("anuyat.payments.url")
class NoticesEndpoint implements PaymentNotices {

    private final PaymentNotices platform;

    NoticesEndpoint(PaymentNotices platform) {
        this.platform = platform;
    }

    @Override
    public void paymentPosted(PaymentNotice notice) {
        platform.paymentPosted(notice);
    }

    @Override
    public void paymentException(DiscrepancyNotice notice) {
        platform.paymentException(notice);
    }

    @Override
    public void refundEnded(RefundNotice notice) {
        platform.refundEnded(notice);
    }
}
