package org.anuyat.workflow.submission.drafts;

import org.anuyat.workflow.identity.AssuranceLevel;

/** The service asks for a better proof of identity than the person has given so far. */
public class AssuranceTooLow extends RuntimeException {

    private final String serviceId;
    private final AssuranceLevel demanded;
    private final AssuranceLevel present;

    AssuranceTooLow(String serviceId, AssuranceLevel demanded, AssuranceLevel present) {
        super(serviceId + " demands " + demanded.code() + ", present is " + present.code());
        this.serviceId = serviceId;
        this.demanded = demanded;
        this.present = present;
    }

    /** The service. */
    public String serviceId() {
        return serviceId;
    }

    /** What it demands at least. */
    public AssuranceLevel demanded() {
        return demanded;
    }

    /** What the person has. */
    public AssuranceLevel present() {
        return present;
    }
}
