package org.anuyat.signing.verifier.usage;

import org.anuyat.signing.verifier.report.Texts;

/** The call can't be carried out as it was made; nothing is said about what it named. */
public final class Misuse extends RuntimeException {

    private final String code;
    private final transient Object[] arguments;

    /**
     * Says why.
     *
     * @param code key of the text in the message bundle
     * @param arguments for the text
     */
    public Misuse(String code, Object... arguments) {
        super(Texts.EN.of(code, arguments));
        this.code = code;
        this.arguments = arguments;
    }

    /** Why, for people. */
    public String in(Texts texts) {
        return texts.of(code, arguments);
    }
}
