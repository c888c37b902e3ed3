package org.anuyat.workflow.registry;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A permit as the public sees it: the particulars that it bears and its status today; never a national ID, address of
 * residence or contact.
 *
 * @param statusSince the day since which it is suspended, revoked or expired; null while it is valid
 * @param suspendedUntil the last day of a suspension that has an end
 */
public record RegisterEntry(
        String number,
        String agency,
        String serviceId,
        int serviceVersion,
        String holderName,
        LocalDate issuedOn,
        @Nullable LocalDate expiresOn,
        String token,
        Map<String, String> particulars,
        PermitStatus status,
        @Nullable LocalDate statusSince,
        @Nullable LocalDate suspendedUntil) {}
