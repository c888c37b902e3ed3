package org.anuyat.backoffice.review.inspection;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.anuyat.kit.DateAnswer;
import org.anuyat.workflow.thai.BuddhistDate;
import org.anuyat.workflow.thai.MalformedValueException;
import org.jspecify.annotations.Nullable;

/**
 * An appointment as an officer typed it.
 *
 * @param time {@code 09:30}
 * @param inspector subject of the officer
 */
record AppointmentForm(DateAnswer date, String time, String inspector, String note) {

    static final AppointmentForm EMPTY = new AppointmentForm(DateAnswer.of((LocalDate) null), "", "", "");

    /** The instant that was meant; null when date or time can't be read. */
    @Nullable Instant at() {
        try {
            return date.date().atTime(LocalTime.parse(time)).atZone(BuddhistDate.ZONE).toInstant();
        } catch (MalformedValueException | DateTimeException e) {
            return null;
        }
    }
}
