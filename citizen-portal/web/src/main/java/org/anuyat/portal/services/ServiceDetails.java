package org.anuyat.portal.services;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.anuyat.workflow.catalogue.Deadlines;
import org.anuyat.workflow.catalogue.DocumentRequirement;
import org.anuyat.workflow.catalogue.Manual;
import org.anuyat.workflow.catalogue.ServiceDefinition;
import org.anuyat.workflow.language.LocalizedText;
import tools.jackson.databind.JsonNode;

/** A service of the API, whole. */
record ServiceDetails(
        ServiceSummary service,
        String formCode,
        Manual manual,
        Deadlines deadlines,
        LocalizedText feeBasis,
        List<Document> documents,
        JsonNode formSchema) {

    static ServiceDetails of(ServiceDefinition service) {
        return new ServiceDetails(
                ServiceSummary.of(service),
                service.formCode(),
                service.manual(),
                service.deadlines(),
                service.fees().legalBasis(),
                service.documents().stream().map(Document::of).toList(),
                service.form().schema());
    }

    /** A document that goes with an application; the condition as it is written in the definition. */
    record Document(
            String key,
            LocalizedText name,
            LocalizedText help,
            LocalizedText condition,
            boolean required,
            Set<String> types,
            long maxBytes) {

        static Document of(DocumentRequirement document) {
            return new Document(
                    document.key(),
                    document.name(),
                    document.help(),
                    document.condition(),
                    document.required(),
                    new TreeSet<>(document.types()),
                    document.maxBytes());
        }
    }
}
