package org.anuyat.workflow.submission.confirmation;

import java.time.Instant;

/**
 * What the applicant gets for confirming; confirming again gives the same.
 *
 * @param number of the application
 * @param enteredAt when it entered the system
 * @param receivedAt when it counts as received by law
 */
public record Receipt(String number, Instant enteredAt, Instant receivedAt) {}
