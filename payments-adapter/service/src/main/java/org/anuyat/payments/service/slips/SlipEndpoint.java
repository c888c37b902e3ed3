package org.anuyat.payments.service.slips;

import java.util.List;
import java.util.UUID;
import org.anuyat.payments.api.slips.Slip;
import org.anuyat.payments.api.slips.SlipDecision;
import org.anuyat.payments.api.slips.SlipOrder;
import org.anuyat.payments.api.slips.Slips;
import org.anuyat.payments.api.slips.StatementEntry;
import org.anuyat.payments.service.HttpOn;
import org.anuyat.payments.service.PaymentsPart;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RestController;

/** {@link Slips} over HTTP, by the contract's own mappings. */
@PaymentsPart("paymentsSlipEndpoint")
@HttpOn
@RestController
class SlipEndpoint implements Slips {

    private final SlipDesk desk;

    SlipEndpoint(SlipDesk desk) {
        this.desk = desk;
    }

    @Override
    public Slip submit(SlipOrder order) {
        return desk.submit(order);
    }

    @Override
    public Slip slip(UUID slipId) {
        return desk.slip(slipId);
    }

    @Override
    public List<Slip> ofBill(UUID billId) {
        return desk.ofBill(billId);
    }

    @Override
    public Slip.Page slips(String agency, boolean openOnly, Slip.@Nullable State state, String text, int page, int size) {
        return desk.slips(agency, openOnly, state, text, page, size);
    }

    @Override
    public Slip ask(UUID slipId) {
        return desk.ask(slipId);
    }

    @Override
    public Slip propose(UUID slipId, StatementEntry entry) {
        return desk.propose(slipId, entry);
    }

    @Override
    public Slip decide(UUID slipId, SlipDecision decision) {
        return desk.decide(slipId, decision);
    }
}
