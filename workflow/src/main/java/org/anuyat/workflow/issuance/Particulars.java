package org.anuyat.workflow.issuance;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.anuyat.workflow.catalogue.PermitKind;
import org.anuyat.workflow.catalogue.ServiceDefinition;
import org.anuyat.workflow.submission.Application;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** What a permit says of its case: answers picked by the service's definition. */
@Component
class Particulars {

    /**
     * The texts of a permit.
     *
     * @param all by the names that the template uses
     * @param open those that the public register shows
     */
    record Set(Map<String, String> all, Map<String, String> open) {}

    private static final Locale THAI = Locale.forLanguageTag("th");

    /** The answers that the permit bears. */
    Set of(ServiceDefinition service, Application application) {
        PermitKind kind = service.permit();
        ObjectNode answers = application.answers();
        Map<String, String> all = new LinkedHashMap<>();
        kind.data().forEach((name, pointers) -> all.put(
                name,
                pointers.stream()
                        .map(pointer -> service.form().inWords(pointer, answers, THAI))
                        .filter(text -> !text.isBlank())
                        .findFirst()
                        .orElse("")));
        Map<String, String> open = new LinkedHashMap<>();
        kind.publicData().forEach(name -> open.put(name, all.getOrDefault(name, "")));
        return new Set(all, open);
    }
}
