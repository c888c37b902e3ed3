package org.anuyat.workflow.catalogue;

import java.util.List;
import java.util.Optional;

/** Where the catalogue takes its definitions from. */
public interface Definitions {

    /** The version in force of every service, by title. */
    List<ServiceDefinition> inForce();

    /** A certain version of a service, if it ever existed. */
    Optional<ServiceDefinition> find(String serviceId, int version);
}
