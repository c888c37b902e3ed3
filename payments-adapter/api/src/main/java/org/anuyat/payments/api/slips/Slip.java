package org.anuyat.payments.api.slips;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.anuyat.payments.api.Bill;
import org.jspecify.annotations.Nullable;

/**
 * A slip of a payment (หลักฐานการชำระเงิน) and what became of it. It is a reason to look, never money.
 *
 * @param billState the bill now
 * @param banks three-digit codes of the banks that collect for the bill
 * @param digest SHA-256 of the file's bytes
 * @param code what its QR code says; null when none was found
 * @param repeats the earlier slip that is the same; set when it is {@link State#REPEATED}
 * @param statement what a first officer found on the account's statement; null as long as nobody entered it
 * @param declined what a second officer said last against a line that was entered; null when nobody did
 * @param decision the last word about it; null as long as there is none
 */
public record Slip(
        UUID id,
        State state,
        UUID billId,
        String agency,
        String applicationNumber,
        String payerName,
        String reference1,
        String reference2,
        long billAmountSatang,
        Bill.State billState,
        List<String> banks,
        String digest,
        @Nullable Code code,
        @Nullable Repeated repeats,
        Instant receivedAt,
        SlipFinding finding,
        @Nullable Statement statement,
        @Nullable Decision declined,
        @Nullable Decision decision) {

    public Slip {
        banks = List.copyOf(banks);
    }

    /** How far it is. */
    public enum State {
        /** Waits for a finance officer. */
        WAITING,
        /** One officer has found the money on the account's statement, a second one is to approve. */
        PROPOSED,
        /** The money is in the books by the word of the statement, under two officers' names. */
        ACCEPTED,
        /** A finance officer refused it, with a reason. */
        REFUSED,
        /** The same transfer or the same file was handed in before. It stays visible, and nothing comes of it. */
        REPEATED,
        /** Nothing to decide any more: money for the bill has come into the books by the bank's own confirmation. */
        OVERTAKEN
    }

    /**
     * What the QR code of a slip says.
     *
     * @param bank three-digit code of the sending bank; null for TrueMoney
     * @param transaction number of the transfer there
     */
    public record Code(@Nullable String bank, String transaction, String payload) {}

    /** The slip that was there before. */
    public record Repeated(UUID slipId, String applicationNumber, Instant receivedAt, Because because) {

        /** What is the same. */
        public enum Because {
            TRANSFER,
            FILE
        }
    }

    /** What an officer entered from the statement, and who. */
    public record Statement(StatementEntry entry, Instant at) {}

    /**
     * @param officer who decided
     * @param reason for the payer, or for the officer who entered the line; null when the money was accepted
     */
    public record Decision(String officer, Instant at, @Nullable String reason) {}

    /**
     * A page of slips, oldest first.
     *
     * @param number of this page, from 0
     * @param total slips on all pages
     */
    public record Page(List<Slip> entries, int number, int size, long total) {

        public Page {
            entries = List.copyOf(entries);
        }
    }
}
