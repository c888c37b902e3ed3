package org.anuyat.workflow.payment;

import org.anuyat.workflow.catalogue.ServiceDefinition;
import tools.jackson.databind.JsonNode;

/** The port through which a fee is read off the service's table. */
public interface FeeTable {

    /**
     * Assesses the fee.
     *
     * @return satang; 0 when the service is free for these answers
     * @throws IllegalStateException when the table gives no fee, or more than one
     */
    long assess(ServiceDefinition service, JsonNode answers);
}
