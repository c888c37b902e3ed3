package org.anuyat.workflow.catalogue.form.answers;

import org.anuyat.workflow.catalogue.form.control.Control;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Adding an empty row at the end of a list, or taking one away.
 *
 * @param row the one to take away; -1 to add one
 */
record RowAction(Control list, int row) {

    /** Does it; says no if there is nothing to do. */
    boolean apply(ObjectNode answers) {
        ArrayNode rows = answers.at(list.pointer()) instanceof ArrayNode array
                ? array
                : JsonNodeFactory.instance.arrayNode();
        if (row < 0) {
            if (rows.size() >= list.maxRows()) {
                return false;
            }
            rows.addObject();
            if (rows.size() == 1) {
                // the page shows one empty row where there is none: somebody who asks for more wants two
                rows.addObject();
            }
        } else if (row < rows.size()) {
            rows.remove(row);
        } else {
            return false;
        }
        Tidying.set(answers, list.key(), rows);
        return true;
    }
}
