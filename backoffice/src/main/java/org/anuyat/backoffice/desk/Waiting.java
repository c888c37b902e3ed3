package org.anuyat.backoffice.desk;

import java.util.Optional;
import org.anuyat.workflow.identity.Officer;

/** Something beside the tasks of cases that waits for officers of some role; the room that knows of it implements this. */
public interface Waiting {

    /**
     * How much waits for an officer; empty when it is none of this officer's business, or can't be told just now.
     *
     * @param officer who looks at the first page
     */
    Optional<Count> of(Officer officer);

    /**
     * What waits.
     *
     * @param words the key of what it is called
     * @param url where it is done
     */
    record Count(String words, String url, long count) {}
}
