package org.anuyat.backoffice.finance;

import java.util.Optional;
import java.util.UUID;
import org.anuyat.payments.api.Discrepancy;
import org.anuyat.payments.api.Reconciliation;
import org.anuyat.payments.api.Settlement;
import org.anuyat.workflow.identity.Officer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The queue of one agency: the adapter knows entries by their id alone, so whose they are is checked here. */
@Component
class Queue {

    private final Reconciliation reconciliation;

    Queue(Reconciliation reconciliation) {
        this.reconciliation = reconciliation;
    }

    Discrepancy.Page page(
            Officer officer, Discrepancy.@Nullable Kind kind, boolean undecidedOnly, int page, int size) {
        return reconciliation.discrepancies(officer.agency(), kind, undecidedOnly, page, size);
    }

    /** An entry of the officer's agency. */
    Optional<Discrepancy> find(Officer officer, UUID id) {
        for (int page = 0; ; page++) {
            Discrepancy.Page part =
                    reconciliation.discrepancies(officer.agency(), null, false, page, Reconciliation.LARGEST_PAGE);
            Optional<Discrepancy> found =
                    part.entries().stream().filter(entry -> entry.id().equals(id)).findFirst();
            if (found.isPresent() || (long) (page + 1) * Reconciliation.LARGEST_PAGE >= part.total()) {
                return found;
            }
        }
    }

    void settle(Officer officer, UUID id, Settlement.Decision decision, String reason) {
        reconciliation.settle(id, new Settlement(decision, officer.subject(), reason));
    }
}
