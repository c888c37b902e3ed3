package org.anuyat.workflow.acts;

import java.time.Instant;
import java.util.Map;

/**
 * Something done to an application, worth a record (section 16 of the Electronic Performance of Government Service Act
 * B.E. 2565: an officer's act in the system is an official act).
 *
 * <p>Rooms publish acts as Spring application events, synchronously, inside the transaction that makes them true. The
 * implementing type is a public record of the room that owns it, named in the past tense.
 */
public interface Act {

    /** The application's number. */
    String applicationNumber();

    /** The code of the agency whose case it is. */
    String agency();

    /** Who did it. */
    Actor actor();

    /** When. */
    Instant at();

    /**
     * The stable name: the room and the record's name, such as {@code review.CorrectionRequested}. Message bundles hold a
     * text for it under {@code act.<name>}.
     */
    default String name() {
        String room = getClass().getPackageName();
        return room.substring(room.lastIndexOf('.') + 1) + "." + getClass().getSimpleName();
    }

    /**
     * What the record keeps of it beyond who and when, in the order in which it is to be read. Values are strings, numbers,
     * booleans, lists and maps of them. No personal data that the record does not need.
     */
    default Map<String, Object> details() {
        return Map.of();
    }
}
