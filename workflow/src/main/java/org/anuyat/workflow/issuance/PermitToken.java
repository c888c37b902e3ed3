package org.anuyat.workflow.issuance;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The port through which a permit's essentials come under the agency's key, for a QR code that is verified without a network. */
public interface PermitToken {

    /**
     * Signs what the permit says. Called outside of transactions.
     *
     * @param kind the permit's title in Thai
     * @param id names it at the verification page
     * @return letters and digits for the address in the code; empty when the agency has no key for it
     * @throws RuntimeException when it can't be signed now; the job tries again
     */
    Optional<String> sign(
            String agency,
            String number,
            String kind,
            String holder,
            LocalDate issuedOn,
            @Nullable LocalDate expiresOn,
            String id);
}
