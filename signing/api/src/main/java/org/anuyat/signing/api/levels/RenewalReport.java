package org.anuyat.signing.api.levels;

import java.time.Instant;
import java.util.List;

/**
 * What will need a new archive time stamp.
 *
 * @param followed documents that are raised or renewed
 * @param pending those that wait for a step now
 * @param years the years asked for; what is overdue counts for the first
 */
public record RenewalReport(Instant madeAt, long followed, long pending, List<Year> years) {

    /**
     * One year.
     *
     * @param year of the Christian era, in UTC
     * @param documents whose archive time stamp has to be renewed in it
     */
    public record Year(int year, long documents) {}
}
