package org.anuyat.portal.services;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.anuyat.portal.form.FormPageView;
import org.anuyat.portal.form.FormPageViews;
import org.anuyat.testing.TestPostgres;
import org.anuyat.workflow.catalogue.Services;
import org.anuyat.workflow.catalogue.form.FormDefinition;
import org.anuyat.workflow.catalogue.form.control.FormPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.context.WebApplicationContext;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(classes = KnowTestApplication.class, properties = "anuyat.messages.strict=true")
@Import(TestPostgres.class)
class KnowTest {

    private static final Locale THAI = Locale.forLanguageTag("th");

    private final MockMvcTester web;
    private final Services services;
    private final FormPageViews views;

    @Autowired
    KnowTest(WebApplicationContext context, Services services, FormPageViews views) {
        this.web = MockMvcTester.from(context);
        this.services = services;
        this.views = views;
    }

    @ParameterizedTest(name = "{0} is a page in {1} that says \"{2}\"")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    /                            | th | รู้ ยื่น จ่าย รับ
                    /                            | en | Know, apply, pay, receive
                    /services                    | th | บริการทั้งหมด
                    /services?q=ร้านอาหาร          | th | พบ 1 บริการ
                    /services?q=restaurant       | en | 1 service for
                    /services?q=สมรส              | th | ไม่พบบริการสำหรับ
                    /services/food-licence       | th | วันจันทร์ ถึง วันศุกร์ 08.30-16.30 น.
                    /services/food-licence       | th | 2,000.00 บาท
                    /services/food-licence       | en | level IAL2 or higher
                    /services/food-licence/form  | th | เลขประจำตัวประชาชน
                    /services/food-licence/form  | en | National ID number
                    """)
    void page(String url, String language, String words) {
        assertThat(web.get().uri(url).cookie(new Cookie("language", language)).exchange())
                .hasStatusOk()
                .bodyText()
                .contains(words)
                .doesNotContain("style=\"", "onclick", "??");
    }

    @Test
    void what_was_looked_for_is_highlighted_and_never_executed() {
        assertThat(web.get().uri("/services").queryParam("q", "อาหาร").exchange())
                .bodyText()
                .contains("<mark>อาหาร</mark>");
        assertThat(web.get().uri("/services").queryParam("q", "<script>alert(1)</script>").exchange())
                .bodyText()
                .doesNotContain("<script>alert");
    }

    @Test
    void an_unknown_service_is_told_in_the_readers_language_and_as_problem_details() {
        assertThat(web.get().uri("/services/moon").accept("text/html").exchange())
                .hasStatus(404)
                .bodyText()
                .contains("ไม่พบบริการนี้");
        assertThat(web.get().uri("/api/public/services/moon").accept("application/json").exchange())
                .hasStatus(404)
                .hasContentTypeCompatibleWith("application/problem+json");
    }

    @Test
    void the_catalogue_is_open_data() {
        assertThat(web.get().uri("/api/public/services").exchange())
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$[0].id")
                .isEqualTo("food-licence");
        assertThat(web.get().uri("/api/public/services/food-licence").exchange())
                .bodyJson()
                .extractingPath("$.formSchema.properties.place.properties.areaSqm.exclusiveMinimum")
                .isEqualTo(200);
        assertThat(web.get().uri("/api/public/addresses").queryParam("q", "สุเทพ").exchange())
                .bodyJson()
                .extractingPath("$[0].postcode")
                .isEqualTo("50200");
    }

    @Test
    void places_are_suggested_while_one_types() {
        assertThat(web.get()
                        .uri("/services/places")
                        .queryParam("applicant.address.tambon", "สุเทพ")
                        .exchange())
                .hasStatusOk()
                .bodyText()
                .contains("<option", "เมืองเชียงใหม่");
    }

    @Test
    void a_form_page_shows_what_was_typed_and_what_is_wrong_with_it() {
        FormDefinition form = services.current("food-licence").form();
        FormPage page = form.page("premises").orElseThrow();
        FormPageView view = views.of(
                page,
                form.read(page, Map.of("place.areaSqm", List.of("๑๘๐")), new JsonMapper().createObjectNode()),
                THAI);

        assertThat(view.problems()).extracting("href").contains("#place-areaSqm", "#place-nameTh");
        assertThat(view.groups().get(0).questions())
                .filteredOn(question -> question.field().name().equals("place.areaSqm"))
                .singleElement()
                .satisfies(question -> {
                    assertThat(question.field().value()).isEqualTo("๑๘๐");
                    assertThat(question.field().error()).contains("หนังสือรับรองการแจ้ง");
                    assertThat(question.field().look().suffix()).isEqualTo("ตารางเมตร");
                });
    }

    @Test
    void a_list_begins_with_one_empty_row() {
        FormPage page = services.current("food-licence").form().page("staff").orElseThrow();
        FormPageView view = views.of(page, new JsonMapper().createObjectNode(), Locale.ENGLISH);
        assertThat(view.groups().get(0).questions().get(0).rows()).singleElement().satisfies(row -> assertThat(
                        row.questions())
                .extracting(question -> question.field().name())
                .containsExactly(
                        "business.handlers[0].name", "business.handlers[0].duty", "business.handlers[0].examinedOn"));
    }
}
