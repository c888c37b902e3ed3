package org.anuyat.workflow.submission.attachments;

/** The service, with these answers, has no such document or field to hand in, or it may not be changed now. */
public class NotAskedFor extends RuntimeException {

    public NotAskedFor(String key) {
        super("not asked for: " + key);
    }
}
