package org.anuyat.signing.api.token;

import java.util.Objects;

/**
 * A token as text: base32 (RFC 4648, without padding), which QR codes hold almost as densely as base45 and addresses take as it is.
 *
 * @param text capital letters and the digits 2 to 7
 */
public record TokenText(String text) {

    /** Refuses a missing text. */
    public TokenText {
        Objects.requireNonNull(text, "text");
    }
}
