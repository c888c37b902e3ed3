package org.anuyat.signing.service.levels;

import java.time.Instant;

/**
 * A raised form of a document that waits for its examination: it couldn't be told yet whether it is valid.
 *
 * @param sha256 of the raised form, 64 lower-case hexadecimal digits
 * @param made when it got its time stamp
 */
record Candidate(String sha256, Instant made) {}
