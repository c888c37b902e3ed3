package org.anuyat.workflow.submission;

/**
 * There is no such application, or it belongs to somebody else: whoever asks for another's application learns nothing, not
 * even that it exists.
 */
public class UnknownApplication extends RuntimeException {

    public UnknownApplication(String number) {
        super("no application " + number + " for this person");
    }
}
