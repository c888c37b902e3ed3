package org.anuyat.workflow.review.cases;

import java.time.Instant;

/**
 * A registered case as it stood when it was read.
 *
 * @param number the application's number
 * @param receiveNumber in the agency's register of the Buddhist-era year (เลขรับ)
 * @param registeredBy the name of the receiving officer
 * @param round how many times completeness is being checked, from 1
 * @param version grows with every act
 * @param changedBy the name of who acted last
 */
public record ReviewCase(
        String number,
        String agency,
        ReceiveNumber receiveNumber,
        String registeredBy,
        Instant registeredAt,
        Stage stage,
        int round,
        int version,
        String changedBy,
        Instant changedAt) {}
