package org.anuyat.workflow.calendar;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;

/**
 * When an agency is open. The usual hours of citizen manuals are Monday to Friday, 08:30 to 16:30. A break at noon is a
 * matter of the counter: a system receives without a break, so it is not kept here.
 *
 * @param days opening and closing time of each day on which the agency works; a day that is missing is a day off
 */
public record OfficeHours(Map<DayOfWeek, Opening> days) {

    /** Copies the map. */
    public OfficeHours {
        days = Map.copyOf(days);
    }

    /** The hours of a day of the week; empty if the agency doesn't work on it. */
    public Optional<Opening> on(DayOfWeek day) {
        return Optional.ofNullable(days.get(day));
    }

    /**
     * From when to when.
     *
     * @param opens the first moment that counts as within office hours
     * @param closes the last moment that does; after {@code opens}
     */
    public record Opening(LocalTime opens, LocalTime closes) {

        /** Refuses hours that end before they begin. */
        public Opening {
            if (!closes.isAfter(opens)) {
                throw new IllegalArgumentException("closes at " + closes + " but opens at " + opens);
            }
        }

        boolean contains(LocalTime time) {
            return !time.isBefore(opens) && !time.isAfter(closes);
        }
    }
}
