package org.anuyat.payments.service.refunds;

import java.util.UUID;
import org.anuyat.payments.api.refunds.HandRefund;
import org.anuyat.payments.api.refunds.Refund;
import org.anuyat.payments.api.refunds.RefundOrder;
import org.anuyat.payments.api.refunds.Refunds;
import org.anuyat.payments.service.HttpOn;
import org.anuyat.payments.service.PaymentsPart;
import org.springframework.web.bind.annotation.RestController;

/** {@link Refunds} over HTTP, by the contract's own mappings. */
@PaymentsPart("paymentsRefundEndpoint")
@HttpOn
@RestController
class RefundEndpoint implements Refunds {

    private final RefundDesk desk;

    RefundEndpoint(RefundDesk desk) {
        this.desk = desk;
    }

    @Override
    public Refund order(RefundOrder order) {
        return desk.order(order);
    }

    @Override
    public Refund refund(UUID refundId) {
        return desk.refund(refundId);
    }

    @Override
    public Refund.Page refunds(String agency, boolean openOnly, int page, int size) {
        return desk.refunds(agency, openOnly, page, size);
    }

    @Override
    public Refund byHand(UUID refundId, HandRefund hand) {
        return desk.byHand(refundId, hand);
    }
}
