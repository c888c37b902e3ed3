package org.anuyat.payments.service.bills;

import java.util.UUID;
import org.anuyat.payments.api.Discrepancy;
import org.anuyat.payments.api.Reconciliation;
import org.anuyat.payments.api.Settlement;
import org.anuyat.payments.service.HttpOn;
import org.anuyat.payments.service.PaymentsPart;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.RestController;

/** {@link Reconciliation} over HTTP, by the contract's own mappings. */
@PaymentsPart
@HttpOn
@RestController
class ReconciliationEndpoint implements Reconciliation {

    private final Reconciliation queue;

    ReconciliationEndpoint(@Qualifier("financeQueue") Reconciliation queue) {
        this.queue = queue;
    }

    @Override
    public Discrepancy.Page discrepancies(
            String agency, Discrepancy.@Nullable Kind kind, boolean undecidedOnly, String text, int page, int size) {
        return queue.discrepancies(agency, kind, undecidedOnly, text, page, size);
    }

    @Override
    public Discrepancy discrepancy(UUID discrepancyId) {
        return queue.discrepancy(discrepancyId);
    }

    @Override
    public Discrepancy settle(UUID discrepancyId, Settlement settlement) {
        return queue.settle(discrepancyId, settlement);
    }
}
