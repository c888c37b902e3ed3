package org.anuyat.workflow.acts;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something done in the platform that is worth a record (section 16 of the Electronic Performance of Government Service Act
 * B.E. 2565: an officer's act in the system is an official act). What moves an application is an {@link Act}; the rest, such
 * as a holiday entered or money given back, implements this alone and reaches the record only.
 *
 * <p>Rooms publish deeds as Spring application events, synchronously, inside the transaction that makes them true. The
 * implementing type is a public record of the room that owns it, named in the past tense.
 */
public interface Deed {

    /** The code of the agency in whose record it belongs. */
    String agency();

    /** The number of the application in whose record it also belongs; null when there is none. */
    default @Nullable String applicationNumber() {
        return null;
    }

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
