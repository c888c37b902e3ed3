package org.anuyat.kit.web;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The languages that every page speaks. Thai is the language of the law and of whoever has not chosen. */
public enum Language {

    TH(Locale.forLanguageTag("th"), "ไทย"),
    EN(Locale.ENGLISH, "English");

    private final Locale locale;
    private final String ownName;

    Language(Locale locale, String ownName) {
        this.locale = locale;
        this.ownName = ownName;
    }

    public Locale locale() {
        return locale;
    }

    /** The code for {@code lang} attributes and for {@code ?lang=}. */
    public String code() {
        return locale.getLanguage();
    }

    /** What the language calls itself. */
    public String ownName() {
        return ownName;
    }

    static Optional<Language> of(String code) {
        return Stream.of(values()).filter(language -> language.code().equals(code)).findFirst();
    }

    /** The language of the locale, Thai for all that we don't speak. */
    public static Language of(Locale locale) {
        return of(locale.getLanguage()).orElse(TH);
    }
}
