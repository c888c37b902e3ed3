package org.anuyat.workflow.payment.slip;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The port to the books that know slips. Every call goes over the network: none may be made inside a transaction. */
public interface SlipPort {

    /**
     * Takes a slip in, once per id; the bank is asked about it.
     *
     * @param digest SHA-256 of the file
     * @param codes texts of the QR codes in the file
     * @throws SlipNotTaken {@code PAID}
     */
    Standing submit(UUID id, UUID billId, String digest, List<String> codes);

    /** The slips of a bill, oldest first. */
    List<Standing> ofBill(UUID billId);

    /** The same for a page that can do without: none as well while the books don't answer, and not asked again for some seconds then. */
    List<Standing> toShow(UUID billId);

    /**
     * A slip as its payer may know it.
     *
     * @param hasCode whether a slip's QR code was found in the file
     * @param reason why it was refused
     */
    record Standing(UUID id, State state, boolean hasCode, Instant receivedAt, @Nullable String reason) {}

    /** How far a slip is. */
    enum State {
        /** A finance officer looks at it. */
        WAITING,
        /** The money is in the books. */
        ACCEPTED,
        /** Refused, with a reason. */
        REFUSED,
        /** The same transfer or file was handed in before. */
        REPEATED
    }
}
