package org.anuyat.workflow.identity;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How surely a person's identity has been proven: ระดับความน่าเชื่อถือของการพิสูจน์ตัวตน (identity assurance level, IAL) of the
 * DGA standards มรด. 1-1:2564 and มรด. 1-2:2564. The order of the constants is the order of the levels.
 */
public enum AssuranceLevel {
    /** Self-asserted. */
    IAL1_1("IAL1.1"),
    /** A copy of an identity document was shown. */
    IAL1_2("IAL1.2"),
    /** The identity document itself was shown. */
    IAL1_3("IAL1.3"),
    /** The document was checked with the central register. */
    IAL2_1("IAL2.1"),
    /** The document's chip or the register was checked, and the face compared by a person. */
    IAL2_2("IAL2.2"),
    /** Chip, register and a biometric comparison: what ThaID gives. */
    IAL2_3("IAL2.3"),
    /** In person, with biometrics, before an authority. */
    IAL3("IAL3");

    private final String code;

    AssuranceLevel(String code) {
        this.code = code;
    }

    /** The level as the standard writes it, such as {@code IAL2.3}. */
    public String code() {
        return code;
    }

    /** Whether this level is enough where the other one is demanded. */
    public boolean isAtLeast(AssuranceLevel demanded) {
        return compareTo(demanded) >= 0;
    }

    /**
     * Reads a level as standards, services and identity providers write it: {@code IAL2.3}, {@code 2.3}, {@code ial2}. A level
     * without its second digit is the lowest that bears the first one.
     *
     * @return empty when it is no level
     */
    public static Optional<AssuranceLevel> of(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        String wanted = text.strip().toUpperCase(java.util.Locale.ROOT).replace('_', '.');
        String level = wanted.startsWith("IAL") ? wanted.substring(3).strip() : wanted;
        return Arrays.stream(values())
                .filter(value -> value.code.equals("IAL" + level) || value.code.startsWith("IAL" + level + "."))
                .findFirst();
    }
}
