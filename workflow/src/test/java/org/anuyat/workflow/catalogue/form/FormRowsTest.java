package org.anuyat.workflow.catalogue.form;

import org.anuyat.workflow.catalogue.form.answers.FieldError;
import org.anuyat.workflow.catalogue.form.answers.FormReading;

import static org.anuyat.workflow.catalogue.form.FoodLicenceForm.FORM;
import static org.anuyat.workflow.catalogue.form.FoodLicenceForm.complete;
import static org.anuyat.workflow.catalogue.form.FoodLicenceForm.read;
import static org.anuyat.workflow.catalogue.form.FoodLicenceForm.typed;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class FormRowsTest {

    @Test
    void empty_rows_are_left_out_and_the_others_move_up_with_what_was_typed() {
        Map<String, String> typed = typed(
                "business.handlers[0].name", "",
                "business.handlers[0].duty", "",
                "business.handlers[2].name", "สมชาย",
                "business.handlers[2].duty", "PILOT");

        FormReading reading = read("staff", typed);

        assertThat(reading.answers().at("/business/handlers")).hasSize(1);
        assertThat(reading.errors()).singleElement().satisfies(error -> {
            assertThat(error.field()).isEqualTo("business.handlers[0].duty");
            assertThat(error.row()).isEqualTo(1);
        });
        assertThat(reading.entered()).containsEntry("business.handlers[0].name", "สมชาย");
    }

    @Test
    void a_list_without_rows_is_no_answer_and_may_be_none() {
        FormReading reading = read("staff", Map.of());
        assertThat(reading.isComplete()).isTrue();
        assertThat(reading.answers().at("/business/handlers").isMissingNode()).isTrue();
    }

    @Test
    void a_list_in_words_has_a_line_for_each_row() {
        ObjectNode answers = read(
                        "staff",
                        typed(
                                "business.handlers[0].name", "ปรุง รสดี",
                                "business.handlers[0].duty", "COOK",
                                "business.handlers[1].name", "จัด จาน",
                                "business.handlers[1].duty", "SERVER"))
                .answers();

        assertThat(FORM.inWords("/business/handlers", answers, Locale.ENGLISH).lines())
                .hasSize(2)
                .first()
                .asString()
                .startsWith("1. ")
                .contains("ปรุง รสดี", "Prepares or cooks")
                .doesNotContain("{", "COOK");
    }

    @Test
    void words_of_a_paper_are_read_in_english_where_the_form_has_them() {
        assertThat(FORM.translated("/place/areaSqm", "250.5 ตารางเมตร", Locale.ENGLISH)).isEqualTo("250.5 square metres");
        assertThat(FORM.translated("/place/type", "สถานที่จำหน่ายอาหาร", Locale.ENGLISH)).isEqualTo("Place where food is sold");
        assertThat(FORM.translated("/place/nameTh", "ร้านสถานที่สะสมอาหาร", Locale.ENGLISH)).isEqualTo("ร้านสถานที่สะสมอาหาร");
        assertThat(FORM.translated("/place/areaSqm", "250.5 ตารางเมตร", Locale.forLanguageTag("th"))).isEqualTo("250.5 ตารางเมตร");
    }

    @Test
    void a_row_is_added_at_the_end_before_anything_is_complained_about() {
        Map<String, String> typed =
                typed("business.handlers[0].name", "สมชาย", "_row", "add:business.handlers");

        FormReading reading = read("staff", typed);

        assertThat(reading.rowsChanged()).isTrue();
        assertThat(reading.errors()).isEmpty();
        assertThat(reading.answers().at("/business/handlers")).hasSize(2);
        assertThat(FORM.tidy(reading.answers()).at("/business/handlers")).hasSize(1);
    }

    @Test
    void a_row_is_removed_and_the_next_takes_its_place() {
        Map<String, String> typed = typed(
                "business.handlers[0].name", "ก",
                "business.handlers[0].duty", "COOK",
                "business.handlers[1].name", "ข",
                "business.handlers[1].duty", "SERVER",
                "_row", "remove:business.handlers:0");

        FormReading reading = read("staff", typed);

        assertThat(reading.answers().at("/business/handlers")).hasSize(1);
        assertThat(reading.answers().at("/business/handlers/0/name").asString()).isEqualTo("ข");
        assertThat(reading.entered()).containsEntry("business.handlers[0].name", "ข").doesNotContainValue("ก");
    }

    @Test
    void strange_row_actions_do_nothing() {
        for (String action : new String[] {"add:applicant", "remove:business.handlers:99", "drop", "add:business.handlers:x"}) {
            FormReading reading = read("staff", typed("business.handlers[0].name", "ก", "_row", action));
            assertThat(reading.rowsChanged()).as(action).isFalse();
        }
    }

    @Test
    void there_are_no_more_rows_than_the_schema_allows() {
        Map<String, String> typed = typed();
        for (int i = 0; i < 60; i++) {
            typed.put("business.handlers[%d].name".formatted(i), "คนที่ " + i);
            typed.put("business.handlers[%d].duty".formatted(i), "COOK");
        }
        FormReading reading = read("staff", typed);
        assertThat(reading.answers().at("/business/handlers")).hasSize(50);
        assertThat(reading.errors()).extracting(FieldError::code).contains("maxItems");
    }

    @Test
    void all_answers_read_in_both_languages() {
        ObjectNode answers = complete();
        assertThat(FORM.summary(answers, Locale.forLanguageTag("th")))
                .anySatisfy(line -> {
                    assertThat(line.label()).isEqualTo("พื้นที่ประกอบการ");
                    assertThat(line.text()).isEqualTo("250.5 ตารางเมตร");
                })
                .anySatisfy(line -> {
                    assertThat(line.field()).isEqualTo("business.handlers[0].examinedOn");
                    assertThat(line.text()).isEqualTo("1 พฤศจิกายน 2569");
                })
                .anySatisfy(line -> assertThat(line.text()).isEqualTo("1-1017-00230-70-8"))
                .noneSatisfy(line -> assertThat(line.field()).isEqualTo("applicant.principalName"));
        assertThat(FORM.summary(answers, Locale.ENGLISH)).anySatisfy(line -> assertThat(line.text()).isEqualTo("You rent them"));
        assertThat(FORM.inWords("/place/address", answers, Locale.ENGLISH))
                .isEqualTo("เลขที่ 99/1 หมู่ที่ 4 ถนนห้วยแก้ว ตำบลสุเทพ อำเภอเมืองเชียงใหม่ จังหวัดเชียงใหม่ 50200");
    }
}
