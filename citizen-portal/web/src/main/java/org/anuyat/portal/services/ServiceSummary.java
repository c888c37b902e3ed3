package org.anuyat.portal.services;

import org.anuyat.workflow.catalogue.ServiceDefinition;
import org.anuyat.workflow.language.LocalizedText;

/** A service in a list of the API. */
record ServiceSummary(
        String id, int version, String agency, String category, LocalizedText title, LocalizedText summary, String assurance) {

    static ServiceSummary of(ServiceDefinition service) {
        return new ServiceSummary(
                service.id(),
                service.version(),
                service.agency(),
                service.category(),
                service.title(),
                service.manual().summary(),
                service.assurance());
    }
}
