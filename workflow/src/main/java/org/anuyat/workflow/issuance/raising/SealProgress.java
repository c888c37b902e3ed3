package org.anuyat.workflow.issuance.raising;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The port through which the platform learns how far the seal of a document has come, and fetches its latest form. */
public interface SealProgress {

    /**
     * Asks how far a document has come. Called outside of transactions.
     *
     * @param key names the act of sealing, as {@link org.anuyat.workflow.issuance.DocumentSeal#seal}
     * @return empty when the signing service has nothing to add to this document
     * @throws RuntimeException when it can't be asked now
     */
    Optional<Progress> of(String key);

    /**
     * Fetches the latest form of a document. Called outside of transactions.
     *
     * @throws RuntimeException when it can't be fetched now
     */
    byte[] latest(String key);

    /**
     * How far a document has come.
     *
     * @param wanted the level that its kind is to reach, such as {@code PAdES_BASELINE_LTA}
     * @param reached the level of its latest form
     * @param version 0 as it was sealed, one more with every addition
     * @param sha256 of its latest form, lower-case hexadecimal
     * @param problem why it has not come further, in English for administrators; null when nothing failed
     * @param stampEnds when the certificate of its archive time stamp ends; null without one
     */
    record Progress(
            String wanted,
            String reached,
            int version,
            String sha256,
            @Nullable String problem,
            @Nullable Instant stampEnds) {

        /** Whether it has all that it is to have. */
        public boolean complete() {
            return wanted.equals(reached);
        }
    }
}
