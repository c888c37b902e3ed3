package org.anuyat.signing.service.keys;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.anuyat.signing.api.SigningProblem;
import org.anuyat.signing.api.SigningRefusal;
import org.anuyat.signing.service.OnlyHere;
import org.springframework.stereotype.Component;

/**
 * All keys, from whichever place they are kept; real ones go before the demonstration's. Of several keys that are on duty the
 * one whose duty began last signs: so a new key takes over on its day, and the old one's signatures stay what they are.
 */
@Component
@OnlyHere
public class SealKeyring {

    private final List<KeyPlace> places;
    private final Clock clock;

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
                .filter(key -> key.servesAt(now))
                .max(Comparator.comparing(AgencyKey::from))
                .map(AgencyKey::key)
                .orElseThrow(() -> new SigningRefusal(
                        SigningProblem.CERTIFICATE_NOT_VALID, "None of the agency's keys is on duty at " + now));
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
