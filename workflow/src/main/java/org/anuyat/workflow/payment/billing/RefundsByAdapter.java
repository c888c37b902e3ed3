package org.anuyat.workflow.payment.billing;

import java.util.Objects;
import org.anuyat.payments.api.PaymentsRefusal;
import org.anuyat.payments.api.PaymentsRefusal.Reason;
import org.anuyat.payments.api.refunds.RefundOrder;
import org.anuyat.payments.api.refunds.Refunds;
import org.anuyat.workflow.payment.refund.RefundPort;
import org.anuyat.workflow.payment.refund.RefundProposal;
import org.springframework.stereotype.Component;

/** Speaks {@code payments-api} about refunds. */
@Component
class RefundsByAdapter implements RefundPort {

    private final Refunds refunds;

    RefundsByAdapter(Refunds refunds) {
        this.refunds = refunds;
    }

    @Override
    public Answer order(RefundProposal proposal) {
        try {
            return new Answer(
                    refunds.order(new RefundOrder(
                                    proposal.key(),
                                    proposal.agency(),
                                    proposal.bank(),
                                    proposal.transactionId(),
                                    proposal.amountSatang(),
                                    proposal.proposedBy(),
                                    Objects.requireNonNull(proposal.decision()).officer(),
                                    proposal.reason()))
                            .id(),
                    null);
        } catch (PaymentsRefusal refusal) {
            if (refusal.reason() == Reason.BANK_UNAVAILABLE) {
                throw refusal;
            }
            return new Answer(null, refusal.reason().name());
        }
    }
}
