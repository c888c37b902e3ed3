package org.anuyat.backoffice.finance;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.anuyat.backoffice.security.CurrentOfficer;
import org.anuyat.payments.api.Discrepancy;
import org.anuyat.payments.api.PaymentsRefusal;
import org.anuyat.payments.api.Reconciliation;
import org.anuyat.payments.api.Settlement;
import org.anuyat.workflow.identity.Officer;
import org.anuyat.workflow.payment.refund.RefundProposal;
import org.anuyat.workflow.payment.refund.RefundRefused;
import org.anuyat.workflow.payment.refund.Refunding;
import org.anuyat.workflow.payment.settlement.Decision;
import org.anuyat.workflow.payment.settlement.Settlements;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The queue of one agency: the adapter knows entries by their id alone, so whose they are is checked here. */
@Component
class Queue {

    private static final int MOST_PROPOSALS = 500;

    private final Reconciliation reconciliation;
    private final Settlements settlements;
    private final Refunding refunding;

    Queue(Reconciliation reconciliation, Settlements settlements, Refunding refunding) {
        this.reconciliation = reconciliation;
        this.settlements = settlements;
        this.refunding = refunding;
    }

    Discrepancy.Page page(
            Officer officer, Discrepancy.@Nullable Kind kind, boolean undecidedOnly, String text, int page, int size) {
        return reconciliation.discrepancies(officer.agency(), kind, undecidedOnly, text, page, size);
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

    /** The open proposals to give money of the agency back, by bank and transaction. */
    Map<String, RefundProposal> proposals(Officer officer) {
        return refunding.page(officer.agency(), true, 0, MOST_PROPOSALS).entries().stream()
                .collect(Collectors.toMap(one -> key(one.bank(), one.transactionId()), Function.identity()));
    }

    /** What {@link #proposals} knows an entry by. */
    static String key(Discrepancy entry) {
        return key(entry.payment().bank(), entry.payment().transactionId());
    }

    private static String key(String bank, String transactionId) {
        return bank + "/" + transactionId;
    }

    /**
     * Proposes to give money of an entry back; the entry waits until a second officer has decided.
     *
     * @throws RefundRefused when there is an open proposal
     */
    void propose(CurrentOfficer current, Discrepancy entry, Choice choice, String reason) {
        Refunding.Money money = new Refunding.Money(
                entry.applicationNumber(),
                entry.payment().bank(),
                entry.payment().transactionId(),
                entry.payment().amountSatang());
        refunding.propose(current.officer().agency(), money, choice.back(entry), reason, current.actor());
    }

    /**
     * Accepts the money of an entry of the officer's agency; the decision is in the record before the money moves.
     *
     * @throws PaymentsRefusal when the books don't take it, which is recorded too
     */
    void accept(CurrentOfficer current, Discrepancy entry, String reason) {
        Officer officer = current.officer();
        Decision decision = new Decision(
                entry.id(),
                entry.applicationNumber(),
                Settlement.Decision.ACCEPT.name(),
                reason,
                entry.payment().amountSatang(),
                entry.payment().bank(),
                entry.payment().transactionId());
        settlements.decided(decision, officer.agency(), current.actor());
        try {
            reconciliation.settle(entry.id(), new Settlement(Settlement.Decision.ACCEPT, officer.subject(), reason));
        } catch (PaymentsRefusal refusal) {
            settlements.rejected(
                    decision, officer.agency(), current.actor(), refusal.reason().name());
            throw refusal;
        }
    }
}
