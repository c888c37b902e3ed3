package org.anuyat.signing.verifier.usage;

import java.util.Locale;
import org.anuyat.signing.verifier.report.Texts;

/** Languages of what is printed: the table, the help, and what is wrong with a call. Reports in files are in both. */
public enum Language {
    TH(Texts.TH),
    EN(Texts.EN);

    private static final String OPTION = "--language";

    private final Texts texts;

    Language(Texts texts) {
        this.texts = texts;
    }

    /** Its texts. */
    public Texts texts() {
        return texts;
    }

    /** What a call asks for, found before the call is understood, because it may not be; English unless told. */
    public static Language wanted(String... arguments) {
        Language wanted = EN;
        for (int i = 0; i < arguments.length; i++) {
            String value = arguments[i].equals(OPTION) && i + 1 < arguments.length
                    ? arguments[i + 1]
                    : arguments[i].startsWith(OPTION + "=") ? arguments[i].substring(OPTION.length() + 1) : "";
            for (Language known : values()) {
                wanted = known.name().toLowerCase(Locale.ROOT).equals(value.toLowerCase(Locale.ROOT)) ? known : wanted;
            }
        }
        return wanted;
    }
}
