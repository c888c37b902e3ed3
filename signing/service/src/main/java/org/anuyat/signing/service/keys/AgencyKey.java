package org.anuyat.signing.service.keys;

import java.time.Instant;

/**
 * A key with its time of service. Signatures that it made stay valid after that, as long as its certificate was good when it
 * signed.
 *
 * @param agency whose it is; for an officer's see {@link #ofOfficer}
 * @param from first instant at which it signs
 * @param until first instant at which it doesn't any more
 */
public record AgencyKey(String agency, KeyUse use, SigningKey key, Instant from, Instant until) {

    /** The owner of an officer's key, as places of keys name it. */
    public static String ofOfficer(String agency, String officer) {
        return agency + "/" + officer;
    }

    /** Takes a key that serves as long as its certificate is valid. */
    public static AgencyKey whileValid(String agency, KeyUse use, SigningKey key) {
        return new AgencyKey(
                agency,
                use,
                key,
                key.certificate().getNotBefore().toInstant(),
                // the second that the certificate names still belongs to it (RFC 5280, 4.1.2.5)
                key.certificate().getNotAfter().toInstant().plusSeconds(1));
    }

    /** Whether it is on duty at an instant. */
    public boolean servesAt(Instant now) {
        return !now.isBefore(from) && now.isBefore(until);
    }
}
