package org.anuyat.workflow.review.opinion;

import java.time.Instant;
import org.anuyat.workflow.review.Recommendation;

/**
 * An opinion as it went to the approvers. It is never changed; a case that was sent back gets another one.
 *
 * @param sequence from 1
 * @param bySubject the officer's account
 * @param by the officer's name
 * @param position of the officer at that time
 */
public record Opinion(
        int sequence,
        Recommendation recommendation,
        String text,
        String bySubject,
        String by,
        String position,
        Instant at) {}
