package org.anuyat.workflow.review.receiving;

import java.time.Instant;

/**
 * An application was sent to the agency that is competent.
 *
 * @param toAgency that agency's code
 * @param reason as the applicant reads it
 * @param by the receiving officer's name
 */
public record Forwarding(String toAgency, String reason, String by, Instant at) {}
