package org.anuyat.workflow.catalogue;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.anuyat.workflow.language.LocalizedText;
import tools.jackson.databind.JsonNode;

/**
 * What a service costs (ค่าธรรมเนียม): a DMN decision table on some of the answers, so that an ordinance can be changed in a
 * table instead of a program.
 *
 * @param decision key of the decision in the DMN file
 * @param resource name of the DMN file among the definition's resources
 * @param dmn the DMN file itself
 * @param inputs the table's input variables, each with the JSON pointer of the answer that goes into it
 * @param output the table's output, an amount in satang
 * @param legalBasis what the fee rests on
 */
public record Fees(
        String decision,
        String resource,
        String dmn,
        Map<String, String> inputs,
        String output,
        LocalizedText legalBasis) {

    /** Copies the map. */
    public Fees {
        inputs = Map.copyOf(inputs);
    }

    /** The table's input variables with their values out of these answers; numbers as BigDecimal, absent ones left out. */
    public Map<String, Object> inputsFrom(JsonNode answers) {
        Map<String, Object> values = new TreeMap<>();
        inputs.forEach((variable, pointer) ->
                scalar(answers.at(pointer)).ifPresent(value -> values.put(variable, value)));
        return values;
    }

    private static Optional<Object> scalar(JsonNode node) {
        if (node.isNumber()) {
            return Optional.of(node.decimalValue());
        }
        if (node.isBoolean()) {
            return Optional.of(node.booleanValue());
        }
        return node.isString() ? Optional.of(node.asString()) : Optional.empty();
    }
}
