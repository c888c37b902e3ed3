package org.anuyat.signing.api;

import java.net.URI;
import java.util.Locale;

/** Why the service refuses a call: the codes of its problem details (RFC 9457, member {@code code}). */
public enum SigningProblem {
    /** The order breaks a bound that its type names. */
    BAD_ORDER(400),
    /** The caller isn't known. */
    UNAUTHENTICATED(401),
    /** The caller is known, but its token isn't for this. */
    FORBIDDEN(403),
    /** There is no seal for this agency. */
    UNKNOWN_AGENCY(404),
    /** The officer has no key. */
    UNKNOWN_OFFICER(404),
    /** No document was sealed under this key, or none whose level is followed. */
    UNKNOWN_DOCUMENT(404),
    /** The idempotency key was used for another document or agency. */
    KEY_REUSED(409),
    /** The document is larger than the service takes. */
    TOO_LARGE(413),
    /** The document can't be sealed: not a PDF, encrypted, damaged, or its certification forbids more signatures. */
    UNSEALABLE_DOCUMENT(422),
    /** The certificate has expired or isn't valid yet. */
    CERTIFICATE_NOT_VALID(503),
    /** Key store, token or disk can't be used at present; try again. */
    KEY_UNAVAILABLE(503),
    /** The authorization server can't be asked whether the caller may; try again. */
    AUTHORIZATION_UNAVAILABLE(503),
    /** Too many calls at once; try again. */
    BUSY(503);

    private final int status;

    SigningProblem(int status) {
        this.status = status;
    }

    /** The HTTP status that goes with it. */
    public int status() {
        return status;
    }

    /** Whether the same call may succeed later. */
    public boolean passing() {
        return status == 503;
    }

    /** The problem's type (RFC 9457, section 3.1.1). */
    public URI type() {
        return URI.create("urn:anuyat:problem:signing:" + name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }
}
