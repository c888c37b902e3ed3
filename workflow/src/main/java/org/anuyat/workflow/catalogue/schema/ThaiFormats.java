package org.anuyat.workflow.catalogue.schema;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.format.Format;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.anuyat.workflow.places.Places;
import org.anuyat.workflow.thai.MalformedValueException;
import org.anuyat.workflow.thai.NationalId;
import org.anuyat.workflow.thai.PhoneNumber;
import org.anuyat.workflow.thai.Postcode;
import tools.jackson.databind.JsonNode;

/**
 * The formats of Thai identifiers. In answers they stand in their plain form (digits without separators), so that two ways
 * of typing make one value.
 *
 * <ul>
 *   <li>{@code thai-national-id}: thirteen digits with a right check digit
 *   <li>{@code thai-phone}: a number of the Thai numbering plan, as dialled
 *   <li>{@code thai-postcode}: five digits
 *   <li>{@code thai-province}: the full name of a province
 *   <li>{@code thai-address}, on an object: its {@code tambon}, {@code amphoe}, {@code province} and {@code postcode} belong
 *       together; an object that lacks one of the first three is left to {@code required}
 * </ul>
 */
final class ThaiFormats {

    private ThaiFormats() {}

    static List<Format> all(Places places) {
        return List.of(
                text("thai-national-id", parses(text -> NationalId.parse(text), 13)),
                text("thai-phone", parses(text -> PhoneNumber.parse(text), 10)),
                text("thai-postcode", parses(text -> Postcode.parse(text), 5)),
                text("thai-province", name -> places.provinces().contains(name)),
                address(places));
    }

    private static Format text(String name, Predicate<String> rule) {
        return new Format() {
            @Override
            public String getName() {
                return name;
            }

            @Override
            public boolean matches(ExecutionContext execution, String value) {
                return rule.test(value);
            }
        };
    }

    private static Predicate<String> parses(Consumer<String> parser, int maxLength) {
        return text -> {
            if (text.length() > maxLength || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
                return false;
            }
            try {
                parser.accept(text);
                return true;
            } catch (MalformedValueException e) {
                return false;
            }
        };
    }

    private static Format address(Places places) {
        return new Format() {
            @Override
            public String getName() {
                return "thai-address";
            }

            @Override
            public boolean matches(ExecutionContext execution, SchemaContext context, JsonNode value) {
                if (!value.isObject()) {
                    return true;
                }
                String tambon = value.path("tambon").asString("");
                String amphoe = value.path("amphoe").asString("");
                String province = value.path("province").asString("");
                String postcode = value.path("postcode").asString("");
                return tambon.isEmpty()
                        || amphoe.isEmpty()
                        || province.isEmpty()
                        || places.exists(tambon, amphoe, province, postcode);
            }
        };
    }
}
