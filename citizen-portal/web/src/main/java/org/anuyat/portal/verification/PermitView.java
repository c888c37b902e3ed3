package org.anuyat.portal.verification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.anuyat.portal.permit.ParticularRow;
import org.anuyat.workflow.registry.PermitStatus;
import org.jspecify.annotations.Nullable;

/**
 * A permit as the verification page shows it.
 *
 * @param agencyPhone whom to ask
 * @param checkedAt the moment for which the status holds
 */
public record PermitView(
        String number,
        String kind,
        String agency,
        String agencyPhone,
        String holder,
        List<ParticularRow> particulars,
        LocalDate issuedOn,
        @Nullable LocalDate expiresOn,
        PermitStatus status,
        @Nullable LocalDate statusSince,
        @Nullable LocalDate suspendedUntil,
        Instant checkedAt) {

    /** The class of the colour; the word says the same. */
    public String css() {
        return switch (status) {
            case VALID -> "portal-verdict--good";
            case SUSPENDED -> "portal-verdict--warn";
            case EXPIRED, REVOKED -> "portal-verdict--bad";
        };
    }
}
