package org.anuyat.backoffice.finance.refunds;

import java.util.Optional;
import org.anuyat.backoffice.desk.Waiting;
import org.anuyat.workflow.identity.Officer;
import org.anuyat.workflow.payment.refund.Refunding;
import org.springframework.stereotype.Component;

/** Tells approvers on their first page how many refunds wait for a second officer. */
@Component
class RefundsWaiting implements Waiting {

    private final Refunding refunding;

    RefundsWaiting(Refunding refunding) {
        this.refunding = refunding;
    }

    @Override
    public Optional<Count> of(Officer officer) {
        return RefundDesk.decides(officer)
                ? Optional.of(new Count(
                        "finance.refunds.waiting", "/backoffice/refunds", refunding.waiting(officer.agency(), officer.subject())))
                : Optional.empty();
    }
}
