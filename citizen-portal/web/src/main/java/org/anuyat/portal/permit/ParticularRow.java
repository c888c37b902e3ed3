package org.anuyat.portal.permit;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.anuyat.workflow.catalogue.ServiceDefinition;
import org.anuyat.workflow.catalogue.form.control.Control;
import org.anuyat.workflow.catalogue.form.control.FormGroup;

/**
 * One particular of a permit as pages show it.
 *
 * @param label the question that it answers
 */
public record ParticularRow(String label, String value) {

    /** Pages name the holder on a line of its own. */
    private static final String HOLDER = "holder";

    /** The particulars that say something, in the order of the permit and labelled as the form labels them. */
    public static List<ParticularRow> of(ServiceDefinition service, Map<String, String> particulars, Locale locale) {
        return service.permit().publicData().stream()
                .filter(name -> !name.equals(HOLDER))
                .filter(name -> !particulars.getOrDefault(name, "").isBlank())
                .map(name -> new ParticularRow(label(service, name, locale), value(service, name, particulars.get(name), locale)))
                .toList();
    }

    /** As the permit says it, which is in Thai; what the form knows another word for is translated. */
    private static String value(ServiceDefinition service, String name, String thai, Locale locale) {
        return service.permit().data().getOrDefault(name, List.of()).stream()
                .map(pointer -> service.form().translated(pointer, thai, locale))
                .filter(words -> !words.equals(thai))
                .findFirst()
                .orElse(thai);
    }

    /** The question whose answer it is, or the heading above several questions, such as those of an address. */
    private static String label(ServiceDefinition service, String name, Locale locale) {
        List<String> pointers = service.permit().data().getOrDefault(name, List.of());
        return service.form()
                .controls()
                .filter(control -> pointers.contains(control.pointer()))
                .findFirst()
                .map(Control::label)
                .or(() -> service.form().pages().stream()
                        .flatMap(page -> page.groups().stream())
                        .filter(group -> group.controls().stream().anyMatch(control -> isBelow(control, pointers)))
                        .findFirst()
                        .map(FormGroup::title))
                .map(label -> label.in(locale))
                .orElse(name);
    }

    private static boolean isBelow(Control control, List<String> pointers) {
        return pointers.stream().anyMatch(pointer -> control.pointer().startsWith(pointer + "/"));
    }
}
