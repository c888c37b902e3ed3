package org.anuyat.workflow.payment.closing;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A day as the bank's end-of-day file and the books tell it (ผลการกระทบยอดประจำวัน).
 *
 * @param file the end-of-day file
 * @param account ten digits
 * @param matched payments that are in the books as they are in the file
 * @param asking payments about which the bank is still being asked
 * @param debits what the bank booked back, refunds that were ordered included
 */
public record DayFigures(
        UUID file,
        LocalDate effectiveOn,
        String account,
        long credits,
        long creditSatang,
        long matched,
        long matchedSatang,
        long debits,
        long debitSatang,
        long asking,
        List<Difference> differences) {

    public DayFigures {
        differences = List.copyOf(differences);
    }

    /**
     * A difference.
     *
     * @param key tells it from the others of the file, the same whenever it is read
     * @param kind what differs, in words
     * @param place line of the file, or the reference where the file has none
     * @param thereSatang what the file says; null when it has no such record
     * @param hereSatang what the books say; null when they have no such payment
     * @param decision what was decided; null as long as nothing was
     */
    public record Difference(
            String key,
            String kind,
            String place,
            @Nullable Long thereSatang,
            @Nullable Long hereSatang,
            @Nullable DayDecision decision) {}
}
