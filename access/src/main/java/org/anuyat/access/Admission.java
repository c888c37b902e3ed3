package org.anuyat.access;

import org.springframework.http.HttpStatus;

/** What becomes of a call, with the words of RFC 6750 and RFC 9457 for it. They don't say what else is behind the door. */
public enum Admission {
    GRANTED(HttpStatus.OK, "Bearer", ""),
    NO_TOKEN(HttpStatus.UNAUTHORIZED, "Bearer", "A valid token is needed."),
    INVALID_TOKEN(HttpStatus.UNAUTHORIZED, "Bearer error=\"invalid_token\"", "A valid token is needed."),
    INSUFFICIENT_SCOPE(HttpStatus.FORBIDDEN, "Bearer error=\"insufficient_scope\"", "The token doesn't allow this."),
    /** The authorization server is away: the same call may be granted later. */
    UNDECIDED(HttpStatus.SERVICE_UNAVAILABLE, "Bearer", "Tokens can't be checked at the moment.");

    private final HttpStatus status;
    private final String challenge;
    private final String detail;

    Admission(HttpStatus status, String challenge, String detail) {
        this.status = status;
        this.challenge = challenge;
        this.detail = detail;
    }

    /** HTTP status of the answer. */
    public HttpStatus status() {
        return status;
    }

    /** The header {@code WWW-Authenticate} (RFC 6750, section 3). */
    public String challenge() {
        return challenge;
    }

    /** Why, for the caller. */
    public String detail() {
        return detail;
    }
}
