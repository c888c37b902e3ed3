package org.anuyat.workflow.approval.authority;

import org.anuyat.workflow.approval.authority.CodeNotAccepted.Reason;
import org.anuyat.workflow.catalogue.PermitKind.OfficerSignature;
import org.anuyat.workflow.catalogue.ServiceDefinition;
import org.anuyat.workflow.catalogue.Services;
import org.anuyat.workflow.identity.Officer;
import org.anuyat.workflow.submission.Application;
import org.anuyat.workflow.submission.Applications;
import org.springframework.stereotype.Component;

/**
 * Whether an approver can leave on the permit what the service wants there. Asked before the decision: a permit that its
 * approver can't sign would be decided and never issued.
 */
@Component
public class Readiness {

    private final Applications applications;
    private final Services services;
    private final OfficerKeys keys;

    Readiness(Applications applications, Services services, OfficerKeys keys) {
        this.applications = applications;
        this.services = services;
        this.keys = keys;
    }

    /** Whether the officer may go on to approve at a level. Only the last one signs. Call it outside of transactions. */
    public boolean of(String number, int level, Officer officer) {
        Application application = applications.get(number);
        ServiceDefinition service = services.version(application.serviceId(), application.serviceVersion());
        return level < service.approvalLevels().size()
                || service.permit().officerSignature() != OfficerSignature.DIGITAL
                || keys.ready(application.agency(), officer.username());
    }

    /**
     * The same, as a condition.
     *
     * @throws CodeNotAccepted {@link Reason#NO_KEY}
     */
    public void require(String number, int level, Officer officer) {
        if (!of(number, level, officer)) {
            throw new CodeNotAccepted(Reason.NO_KEY);
        }
    }
}
