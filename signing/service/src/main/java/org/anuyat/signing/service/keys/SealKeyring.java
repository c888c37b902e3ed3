package org.anuyat.signing.service.keys;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.anuyat.signing.api.SigningProblem;
import org.anuyat.signing.api.SigningRefusal;
import org.anuyat.signing.service.OnlyHere;
import org.anuyat.signing.validation.certificates.CertificateInfos;
import org.springframework.stereotype.Component;

/**
 * All keys, from whichever place they are kept; real ones go before the demonstration's. Of several keys that are on duty the
 * one whose duty began last signs: so a new key takes over on its day, and the old one's signatures stay what they are. A key whose
 * certificate was revoked signs no more: nothing is sealed that nobody would accept.
 */
@Component
@OnlyHere
public class SealKeyring {

    private final List<KeyPlace> places;
    private final Clock clock;
    private final Set<String> revoked = ConcurrentHashMap.newKeySet();

    SealKeyring(List<KeyPlace> places, Clock clock) {
        this.places = List.copyOf(places);
        this.clock = clock;
    }

    /**
     * Returns the key that seals an agency's documents now.
     *
     * @throws SigningRefusal {@link SigningProblem#UNKNOWN_AGENCY} when it has none,
     *     {@link SigningProblem#CERTIFICATE_NOT_VALID} when none of them is on duty
     */
    public SigningKey of(String agency) {
        return of(agency, KeyUse.SEAL);
    }

    /** Returns the key that serves an agency now for a use; refuses like {@link #of(String)}. */
    public SigningKey of(String agency, KeyUse use) {
        List<AgencyKey> keys = history(agency, use);
        if (keys.isEmpty()) {
            throw new SigningRefusal(SigningProblem.UNKNOWN_AGENCY, "No key of the agency for this use: " + use);
        }
        Instant now = clock.instant();
        return keys.stream()
                .filter(key -> isOnDuty(key, now))
                .max(Comparator.comparing(AgencyKey::from))
                .map(AgencyKey::key)
                .orElseThrow(() -> new SigningRefusal(
                        SigningProblem.CERTIFICATE_NOT_VALID,
                        keys.stream().anyMatch(key -> key.servesAt(now))
                                ? "The certificate of the agency's key was revoked: set a new key"
                                : "None of the agency's keys is on duty at " + now));
    }

    /** Whether a key signs at an instant: it is its time, and its certificate isn't known to be revoked. */
    public boolean isOnDuty(AgencyKey key, Instant now) {
        return key.servesAt(now)
                && (revoked.isEmpty() || !revoked.contains(CertificateInfos.sha256(key.key().certificate())));
    }

    /**
     * Takes the key of a certificate from duty because it was revoked; another one that is on duty takes over at once.
     *
     * @param sha256 fingerprint of the certificate, as {@link CertificateInfos#sha256} writes it
     */
    public void withdraw(String sha256) {
        revoked.add(sha256);
    }

    /** Puts it back: some authorities suspend certificates (certificateHold, RFC 5280, 5.3.1) and lift that again. */
    public void restore(String sha256) {
        revoked.remove(sha256);
    }

    /** An agency's keys for a use, those of the past and of the future too, the oldest first. */
    public List<AgencyKey> history(String agency, KeyUse use) {
        return places.stream()
                .map(place -> place.of(agency, use))
                .filter(keys -> !keys.isEmpty())
                .findFirst()
                .orElse(List.of())
                .stream()
                .sorted(Comparator.comparing(AgencyKey::from))
                .toList();
    }

    /** The keys that are at hand. */
    public List<AgencyKey> all() {
        return places.stream().flatMap(place -> place.all().stream()).toList();
    }
}
