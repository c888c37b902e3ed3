package org.anuyat.workflow.payment.refund;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The port through which a refund is ordered. A call goes over the network: none may be made inside a transaction. */
public interface RefundPort {

    /**
     * Orders it, once per proposal; how it ends is told by a notice.
     *
     * @throws RuntimeException when there is no answer; the job tries again
     */
    Answer order(RefundProposal proposal);

    /**
     * What the payments' books say.
     *
     * @param refundId the order, when they took it
     * @param refusal the stable name of why not
     */
    record Answer(@Nullable UUID refundId, @Nullable String refusal) {}
}
