package org.anuyat.workflow.catalogue.form.answers;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anuyat.workflow.catalogue.form.control.Control;
import org.anuyat.workflow.catalogue.form.control.FormPage;
import org.anuyat.workflow.catalogue.schema.CompiledSchema;
import org.anuyat.workflow.catalogue.schema.Violation;
import org.anuyat.workflow.language.LocalizedText;
import tools.jackson.databind.node.ObjectNode;

/** Holds answers against the schema and says what is wrong at which field. */
final class Checking {

    private static final Pattern IN_A_ROW = Pattern.compile("/(\\d+)/(\\w+)$");
    private static final Set<String> UNKNOWN_FIELD = Set.of("additionalProperties", "unevaluatedProperties");

    private final CompiledSchema schema;
    private final Tidying tidying;
    private final Map<String, Asked> asked = new LinkedHashMap<>();

    Checking(List<FormPage> pages, CompiledSchema schema, Tidying tidying) {
        this.schema = schema;
        this.tidying = tidying;
        pages.forEach(page -> page.controls()
                .forEach(control -> asked.put(control.pointer(), new Asked(page.key(), control))));
    }

    /** One error a field, in the order of the questions; those that belong to no field come last. */
    List<FieldError> errors(ObjectNode answers) {
        return errorsAsTheyStand(tidying.tidy(answers));
    }

    /** The same for answers whose empty rows count: the page that is being read numbers its rows with them. */
    List<FieldError> errorsAsTheyStand(ObjectNode answers) {
        List<FieldError> found = new ArrayList<>();
        for (Violation violation : schema.violations(tidying.toCheck(answers))) {
            found.add(error(violation));
        }
        List<String> order = asked.values().stream().map(a -> a.control().key()).toList();
        Set<String> seen = new HashSet<>();
        return found.stream()
                .filter(error -> seen.add(error.field().isEmpty() ? error.toString() : error.field()))
                .sorted((a, b) -> Integer.compare(position(order, a), position(order, b)))
                .toList();
    }

    private static int position(List<String> order, FieldError error) {
        int position = order.indexOf(error.field().replaceAll("\\[.*", ""));
        return position < 0 ? order.size() : position;
    }

    private FieldError error(Violation violation) {
        String pointer = violation.pointer();
        if (UNKNOWN_FIELD.contains(violation.keyword())) {
            return unknown(pointer.substring(1).replace('/', '.'), "");
        }
        Matcher row = IN_A_ROW.matcher(pointer);
        if (row.find()) {
            Asked list = asked.get(pointer.substring(0, row.start()));
            if (list != null) {
                return inRow(list, Integer.parseInt(row.group(1)), row.group(2), violation);
            }
        }
        return at(pointer)
                .map(a -> of(a.page(), a.control(), a.control().key(), 0, violation.keyword(), violation.arguments()))
                .orElseGet(() -> new FieldError(
                        "", "", violation.keyword(), LocalizedText.NONE, 0, violation.arguments(), null));
    }

    private FieldError inRow(Asked list, int row, String property, Violation violation) {
        String field = "%s[%d].%s".formatted(list.control().key(), row, property);
        return list.control().columns().stream()
                .filter(column -> column.key().equals(property))
                .findFirst()
                .map(column -> of(list.page(), column, field, row + 1, violation.keyword(), violation.arguments()))
                .orElseGet(() -> unknown(field, list.page()));
    }

    /** The control at a place; for an object the one within it that leads its group, so that a link has somewhere to go. */
    private Optional<Asked> at(String pointer) {
        Asked exact = asked.get(pointer);
        if (exact != null) {
            return Optional.of(exact);
        }
        List<Asked> within = asked.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(pointer + "/"))
                .map(Map.Entry::getValue)
                .toList();
        return within.stream()
                .filter(a -> !a.control().look().suggest().isEmpty())
                .findFirst()
                .or(() -> within.stream().findFirst());
    }

    static FieldError of(String page, Control control, String field, int row, String keyword, List<Object> arguments) {
        return new FieldError(
                field,
                page,
                keyword,
                control.label(),
                row,
                arguments,
                control.messages().get(keyword));
    }

    static FieldError unknown(String field, String page) {
        String shown = field.length() > 80 ? field.substring(0, 80) + "…" : field;
        return new FieldError("", page, FieldError.UNKNOWN, LocalizedText.NONE, 0, List.of(shown), null);
    }

    private record Asked(String page, Control control) {}
}
