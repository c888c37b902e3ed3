package org.anuyat.workflow.catalogue.form;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.anuyat.workflow.catalogue.form.answers.FormReading;
import org.anuyat.workflow.catalogue.form.control.FormPage;
import org.anuyat.workflow.catalogue.form.loading.FormDefinitions;
import org.anuyat.workflow.catalogue.schema.Schemas;
import org.anuyat.workflow.places.Places;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The real form of the food licence, and what an applicant types into it. */
final class FoodLicenceForm {

    static final JsonMapper JSON = new JsonMapper();
    static final FormDefinitions DEFINITIONS = new FormDefinitions(new Schemas(new Places()));
    static final FormDefinition FORM = DEFINITIONS.define(
            file(FormDefinitions.SCHEMA), file(FormDefinitions.UI), file(FormDefinitions.THAI), file(FormDefinitions.ENGLISH));

    private FoodLicenceForm() {}

    static JsonNode file(String name) {
        try (InputStream in = FoodLicenceForm.class.getResourceAsStream("/services/food-licence/" + name)) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static FormPage page(String key) {
        return FORM.page(key).orElseThrow();
    }

    static FormReading read(String page, Map<String, String> typed) {
        return read(page, typed, JSON.createObjectNode());
    }

    static FormReading read(String page, Map<String, String> typed, ObjectNode previous) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        typed.forEach((name, value) -> parameters.put(name, List.of(value)));
        return FORM.read(page(page), parameters, previous);
    }

    static Map<String, String> typed(String... namesAndValues) {
        Map<String, String> typed = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            typed.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return typed;
    }

    static Map<String, String> who() {
        return typed(
                "applicant.capacity", "SELF",
                "applicant.prefix", "MISS",
                "applicant.fullName", "  สมหญิง ใจดี ",
                "applicant.age", "๓๕",
                "applicant.nationality", "ไทย",
                "applicant.citizenId", "1-1017-00230-70-8");
    }

    static Map<String, String> home() {
        Map<String, String> typed = address("applicant.address");
        typed.putAll(typed("applicant.phone", "081-234-5678", "applicant.fax", "", "applicant.email", "somying@example.com"));
        return typed;
    }

    static Map<String, String> premises() {
        Map<String, String> typed = address("place.address");
        typed.putAll(typed(
                "place.type", "SELL",
                "place.nameTh", "ครัวสมหญิง",
                "place.nameEn", "Somying Kitchen",
                "place.areaSqm", "๒๕๐.๕",
                "place.ownership", "RENT",
                "place.ownerName", "นายมั่ง มีที่"));
        return typed;
    }

    static Map<String, String> operation() {
        return typed(
                "business.requestKind", "NEW",
                "business.previousLicence", "",
                "business.year", "๒๕๖๙",
                "business.foodType", "COOKED",
                "business.foodDetail", "อาหารตามสั่ง\r\nก๋วยเตี๋ยว",
                "business.otherLicence", "NO",
                "business.manager", "");
    }

    static Map<String, String> staff() {
        return typed(
                "business.handlers[0].name", "นายปรุง รสดี",
                "business.handlers[0].duty", "COOK",
                "business.handlers[0].examinedOn.day", "๑",
                "business.handlers[0].examinedOn.month", "พฤศจิกายน",
                "business.handlers[0].examinedOn.year", "2569");
    }

    static ObjectNode complete() {
        ObjectNode answers = read("who", who()).answers();
        answers = read("home", home(), answers).answers();
        answers = read("premises", premises(), answers).answers();
        answers = read("operation", operation(), answers).answers();
        return read("staff", staff(), answers).answers();
    }

    private static Map<String, String> address(String prefix) {
        return typed(
                prefix + ".houseNo", "99/1",
                prefix + ".moo", "4",
                prefix + ".soi", "",
                prefix + ".road", "ห้วยแก้ว",
                prefix + ".tambon", "สุเทพ",
                prefix + ".amphoe", "เมืองเชียงใหม่",
                prefix + ".province", "เชียงใหม่",
                prefix + ".postcode", "50200");
    }
}
