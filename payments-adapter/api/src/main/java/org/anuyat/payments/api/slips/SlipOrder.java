package org.anuyat.payments.api.slips;

import java.util.List;
import java.util.UUID;

/**
 * A slip that a payer handed in for a bill.
 *
 * @param id chosen by the caller, the same for every repetition of this call
 * @param digest SHA-256 of the file's bytes, lower-case hexadecimal
 * @param codes texts of the QR codes that were read from the file, at most {@value #MOST_CODES}; the first that is a slip's counts
 */
public record SlipOrder(UUID id, UUID billId, String digest, List<String> codes) {

    /** As many codes as are looked at. */
    public static final int MOST_CODES = 8;

    private static final int LONGEST_CODE = 1_000;

    public SlipOrder {
        codes = List.copyOf(codes);
        if (!digest.matches("[0-9a-f]{64}")) {
            throw new IllegalArgumentException("digest must be a SHA-256 in lower-case hexadecimal");
        }
        if (codes.size() > MOST_CODES || codes.stream().anyMatch(code -> code.length() > LONGEST_CODE)) {
            throw new IllegalArgumentException("codes must be at most " + MOST_CODES + ", each of at most " + LONGEST_CODE + " characters");
        }
    }
}
