package org.anuyat.workflow.review.inspection;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An appointment to inspect the place, and what came of it.
 *
 * @param sequence 1 for the first appointment; it grows when the appointment is moved
 * @param inspector the officer's name
 * @param note what the applicant is asked to prepare; may be empty
 * @param superseded whether the appointment was moved to another time
 * @param result null until it took place
 * @param repetition null unless it failed and another one was ordered
 */
public record Inspection(
        int sequence,
        Instant at,
        String inspectorSubject,
        String inspector,
        String note,
        String appointedBy,
        Instant appointedAt,
        boolean superseded,
        @Nullable Result result,
        @Nullable Repetition repetition) {

    /**
     * What was seen.
     *
     * @param passed whether the place is as the law demands
     * @param by the name of who recorded it
     */
    public record Result(boolean passed, String findings, String by, Instant at) {}

    /**
     * The order to inspect again.
     *
     * @param reason what has to be put right until then, as the applicant reads it
     * @param by the name of who ordered it
     */
    public record Repetition(String reason, String by, Instant at) {}

    /** Whether it is still to take place. */
    public boolean isAhead() {
        return !superseded && result == null;
    }

    /** What was seen, once it took place. */
    public Optional<Result> outcome() {
        return Optional.ofNullable(result);
    }
}
