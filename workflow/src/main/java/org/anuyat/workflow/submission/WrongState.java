package org.anuyat.workflow.submission;

/** The life cycle does not allow this now. */
public class WrongState extends RuntimeException {

    private final String number;
    private final ApplicationState state;

    public WrongState(String number, ApplicationState state, String wanted) {
        super("application " + number + " is " + state + ": " + wanted + " is not possible");
        this.number = number;
        this.state = state;
    }

    /** The application's number. */
    public String number() {
        return number;
    }

    /** Where the application stands. */
    public ApplicationState state() {
        return state;
    }
}
