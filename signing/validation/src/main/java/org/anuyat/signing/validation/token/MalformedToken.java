package org.anuyat.signing.validation.token;

/** The bytes or the text aren't a token. */
public final class MalformedToken extends Exception {

    MalformedToken(String message) {
        super(message);
    }

    MalformedToken(String message, Throwable cause) {
        super(message, cause);
    }
}
