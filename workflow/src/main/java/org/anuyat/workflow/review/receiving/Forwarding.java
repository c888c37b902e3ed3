package org.anuyat.workflow.review.receiving;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An application was sent to the agency that is competent.
 *
 * @param to where
 * @param reason as the applicant reads it
 * @param newNumber of the case that goes on there; null when the applicant has to ask there
 * @param by the receiving officer's name
 */
public record Forwarding(Destination to, String reason, @Nullable String newNumber, String by, Instant at) {}
