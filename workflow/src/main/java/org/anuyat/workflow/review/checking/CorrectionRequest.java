package org.anuyat.workflow.review.checking;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request to correct as it went out.
 *
 * @param round from 1
 * @param negligence why a further one was lawful; null for the first
 * @param by the reviewing officer's name
 */
public record CorrectionRequest(int round, Instant deadline, @Nullable String negligence, String by, Instant at) {}
