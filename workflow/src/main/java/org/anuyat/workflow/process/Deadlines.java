package org.anuyat.workflow.process;

import java.time.Instant;
import org.anuyat.workflow.calendar.WorkingTime;
import org.anuyat.workflow.catalogue.Deadlines.Deadline;
import org.anuyat.workflow.catalogue.ServiceDefinition;
import org.anuyat.workflow.submission.Application;

/** The moments at which time runs out for the agency. */
final class Deadlines {

    private Deadlines() {}

    /** When the agency must have decided. Time counts from the legal time of receipt. */
    static Instant decision(WorkingTime workingTime, Application application, ServiceDefinition service) {
        Deadline deadline = service.deadlines().decision();
        return deadline.workingDays()
                ? workingTime.deadlineAfterWorkingDays(application.agency(), application.receivedAt(), deadline.days())
                : workingTime.deadlineAfterDays(application.agency(), application.receivedAt(), deadline.days());
    }
}
