package org.anuyat.workflow.language;

import java.util.Locale;

/**
 * One text in both languages of the platform.
 *
 * @param th Thai, the language of the proceedings; it is the text that counts
 * @param en English, for readers who need it
 */
public record LocalizedText(String th, String en) {

    /** No text at all. */
    public static final LocalizedText NONE = new LocalizedText("", "");

    /** The text for a reader: English for English locales, Thai for everyone else. */
    public String in(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) && !en.isEmpty() ? en : th;
    }

    /** Whether there is nothing to read. */
    public boolean isEmpty() {
        return th.isEmpty() && en.isEmpty();
    }
}
