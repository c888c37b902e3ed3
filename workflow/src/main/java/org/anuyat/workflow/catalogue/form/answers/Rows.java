package org.anuyat.workflow.catalogue.form.answers;

import java.util.ArrayList;
import java.util.List;
import org.anuyat.workflow.catalogue.form.control.Control;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads the rows of a list. Rows without any answer are left out, unless a row is being added or removed. */
record Rows(String page, Control list) {

    List<FieldError> read(Typed typed, ObjectNode answers) {
        List<FieldError> errors = new ArrayList<>();
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        boolean keepEmpty = typed.rowAction(List.of(list)).isPresent();
        for (int index : typed.rows(list.key())) {
            if (rows.size() >= list.maxRows()) {
                errors.add(Checking.of(page, list, list.key(), 0, "maxItems", List.of(list.maxRows())));
                break;
            }
            int to = rows.size();
            ObjectNode row = JsonNodeFactory.instance.objectNode();
            List<FieldError> rowErrors = new ArrayList<>();
            for (Control column : list.columns()) {
                String field = "%s[%d].%s".formatted(list.key(), to, column.key());
                Entry entry = typed.entry(
                        column, "%s[%d].%s".formatted(list.key(), index, column.key()), field);
                if (entry.value() != null) {
                    row.set(column.key(), entry.value());
                }
                if (entry.error() != null) {
                    rowErrors.add(Checking.of(page, column, field, to + 1, entry.error(), entry.arguments()));
                }
            }
            if (!row.isEmpty() || !rowErrors.isEmpty() || keepEmpty) {
                rows.add(row);
                errors.addAll(rowErrors);
            }
        }
        if (rows.isEmpty()) {
            Tidying.remove(answers, list.key());
        } else {
            Tidying.set(answers, list.key(), rows);
        }
        return errors;
    }
}
