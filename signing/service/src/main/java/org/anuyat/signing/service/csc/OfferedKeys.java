package org.anuyat.signing.service.csc;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which agencies' seal keys are offered to other systems: none unless named.
 *
 * @param offered by agency code
 */
@ConfigurationProperties("anuyat.signing.csc")
record OfferedKeys(@DefaultValue Map<String, Offer> offered) {

    /**
     * An agency's offer.
     *
     * @param pin what the caller authorises each use with, 12 characters or more; give it through the environment
     */
    record Offer(@Nullable String pin) {

        private static final int SHORTEST = 12;

        Offer {
            if (pin == null || pin.length() < SHORTEST) {
                throw new IllegalStateException("anuyat.signing.csc.offered.*.pin must have at least 12 characters");
            }
        }

        @Override
        public String toString() {
            return "Offer[]";
        }
    }
}
