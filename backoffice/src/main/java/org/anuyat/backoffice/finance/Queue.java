package org.anuyat.backoffice.finance;

import java.util.Optional;
import java.util.UUID;
import org.anuyat.backoffice.security.CurrentOfficer;
import org.anuyat.payments.api.Discrepancy;
import org.anuyat.payments.api.PaymentsRefusal;
import org.anuyat.payments.api.Reconciliation;
import org.anuyat.payments.api.Settlement;
import org.anuyat.workflow.identity.Officer;
import org.anuyat.workflow.payment.settlement.Decision;
import org.anuyat.workflow.payment.settlement.Settlements;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The queue of one agency: the adapter knows entries by their id alone, so whose they are is checked here. */
@Component
class Queue {

    private final Reconciliation reconciliation;
    private final Settlements settlements;

    Queue(Reconciliation reconciliation, Settlements settlements) {
        this.reconciliation = reconciliation;
        this.settlements = settlements;
    }

    Discrepancy.Page page(
            Officer officer, Discrepancy.@Nullable Kind kind, boolean undecidedOnly, int page, int size) {
        return reconciliation.discrepancies(officer.agency(), kind, undecidedOnly, page, size);
    }

    /** An entry of the officer's agency. */
    Optional<Discrepancy> find(Officer officer, UUID id) {
        try {
            return Optional.of(reconciliation.discrepancy(id)).filter(entry -> entry.agency().equals(officer.agency()));
        } catch (PaymentsRefusal refusal) {
            if (refusal.reason() == PaymentsRefusal.Reason.NOT_FOUND) {
                return Optional.empty();
            }
            throw refusal;
        }
    }

    /**
     * Decides about an entry of the officer's agency; the decision is in the record before the money moves.
     *
     * @throws PaymentsRefusal when the books don't take it, which is recorded too
     */
    void settle(CurrentOfficer current, Discrepancy entry, Settlement.Decision decided, String reason) {
        Officer officer = current.officer();
        Decision decision = new Decision(
                entry.id(),
                entry.applicationNumber(),
                decided.name(),
                reason,
                entry.payment().amountSatang(),
                entry.payment().bank(),
                entry.payment().transactionId());
        settlements.decided(decision, officer.agency(), current.actor());
        try {
            reconciliation.settle(entry.id(), new Settlement(decided, officer.subject(), reason));
        } catch (PaymentsRefusal refusal) {
            settlements.rejected(
                    decision, officer.agency(), current.actor(), refusal.reason().name());
            throw refusal;
        }
    }
}
