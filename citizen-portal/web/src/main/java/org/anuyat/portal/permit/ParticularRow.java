package org.anuyat.portal.permit;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.anuyat.workflow.catalogue.ServiceDefinition;
import org.anuyat.workflow.catalogue.form.Control;

/**
 * One particular of a permit as pages show it.
 *
 * @param label the question that it answers
 */
public record ParticularRow(String label, String value) {

    /** The particulars that say something, labelled as the form labels them. */
    public static List<ParticularRow> of(ServiceDefinition service, Map<String, String> particulars, Locale locale) {
        return particulars.entrySet().stream()
                .filter(particular -> !particular.getValue().isBlank())
                .map(particular -> new ParticularRow(label(service, particular.getKey(), locale), particular.getValue()))
                .toList();
    }

    private static String label(ServiceDefinition service, String name, Locale locale) {
        List<String> pointers = service.permit().data().getOrDefault(name, List.of());
        return service.form()
                .controls()
                .filter(control -> pointers.contains(control.pointer()))
                .findFirst()
                .map(Control::label)
                .map(label -> label.in(locale))
                .orElse(name);
    }
}
