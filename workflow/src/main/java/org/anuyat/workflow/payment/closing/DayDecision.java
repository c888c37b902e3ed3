package org.anuyat.workflow.payment.closing;

import java.time.Instant;

/**
 * What a finance officer decided about a difference.
 *
 * @param text in the officer's words
 */
public record DayDecision(String text, Instant at, String officer, String officerName) {}
