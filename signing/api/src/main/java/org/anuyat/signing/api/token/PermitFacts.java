package org.anuyat.signing.api.token;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a token says about a permit. All of it is printed on the permit too.
 *
 * @param agency code of the agency; 1–64 characters
 * @param number as printed; 1–100 characters
 * @param kind what it permits, by the name that the agency gives it; 1–100 characters
 * @param holder who has it; 1–200 characters
 * @param issuedOn the day printed on it, in Bangkok
 * @param expiresOn last day on which it is good; null = no end
 * @param id names it at the public register, base64url of at most 32 bytes
 */
public record PermitFacts(
        String agency,
        String number,
        String kind,
        String holder,
        LocalDate issuedOn,
        @Nullable LocalDate expiresOn,
        String id) {

    /** Refuses missing parts. */
    public PermitFacts {
        Objects.requireNonNull(agency, "agency");
        Objects.requireNonNull(number, "number");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(holder, "holder");
        Objects.requireNonNull(issuedOn, "issuedOn");
        Objects.requireNonNull(id, "id");
    }
}
