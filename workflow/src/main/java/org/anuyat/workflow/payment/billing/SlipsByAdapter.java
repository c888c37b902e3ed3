package org.anuyat.workflow.payment.billing;

import java.util.List;
import java.util.UUID;
import org.anuyat.payments.api.PaymentsRefusal;
import org.anuyat.payments.api.slips.Slip;
import org.anuyat.payments.api.slips.SlipOrder;
import org.anuyat.payments.api.slips.Slips;
import org.anuyat.workflow.payment.slip.SlipNotTaken;
import org.anuyat.workflow.payment.slip.SlipPort;
import org.springframework.stereotype.Component;

/** Speaks {@code payments-api} about slips. */
@Component
class SlipsByAdapter implements SlipPort {

    private final Slips slips;
    private final Breaker breaker;

    SlipsByAdapter(Slips slips, Breaker breaker) {
        this.slips = slips;
        this.breaker = breaker;
    }

    @Override
    public Standing submit(UUID id, UUID billId, String digest, List<String> codes) {
        try {
            return standing(slips.submit(new SlipOrder(id, billId, digest, codes)));
        } catch (PaymentsRefusal refusal) {
            if (refusal.reason() == PaymentsRefusal.Reason.NOT_OPEN) {
                throw new SlipNotTaken(SlipNotTaken.Reason.PAID);
            }
            throw refusal;
        }
    }

    @Override
    public List<Standing> ofBill(UUID billId) {
        return slips.ofBill(billId).stream().map(SlipsByAdapter::standing).toList();
    }

    @Override
    public List<Standing> toShow(UUID billId) {
        return breaker.ask(() -> ofBill(billId), List.of());
    }

    private static Standing standing(Slip slip) {
        return new Standing(
                slip.id(),
                switch (slip.state()) {
                    case WAITING, PROPOSED -> State.WAITING;
                    // money that came by itself is looked at, or settles the bill, without the slip
                    case ACCEPTED, OVERTAKEN -> State.ACCEPTED;
                    case REFUSED -> State.REFUSED;
                    case REPEATED -> State.REPEATED;
                },
                slip.code() != null,
                slip.receivedAt(),
                slip.decision() == null ? null : slip.decision().reason());
    }
}
