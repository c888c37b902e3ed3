package org.anuyat.signing.verifier.report;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Texts for people, in one language. */
public final class Texts {

    /** Thai. */
    public static final Texts TH = new Texts(Locale.forLanguageTag("th"));

    /** English. */
    public static final Texts EN = new Texts(Locale.ENGLISH);

    private final Locale locale;
    private final ResourceBundle signing;
    private final ResourceBundle own;

    private Texts(Locale locale) {
        this.locale = locale;
        this.signing = ResourceBundle.getBundle("messages/signing", locale, noFallback());
        this.own = ResourceBundle.getBundle("messages/verifier", locale, noFallback());
    }

    private static ResourceBundle.Control noFallback() {
        return ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
    }

    /** The language. */
    public Locale locale() {
        return locale;
    }

    /** The verifier's own texts, those of its help included. */
    public ResourceBundle own() {
        return own;
    }

    /** The text with a key. */
    public String of(String key, Object... arguments) {
        String text = own.containsKey(key) ? own.getString(key) : signing.getString(key);
        return arguments.length == 0 ? text : new MessageFormat(text, Locale.ROOT).format(arguments);
    }

    /** The text of a finding. */
    public String of(Checked.Finding finding) {
        return of(finding.code(), finding.arguments());
    }

    /** The text of an outcome. */
    public String of(Outcome outcome) {
        return of("verifier.outcome." + outcome.name());
    }
}
