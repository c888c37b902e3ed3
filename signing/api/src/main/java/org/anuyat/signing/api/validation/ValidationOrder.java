package org.anuyat.signing.api.validation;

import java.util.Objects;

/**
 * An order to examine a file.
 *
 * @param document any bytes
 * @param withEtsiReport whether to add the full ETSI TS 119 102-2 report, which is long
 */
public record ValidationOrder(byte[] document, boolean withEtsiReport) {

    /** Refuses a missing document. */
    public ValidationOrder {
        Objects.requireNonNull(document, "document");
    }
}
