package org.anuyat.workflow.payment.billing;

import org.anuyat.payments.api.DiscrepancyNotice;
import org.anuyat.payments.api.PaymentNotice;
import org.anuyat.payments.api.PaymentNotices;
import org.anuyat.workflow.payment.Payments;
import org.springframework.stereotype.Component;

/** What the payments adapter tells the platform. */
@Component
class NoticesFromAdapter implements PaymentNotices {

    private final Payments payments;

    NoticesFromAdapter(Payments payments) {
        this.payments = payments;
    }

    @Override
    public void paymentPosted(PaymentNotice notice) {
        payments.posted(
                notice.noticeId(), notice.bill().applicationNumber(), BillingByAdapter.money(notice.payment()));
    }

    @Override
    public void paymentException(DiscrepancyNotice notice) {
        payments.queried(
                notice.noticeId(),
                notice.bill().applicationNumber(),
                notice.discrepancy().kind().name(),
                BillingByAdapter.money(notice.discrepancy().payment()));
    }
}
