package org.anuyat.payments.service.journey;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.anuyat.payments.api.Discrepancy;
import org.anuyat.payments.api.DiscrepancyNotice;
import org.anuyat.payments.api.PaymentNotice;
import org.anuyat.payments.api.PaymentNotices;
import org.anuyat.payments.api.refunds.RefundNotice;

/** The platform's side: remembers what it was told, and can refuse to listen. */
final class Platform implements PaymentNotices {

    final List<PaymentNotice> posted = new CopyOnWriteArrayList<>();
    final List<DiscrepancyNotice> exceptions = new CopyOnWriteArrayList<>();
    final List<RefundNotice> refunds = new CopyOnWriteArrayList<>();
    final AtomicInteger refusals = new AtomicInteger();

    @Override
    public void paymentPosted(PaymentNotice notice) {
        refuse();
        posted.add(notice);
    }

    @Override
    public void paymentException(DiscrepancyNotice notice) {
        refuse();
        exceptions.add(notice);
    }

    @Override
    public void refundEnded(RefundNotice notice) {
        refuse();
        refunds.add(notice);
    }

    private void refuse() {
        if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IllegalStateException("the platform is busy");
        }
    }

    List<PaymentNotice> postedFor(UUID billId) {
        return posted.stream().filter(notice -> notice.bill().id().equals(billId)).toList();
    }

    List<Discrepancy> exceptionsFor(UUID billId) {
        return exceptions.stream()
                .filter(notice -> notice.bill().id().equals(billId))
                .map(DiscrepancyNotice::discrepancy)
                .toList();
    }
}
