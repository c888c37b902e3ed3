package org.anuyat.workflow.catalogue.form;

import org.anuyat.workflow.catalogue.form.answers.FieldError;
import org.anuyat.workflow.catalogue.form.answers.FormReading;
import org.anuyat.workflow.catalogue.form.words.FormMessages;

import static org.anuyat.workflow.catalogue.form.FoodLicenceForm.FORM;
import static org.anuyat.workflow.catalogue.form.FoodLicenceForm.JSON;
import static org.anuyat.workflow.catalogue.form.FoodLicenceForm.complete;
import static org.anuyat.workflow.catalogue.form.FoodLicenceForm.home;
import static org.anuyat.workflow.catalogue.form.FoodLicenceForm.operation;
import static org.anuyat.workflow.catalogue.form.FoodLicenceForm.page;
import static org.anuyat.workflow.catalogue.form.FoodLicenceForm.premises;
import static org.anuyat.workflow.catalogue.form.FoodLicenceForm.read;
import static org.anuyat.workflow.catalogue.form.FoodLicenceForm.staff;
import static org.anuyat.workflow.catalogue.form.FoodLicenceForm.typed;
import static org.anuyat.workflow.catalogue.form.FoodLicenceForm.who;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.ObjectNode;

class FormReadingTest {

    private static final Locale THAI = Locale.forLanguageTag("th");

    private final FormMessages messages = new FormMessages();

    @Test
    void complete_answers_have_nothing_wrong_with_them() {
        assertThat(FORM.validate(complete())).isEmpty();
    }

    @Test
    void what_people_type_becomes_plain_values() {
        ObjectNode answers = complete();

        assertThat(answers.at("/applicant/fullName").asString()).isEqualTo("สมหญิง ใจดี");
        assertThat(answers.at("/applicant/age").intValue()).isEqualTo(35);
        assertThat(answers.at("/applicant/citizenId").asString()).isEqualTo("1101700230708");
        assertThat(answers.at("/applicant/phone").asString()).isEqualTo("0812345678");
        assertThat(answers.at("/place/areaSqm").decimalValue()).isEqualByComparingTo("250.5");
        assertThat(answers.at("/business/year").intValue()).isEqualTo(2569);
        assertThat(answers.at("/business/foodDetail").asString()).isEqualTo("อาหารตามสั่ง\nก๋วยเตี๋ยว");
        assertThat(answers.at("/business/handlers/0/examinedOn").asString()).isEqualTo("2026-11-01");
        assertThat(answers.at("/applicant").has("fax")).isFalse();
    }

    @Test
    void an_empty_page_asks_for_every_required_answer_in_the_order_of_the_questions() {
        FormReading reading = read("who", Map.of());

        assertThat(reading.isComplete()).isFalse();
        assertThat(reading.errors())
                .extracting(FieldError::field)
                .containsExactly(
                        "applicant.capacity",
                        "applicant.prefix",
                        "applicant.fullName",
                        "applicant.age",
                        "applicant.nationality",
                        "applicant.citizenId");
        assertThat(messages.text(reading.errors().get(2), THAI)).isEqualTo("โปรดระบุชื่อ-สกุล");
        assertThat(messages.text(reading.errors().get(2), Locale.ENGLISH)).isEqualTo("Enter: Full name");
    }

    @ParameterizedTest(name = "{0}: {1} = {2} is told as {3}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            textBlock =
                    """
                    who      | applicant.citizenId | 1101700230709  | national-id.check-digit
                    who      | applicant.citizenId | 110170023070   | national-id.length
                    who      | applicant.citizenId | ABC            | national-id.characters
                    who      | applicant.age       | สามสิบ          | number
                    who      | applicant.age       | 35.5           | integer
                    who      | applicant.age       | 7              | minimum
                    who      | applicant.age       | -1             | minimum
                    who      | applicant.age       | 1e400          | number
                    who      | applicant.prefix    | KING           | enum
                    home     | applicant.phone     | 12345          | phone.unknown
                    home     | applicant.phone     | +1 212 5550100 | phone.foreign
                    home     | applicant.email     | somying@       | email
                    home     | applicant.address.postcode | 123     | postcode.length
                    home     | applicant.address.province | อยุทธยา  | thai-province
                    home     | applicant.address.postcode | 10900   | thai-address
                    premises | place.areaSqm       | 200            | exclusiveMinimum
                    premises | place.areaSqm       | 1,2            | number
                    premises | place.areaSqm       | 100001         | maximum
                    premises | place.nameEn        | ครัว            | pattern
                    premises | place.ownerName     | -              | required
                    operation | business.year      | 2026           | year.common-era
                    operation | business.year      | 69             | year
                    operation | business.requestKind | RENEWAL      | required
                    """)
    void wrong_answers_are_told_at_their_field(String page, String field, String text, String code) {
        Map<String, String> typed =
                switch (page) {
                    case "who" -> who();
                    case "home" -> home();
                    case "premises" -> premises();
                    default -> operation();
                };
        typed.put(field, text == null ? "" : text);

        FormReading reading = read(page, typed);

        assertThat(reading.errors()).singleElement().satisfies(error -> {
            assertThat(error.code()).isEqualTo(code);
            assertThat(error.page()).isEqualTo(page);
            assertThat(messages.text(error, THAI)).isNotBlank().doesNotContain("{");
            assertThat(messages.text(error, Locale.ENGLISH)).isNotBlank().doesNotContain("{");
        });
    }

    @ParameterizedTest(name = "of {0} the principal''s number {1} is told as {2}")
    @CsvSource({
        "JURISTIC, 0994000165501, ''",
        "JURISTIC, ๐-๙๙๔๐-๐๐๑๖๕-๕๐-๑, ''",
        "JURISTIC, 0994000165502, juristic-id.check-digit",
        "AGENT, 1-1017-00230-70-8, ''",
        "AGENT, 1101700230709, national-id.check-digit",
        "AGENT, 11017002307, national-id.length",
        "AGENT, ABC, national-id.characters"
    })
    void the_number_of_a_principal_has_a_check_digit(String capacity, String number, String code) {
        Map<String, String> typed = who();
        typed.put("applicant.capacity", capacity);
        typed.put("applicant.principalName", "บริษัท ครัวดี จำกัด");
        typed.put("applicant.principalId", number);

        FormReading reading = read("who", typed);

        assertThat(String.join(",", reading.errors().stream().map(FieldError::code).toList())).isEqualTo(code);
        assertThat(reading.errors()).allSatisfy(error -> {
            assertThat(error.field()).isEqualTo("applicant.principalId");
            assertThat(messages.text(error, THAI)).contains("13 หลัก");
        });
        if (code.isEmpty()) {
            assertThat(reading.answers().at("/applicant/principalId").asString()).matches("[0-9]{13}");
        }
    }

    @Test
    void the_error_of_an_address_leads_to_its_subdistrict() {
        Map<String, String> typed = home();
        typed.put("applicant.address.postcode", "10900");
        assertThat(read("home", typed).errors())
                .extracting(FieldError::field)
                .containsExactly("applicant.address.tambon");
    }

    @Test
    void two_hundred_square_metres_belong_to_the_notification() {
        Map<String, String> typed = premises();
        typed.put("place.areaSqm", "180");
        assertThat(messages.text(read("premises", typed).errors().get(0), THAI)).contains("หนังสือรับรองการแจ้ง");
    }

    @ParameterizedTest(name = "{0} {1} {2} is told as {3}")
    @CsvSource({
        "31, 4, 2569, date.impossible",
        "29, 2, 2569, date.impossible",
        "1, 13, 2569, date.month",
        "1, 1, 2026, date.year.common-era",
        "'', 1, 2569, date.day.missing",
        "99, 1, 2569, date.day"
    })
    void impossible_dates_are_refused(String day, String month, String year, String code) {
        Map<String, String> typed = staff();
        typed.putAll(typed(
                "business.handlers[0].examinedOn.day", day,
                "business.handlers[0].examinedOn.month", month,
                "business.handlers[0].examinedOn.year", year));

        FormReading reading = read("staff", typed);

        assertThat(reading.errors()).singleElement().satisfies(error -> {
            assertThat(error.field()).isEqualTo("business.handlers[0].examinedOn");
            assertThat(error.code()).isEqualTo(code);
            assertThat(messages.text(error, THAI)).startsWith("รายการที่ 1: ");
        });
        assertThat(reading.entered()).containsEntry("business.handlers[0].examinedOn.month", month);
    }

    @Test
    void fields_that_the_page_does_not_have_are_refused_and_never_kept() {
        Map<String, String> typed = who();
        typed.put("applicant.isAdmin", "true");
        typed.put("__proto__", "{}");
        typed.put("place.areaSqm", "500");
        typed.put("_csrf", "token");

        FormReading reading = read("who", typed);

        assertThat(reading.hasUnknownFields()).isTrue();
        assertThat(reading.errors()).extracting(FieldError::arguments).containsExactlyInAnyOrder(
                List.of("applicant.isAdmin"), List.of("place.areaSqm"));
        assertThat(reading.answers().toString()).doesNotContain("isAdmin", "proto", "500");
    }

    @Test
    void unknown_and_nested_values_in_stored_answers_are_found() {
        ObjectNode answers = complete();
        answers.putObject("extra").put("x", 1);
        answers.withObject("/applicant").putArray("fullName").addArray().add("ก");
        assertThat(FORM.validate(answers)).extracting(FieldError::code).contains("unknown", "type");
    }

    @Test
    void json_in_a_text_stays_a_text() {
        Map<String, String> typed = who();
        typed.put("applicant.fullName", "\"},\"applicant\":{\"age\":1},\"x\":{\"$ref\":\"#\"");

        FormReading reading = read("who", typed);

        assertThat(reading.errors()).isEmpty();
        assertThat(JSON.readTree(reading.answers().toString())).isEqualTo(reading.answers());
        assertThat(reading.answers().at("/applicant/age").intValue()).isEqualTo(35);
    }

    @Test
    void huge_texts_are_refused_without_being_kept() {
        Map<String, String> typed = operation();
        typed.put("business.foodDetail", "ก".repeat(2_000_000));

        FormReading reading = read("operation", typed);

        assertThat(reading.errors()).extracting(FieldError::code).containsExactly("maxLength");
        assertThat(messages.text(reading.errors().get(0), THAI)).contains("500");
        assertThat(reading.answers().toString()).hasSizeLessThan(1000);
        assertThat(reading.entered().get("business.foodDetail")).hasSize(5000);
    }

    @Test
    void invisible_characters_are_dropped_and_control_characters_refused() {
        Map<String, String> typed = who();
        typed.put("applicant.fullName", "สม\u200Bหญิง\uFEFF ใจดี");
        assertThat(read("who", typed).answers().at("/applicant/fullName").asString()).isEqualTo("สมหญิง ใจดี");

        typed.put("applicant.fullName", "สม\u0000หญิง");
        assertThat(read("who", typed).errors()).extracting(FieldError::code).containsExactly("characters");
    }

    @Test
    void one_answer_sent_twice_is_refused() {
        Map<String, List<String>> parameters = Map.of("business.year", List.of("2569", "2570"));
        assertThat(FORM.read(page("operation"), parameters, JSON.createObjectNode()).errors())
                .filteredOn(error -> error.field().equals("business.year"))
                .extracting(FieldError::code)
                .containsExactly("single");
    }

    @Test
    void answers_that_are_no_longer_asked_for_are_dropped() {
        Map<String, String> typed = premises();
        typed.put("place.ownership", "OWNER");

        FormReading reading = read("premises", typed);

        assertThat(reading.errors()).isEmpty();
        assertThat(reading.answers().at("/place").has("ownerName")).isFalse();
    }

    @Test
    void answers_of_other_pages_stay() {
        ObjectNode first = read("who", who()).answers();
        ObjectNode second = read("home", home(), first).answers();
        assertThat(second.at("/applicant/fullName").asString()).isEqualTo("สมหญิง ใจดี");
        assertThat(first.at("/applicant").has("phone")).isFalse();
    }

    @Test
    void what_was_proven_about_the_applicant_is_filled_in_and_stays() {
        ObjectNode prefilled = FORM.prefill(
                Map.of("person.nationalId", "1101700230708", "person.fullName", "สมหญิง ใจดี", "person.phone", "ไม่มี"),
                JSON.createObjectNode());
        assertThat(prefilled.at("/applicant").has("phone")).isFalse();

        Map<String, String> typed = who();
        typed.put("applicant.citizenId", "1234567890121");
        assertThat(read("who", typed, prefilled).answers().at("/applicant/citizenId").asString())
                .isEqualTo("1101700230708");
    }
}
