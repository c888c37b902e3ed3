package org.anuyat.workflow.catalogue;

/** There is no such service, or no such version of it. */
public class NoSuchService extends RuntimeException {

    private final String serviceId;

    NoSuchService(String serviceId) {
        super("no service " + serviceId);
        this.serviceId = serviceId;
    }

    NoSuchService(String serviceId, int version) {
        super("no version %d of service %s".formatted(version, serviceId));
        this.serviceId = serviceId;
    }

    /** The identifier that was asked for; text from outside, not to be trusted. */
    public String serviceId() {
        return serviceId;
    }
}
