package org.anuyat.workflow.issuance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A permit (ใบอนุญาต).
 *
 * @param number as printed, such as {@code TYM-FL 12/2569}; unique over all agencies and services
 * @param holderId the account of the holder
 * @param issuedOn the day printed on it, in Bangkok
 * @param expiresOn the last day on which it is good; null when it has no end
 * @param token names it in the address of the verification page; nobody can guess it
 * @param particulars what the permit bears and the public may see (Act B.E. 2565 section 13), in order
 * @param signedFile the document with the approver's digital signature; null until it is signed, and where the service wants none
 * @param sealedFile the sealed document; null until it is sealed
 * @param sealedSha256 of the sealed document's bytes, lower-case hexadecimal
 * @param issuedAt null until it is issued: before that the public doesn't see it
 * @param signedToken what its QR code says under the agency's key; null when the agency had no key for it
 */
public record Permit(
        String number,
        String agency,
        String applicationNumber,
        String serviceId,
        int serviceVersion,
        String holderId,
        String holderName,
        LocalDate issuedOn,
        @Nullable LocalDate expiresOn,
        String token,
        Map<String, String> particulars,
        UUID unsealedFile,
        @Nullable UUID signedFile,
        @Nullable UUID sealedFile,
        @Nullable String sealedSha256,
        @Nullable Instant sealedAt,
        @Nullable Instant issuedAt,
        @Nullable String signedToken) {}
