package org.anuyat.workflow.review.cases;

import java.util.Set;
import org.anuyat.workflow.identity.Officer;
import org.anuyat.workflow.identity.Role;
import org.anuyat.workflow.submission.Application;
import org.anuyat.workflow.submission.Applications;
import org.anuyat.workflow.submission.UnknownApplication;
import org.anuyat.workflow.worklist.NotYourTask;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which officers may read a case: those of its agency who work on cases, and its auditors. */
@Component
public class CaseAccess {

    /** Designers build services; what people wrote is none of their business. */
    private static final Set<Role> READERS = Set.of(
            Role.RECEIVING_OFFICER,
            Role.REVIEWER,
            Role.INSPECTOR,
            Role.FINANCE,
            Role.APPROVER_1,
            Role.APPROVER_2,
            Role.AUDITOR);

    private final Applications applications;

    CaseAccess(Applications applications) {
        this.applications = applications;
    }

    /**
     * An application, for an officer.
     *
     * @throws UnknownApplication when there is none, or it is another agency's
     * @throws NotYourTask when the officer's roles have nothing to do with cases
     */
    @Transactional(readOnly = true)
    public Application read(String number, Officer officer) {
        Application application = applications.get(number);
        if (!application.agency().equals(officer.agency())) {
            throw new UnknownApplication(number);
        }
        if (READERS.stream().noneMatch(officer::is)) {
            throw new NotYourTask(Role.REVIEWER);
        }
        return application;
    }
}
