package org.anuyat.workflow.issuance.signature;

import org.anuyat.workflow.approval.Decision;
import org.anuyat.workflow.approval.Decisions;
import org.anuyat.workflow.approval.authority.Authority;
import org.anuyat.workflow.thai.BuddhistDate;
import org.springframework.stereotype.Component;

/** Finds who decided in the end. */
@Component
public class Approvers {

    private final Decisions decisions;
    private final Authority authority;

    Approvers(Decisions decisions, Authority authority) {
        this.decisions = decisions;
        this.authority = authority;
    }

    /**
     * Who approved an application at the last level.
     *
     * @throws IllegalStateException when nobody did
     */
    public Approver of(String applicationNumber) {
        Decision decision = decisions.of(applicationNumber).stream()
                .filter(one -> one.kind() == Decision.Kind.APPROVE && one.last())
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalStateException(applicationNumber + " was never approved"));
        return new Approver(
                decision.officerSubject(),
                decision.officer(),
                decision.position(),
                BuddhistDate.dateOf(decision.at()),
                authority.of(applicationNumber).stream()
                        .filter(given -> given.officer().equals(decision.officerSubject()))
                        .reduce((earlier, later) -> later)
                        .orElse(null));
    }
}
