package org.anuyat.signing.service.keys;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.anuyat.signing.api.SigningProblem;
import org.anuyat.signing.api.SigningRefusal;
import org.anuyat.signing.service.OnlyHere;
import org.springframework.stereotype.Component;

/** All seal keys, from whichever place they are kept; real ones go before the demonstration's. */
@Component
@OnlyHere
public class SealKeyring {

    private final List<SealKeys> places;

    SealKeyring(List<SealKeys> places) {
        this.places = List.copyOf(places);
    }

    /**
     * Returns the key that seals an agency's documents now.
     *
     * @throws SigningRefusal {@link SigningProblem#UNKNOWN_AGENCY} when there is none
     */
    public SigningKey of(String agency) {
        return places.stream()
                .flatMap(place -> place.of(agency).stream())
                .findFirst()
                .orElseThrow(() -> new SigningRefusal(SigningProblem.UNKNOWN_AGENCY, "No seal for the agency"));
    }

    /** The keys that are at hand, by agency. */
    public Map<String, SigningKey> all() {
        Map<String, SigningKey> all = new TreeMap<>();
        places.forEach(place -> place.all().forEach(all::putIfAbsent));
        return all;
    }
}
