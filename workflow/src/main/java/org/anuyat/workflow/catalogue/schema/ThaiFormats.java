package org.anuyat.workflow.catalogue.schema;

import com.networknt.schema.ExecutionContext;
import com.networknt.schema.MessageSourceError;
import com.networknt.schema.SchemaContext;
import com.networknt.schema.format.Format;
import com.networknt.schema.keyword.FormatValidator;
import com.networknt.schema.path.NodePath;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.anuyat.workflow.places.Places;
import org.anuyat.workflow.thai.MalformedValueException;
import org.anuyat.workflow.thai.NationalId;
import org.anuyat.workflow.thai.PhoneNumber;
import org.anuyat.workflow.thai.Postcode;
import org.anuyat.workflow.thai.RegisteredId;
import tools.jackson.databind.JsonNode;

/**
 * The formats of Thai identifiers. In answers they stand in their plain form (digits without separators), so that two ways
 * of typing make one value.
 *
 * <ul>
 *   <li>{@code thai-national-id}: thirteen digits with a right check digit
 *   <li>{@code thai-registered-id}: the same, or the number of a juristic person, which begins with 0
 *   <li>{@code thai-phone}: a number of the Thai numbering plan, as dialled
 *   <li>{@code thai-postcode}: five digits
 *   <li>{@code thai-province}: the full name of a province
 *   <li>{@code thai-address}, on an object: its {@code tambon}, {@code amphoe}, {@code province} and {@code postcode} belong
 *       together; an object that lacks one of the first three, or has no right province, is told of that first
 * </ul>
 */
final class ThaiFormats {

    private ThaiFormats() {}

    static List<Format> all(Places places) {
        return List.of(
                text("thai-national-id", parses(text -> NationalId.parse(text), 13)),
                text("thai-registered-id", parses(text -> RegisteredId.parse(text), 13)),
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
            public void validate(
                    ExecutionContext execution,
                    SchemaContext context,
                    JsonNode node,
                    JsonNode root,
                    NodePath at,
                    boolean assertions,
                    Supplier<MessageSourceError.Builder> error,
                    FormatValidator validator) {
                // the inherited method puts the value into the message as one string, which an object is not
                if (assertions && node.isObject() && !belongsTogether(places, node)) {
                    execution.addError(error.get().arguments(getName(), "").build());
                }
            }
        };
    }

    private static boolean belongsTogether(Places places, JsonNode address) {
        String tambon = address.path("tambon").asString("");
        String amphoe = address.path("amphoe").asString("");
        String province = address.path("province").asString("");
        return tambon.isEmpty()
                || amphoe.isEmpty()
                || !places.provinces().contains(province)
                || places.exists(tambon, amphoe, province, address.path("postcode").asString(""));
    }
}
