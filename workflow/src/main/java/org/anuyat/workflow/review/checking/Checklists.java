package org.anuyat.workflow.review.checking;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.anuyat.workflow.catalogue.ChecklistItem;
import org.anuyat.workflow.catalogue.DocumentRequirement;
import org.anuyat.workflow.catalogue.ServiceDefinition;
import org.anuyat.workflow.catalogue.Services;
import org.anuyat.workflow.catalogue.form.control.Control;
import org.anuyat.workflow.review.checking.CheckPoint.Target;
import org.anuyat.workflow.submission.Application;
import org.anuyat.workflow.submission.corrections.CorrectionItem.Kind;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Makes the checklist of an application: first what the service's own list names, then every document and every answer that it
 * leaves out, so that nothing is passed over. Only what these answers call for is on it.
 */
@Component
class Checklists {

    private final Services services;

    Checklists(Services services) {
        this.services = services;
    }

    List<CheckPoint> of(Application application) {
        ServiceDefinition service = services.version(application.serviceId(), application.serviceVersion());
        JsonNode answers = application.answers();
        Map<String, Target> fields = new LinkedHashMap<>();
        service.form().controls().filter(control -> control.isShown(answers)).forEach(control -> fields.put(
                control.key(), field(control)));
        Map<String, Target> documents = new LinkedHashMap<>();
        service.documentsFor(answers).stream()
                .filter(document -> document.required()
                        || !application.attachmentsFor(document.key()).isEmpty())
                .forEach(document -> documents.put(document.key(), document(document)));

        List<CheckPoint> points = new ArrayList<>();
        for (ChecklistItem item : service.checklist()) {
            List<Target> targets = Stream.concat(
                            item.fields().stream().filter(fields::containsKey).map(fields::get),
                            Stream.ofNullable(item.document())
                                    .filter(documents::containsKey)
                                    .map(documents::get))
                    .toList();
            if (!targets.isEmpty()) {
                points.add(new CheckPoint("point." + item.key(), item.text(), targets));
            }
        }
        Set<Target> named = new HashSet<>();
        points.forEach(point -> named.addAll(point.targets()));
        Stream.concat(documents.values().stream(), fields.values().stream())
                .filter(target -> !named.contains(target))
                .map(target -> new CheckPoint(target.id(), target.label(), List.of(target)))
                .forEach(points::add);
        return points;
    }

    private static Target field(Control control) {
        return new Target(Kind.FIELD, control.key(), control.label());
    }

    private static Target document(DocumentRequirement document) {
        return new Target(Kind.DOCUMENT, document.key(), document.name());
    }
}
