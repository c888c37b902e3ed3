package org.anuyat.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.anuyat.kit.sample.Sample;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.mock.web.MockServletContext;
import org.thymeleaf.TemplateEngine;

@SpringBootTest(classes = Sample.class)
class FieldsTest {

    private static final List<Option> YES_NO = List.of(Option.of("yes", "Yes"), Option.of("no", "No"));

    @Autowired
    private TemplateEngine templates;

    private Golden golden;

    @BeforeEach
    void connect() {
        golden = new Golden(templates, new MockServletContext());
    }

    private void same(String fragment, Field field, String component, String fixture) throws IOException {
        assertThat(Golden.normalised(golden.rendered("kit/fields", fragment, Map.of("field", field))))
                .isEqualTo(Golden.normalised(Golden.published(component, fixture)));
    }

    @Test
    void aTextIsAnInput() throws IOException {
        same("text", Field.of("test-name", "National Insurance number"), "input", "default");
    }

    @Test
    void aWrongTextSaysWhatIsWrong() throws IOException {
        same("text", Field.of("test-name-3", "National Insurance number").withId("input-with-error-message")
                .withError("Enter a National Insurance number in the correct format"), "input", "with error message");
    }

    @Test
    void theLabelOfAPageThatAsksOneThingIsItsHeading() throws IOException {
        same("text", Field.of("test-name", "National Insurance number").withId("input-with-page-heading").asHeading(),
                "input", "with label as page heading");
    }

    @Test
    void unitsStandBesideTheBox() throws IOException {
        same("text", Field.of("cost", "Cost per item, in pounds").withId("input-with-prefix-suffix")
                .withLook(Look.PLAIN.withPrefix("£").withSuffix("per item")), "input", "with prefix and suffix");
    }

    @Test
    void aTextBearsTheAttributesOfItsQuestion() throws IOException {
        same("text", Field.of("postcode", "Postcode").withId("input-with-autocomplete-attribute").with("autocomplete", "postal-code"),
                "input", "with autocomplete attribute");
    }

    @Test
    void aLongTextKeepsItsLines() throws IOException {
        same("longtext", Field.of("address", "Full address").withId("full-address").withValue("221B Baker Street\nLondon\nNW1 6XE\n"),
                "textarea", "with default value");
    }

    @Test
    void aLongTextCountsItsCharacters() throws IOException {
        same("longtext", Field.of("more-detail", "Can you provide more detail?").withLimit(10), "character-count", "default");
    }

    @Test
    void aSelectSaysWhatIsWrong() throws IOException {
        same("dropdown", Field.of("select-2", "Label text goes here").withHint("Hint text goes here").withError("Error message goes here")
                .withOptions(List.of(Option.of("1", "GOV.UK frontend option 1"), Option.of("2", "GOV.UK frontend option 2"),
                        Option.of("3", "GOV.UK frontend option 3"))), "select", "with hint text and error message");
    }

    @Test
    void radiosStandInAFieldset() throws IOException {
        same("radios", Field.of("example-default", "Have you changed your name?").withOptions(YES_NO), "radios", "default");
    }

    @Test
    void twoShortRadiosStandSideBySide() throws IOException {
        same("radios", Field.of("example", "Have you changed your name?").withOptions(YES_NO).withValue("no")
                .withHint("This includes changing your last name or spelling your name differently.")
                .withLook(Look.PLAIN.asInline()), "radios", "inline");
    }

    @Test
    void eachRadioMayHaveAHint() throws IOException {
        Element published = Golden.published("radios", "with hints on items");
        Field field = Field.of("gov", "How do you want to sign in?").withId("gateway").asHeading().withOptions(List.of(
                new Option("gateway", "Sign in with Government Gateway", published.select(".govuk-hint").get(0).text()),
                new Option("verify", "Sign in with GOV.UK Verify", published.select(".govuk-hint").get(1).text())));
        published.select("#verify").attr("id", "gateway-2").attr("aria-describedby", "gateway-2-item-hint");
        published.select("[for=verify]").attr("for", "gateway-2");
        published.select("#verify-item-hint").attr("id", "gateway-2-item-hint");
        assertThat(Golden.normalised(golden.rendered("kit/fields", "radios", Map.of("field", field))))
                .isEqualTo(Golden.normalised(published));
    }

    @Test
    void checkboxesSayWhatIsWrong() throws IOException {
        same("checkboxes", Field.of("example", "What is your nationality?").withError("Please select an option")
                .withHint("If you have dual nationality, select all options that are relevant to you.")
                .withOptions(List.of(Option.of("british", "British"), Option.of("irish", "Irish"))), "checkboxes", "with error message and hint");
    }

    @Test
    void aFileIsDroppedOrChosen() throws IOException {
        same("file", Field.of("file-upload-1", "Upload a file"), "file-upload", "enhanced");
    }

    @Test
    void aDateAsksForDayMonthAndYearOfTheBuddhistEra() {
        Element date = golden.rendered("kit/fields", "date", Map.of("field", Field.of("opening", "Opening")
                .withValue(DateAnswer.of(java.time.LocalDate.of(2026, 11, 20))).withError("Too early")));
        assertThat(date.select("[role=group]").attr("aria-describedby")).isEqualTo("opening-error");
        assertThat(date.select("input[name=opening.day]#opening").attr("value")).isEqualTo("20");
        assertThat(date.select("select[name=opening.month] option[selected]").text()).isEqualTo("Nov");
        assertThat(date.select("select[name=opening.month] option")).hasSize(13);
        assertThat(date.select("input[name=opening.year]").attr("value")).isEqualTo("2569");
    }

    @Test
    void theErrorSummaryLeadsToTheFields() throws IOException {
        Element published = Golden.published("error-summary", "default");
        List<Problem> problems = Problem.of(List.of(
                Field.of("example-error-1", "Date").withError("The date your passport was issued must be in the past"),
                Field.of("fine", "Fine"),
                Field.of("example-error-2", "Postcode").withError("Enter a postcode, like AA1 1AA")));
        assertThat(Golden.normalised(golden.rendered("kit/fields", "problems", Map.of("problems", problems))))
                .isEqualTo(Golden.normalised(published));
    }

    @Test
    void theMainButtonIgnoresADoubleClick() throws IOException {
        assertThat(Golden.normalised(golden.rendered("kit/fields", "submit", Map.of("text", "Submit"))))
                .isEqualTo(Golden.normalised(Golden.published("button", "prevent double click")));
    }

    @Test
    void whatWasTypedIsShownAndNeverRun() {
        Element text = golden.rendered("kit/fields", "text", Map.of("field",
                Field.of("n", "<b>Name</b>").withValue("\"><script>alert(1)</script>").with("placeholder", "\"><script>")));
        assertThat(text.select("script, b")).isEmpty();
        assertThat(text.select("input").attr("value")).isEqualTo("\"><script>alert(1)</script>");
        assertThat(text.select("input").attr("placeholder")).isEqualTo("\"><script>");
    }
}
