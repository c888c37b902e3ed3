package org.anuyat.allinone.mode;

import java.util.Arrays;
import java.util.Locale;
import org.springframework.core.env.Environment;

/** What the installation is for: the setting {@code anuyat.mode}. */
enum Mode {
    /** To be tried: invented accounts, a bank and a mailbox of our own, certificates that nobody trusts. */
    DEMONSTRATION,
    /** For applications that have legal effect. */
    PRODUCTION;

    static final String SETTING = "anuyat.mode";

    /**
     * The mode of the installation; production unless another one is set.
     *
     * @throws ProductionRefusal when the setting is neither
     */
    static Mode of(Environment environment) {
        String value = environment.getProperty(SETTING, "production");
        return Arrays.stream(values())
                .filter(mode -> mode.name().toLowerCase(Locale.ROOT).equals(value))
                .findFirst()
                .orElseThrow(() -> new ProductionRefusal(java.util.List.of(
                        SETTING + " is \"" + value + "\"; it must be demonstration or production")));
    }
}
