package org.anuyat.workflow.acts;

/** A {@link Deed} done to an application: the applicant's time line, letters and the process engine follow it. */
public interface Act extends Deed {

    /** The application's number. */
    @Override
    String applicationNumber();
}
