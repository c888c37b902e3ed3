package org.anuyat.workflow.payment.billing;

import org.anuyat.payments.api.DiscrepancyNotice;
import org.anuyat.payments.api.PaymentNotice;
import org.anuyat.payments.api.PaymentNotices;
import org.anuyat.payments.api.refunds.Refund;
import org.anuyat.payments.api.refunds.RefundNotice;
import org.anuyat.workflow.payment.Payments;
import org.anuyat.workflow.payment.refund.Refunding;
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

    @Override
    public void refundEnded(RefundNotice notice) {
        Refund refund = notice.refund();
        payments.refundEnded(
                notice.noticeId(),
                refund.idempotencyKey(),
                refund.state() == Refund.State.DONE
                        ? new Refunding.Outcome(refund.bankReference(), null)
                        : new Refunding.Outcome(null, refund.refusal()));
    }
}
