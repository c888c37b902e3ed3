package org.anuyat.workflow.worklist;

import java.time.Instant;

/**
 * What a list shows of an application.
 *
 * @param enteredAt when it entered the system
 * @param receivedAt the legal time of receipt (section 10 of the Act B.E. 2565): lists run in its order
 */
public record WorkedCase(
        String number, String agency, String serviceId, String applicantName, Instant enteredAt, Instant receivedAt) {}
