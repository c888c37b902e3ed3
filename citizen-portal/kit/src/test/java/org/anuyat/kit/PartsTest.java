package org.anuyat.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.anuyat.kit.part.Column;
import org.anuyat.kit.part.Milestone;
import org.anuyat.kit.part.Pages;
import org.anuyat.kit.part.Row;
import org.anuyat.kit.part.Tag;
import org.anuyat.kit.part.Task;
import org.anuyat.kit.sample.Sample;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.mock.web.MockServletContext;
import org.thymeleaf.TemplateEngine;

@SpringBootTest(classes = Sample.class)
class PartsTest {

    @Autowired
    private TemplateEngine templates;

    private Golden golden;

    @BeforeEach
    void connect() {
        golden = new Golden(templates, new MockServletContext());
    }

    private void same(String fragment, Map<String, Object> arguments, String component, String fixture) throws IOException {
        same(golden.rendered("kit/parts", fragment, arguments), Golden.published(component, fixture));
    }

    private static void same(Element ours, Element published) {
        assertThat(Golden.normalised(ours)).isEqualTo(Golden.normalised(published));
    }

    @Test
    void tasksSayWhatIsDoneAndWhatIsOpen() throws IOException {
        same("tasks", Map.of("prefix", "task-list", "tasks", List.of(
                Task.finished("Company Directors", "#", "Completed"),
                Task.open("Registered company details", "#", Tag.of("Incomplete", Tag.Colour.BLUE)),
                Task.open("Business plan", "#", Tag.of("Incomplete", Tag.Colour.BLUE)))), "task-list", "default");
    }

    @Test
    void answersCanBeChangedOneByOne() throws IOException {
        Element published = Golden.published("summary-list", "with some actions");
        published.select("dd:has(p)").forEach(contact -> contact.text("email@email.com"));
        same(golden.rendered("kit/parts", "answers", Map.of("rows", List.of(
                new Row("Name", List.of("Firstname Lastname"), List.of(new Link("#", "Edit", "name"), new Link("#", "Delete", "name"))),
                Row.of("Date of birth", "13/08/1980"),
                Row.of("Contact information", "email@email.com")))), published);
    }

    @Test
    void answersThatCannotBeChangedTakeTheWholeWidth() {
        Element answers = golden.rendered("kit/parts", "answers", Map.of("rows", List.of(new Row("Address", List.of("12/3", "Bangkok"), List.of()))));
        assertThat(answers.select(".govuk-summary-list__row--no-actions")).isEmpty();
        assertThat(answers.select("dd").text()).isEqualTo("12/3 Bangkok");
        assertThat(answers.select("dd br")).hasSize(1);
    }

    @Test
    void aPanelConfirms() throws IOException {
        same("panel", Map.of("title", "Application complete", "body", "Your reference number: HDJ2123F"), "panel", "default");
    }

    @Test
    void bannersTellWhatIsImportantAndWhatSucceeded() throws IOException {
        same("notice", Map.of("text", "This publication was withdrawn on 7 March 2014."), "notification-banner", "default");
        same("success", Map.of("text", "Email sent to example@email.com"), "notification-banner", "with type as success");
    }

    @Test
    void aWarningIsHeardAsOne() throws IOException {
        same("warning", Map.of("text", "You can be fined up to £5,000 if you don’t register."), "warning-text", "default");
    }

    @Test
    void aTagIsAShortWord() throws IOException {
        same("tag", Map.of("tag", Tag.of("Grey", Tag.Colour.GREY)), "tag", "grey");
        same("tag", Map.of("tag", Tag.of("Light blue", Tag.Colour.LIGHT_BLUE)), "tag", "light blue");
    }

    @Test
    void breadcrumbsLeadBack() throws IOException {
        same("breadcrumbs", Map.of("links", List.of(Link.of("/", "Home"), Link.of("/section", "Section"),
                Link.of("/section/sub-section", "Sub-section"),
                Link.of("/section/sub-section/sub-sub-section", "Sub Sub-section"))), "breadcrumbs", "default");
    }

    @Test
    void manyPagesAreShownByThoseAroundTheCurrentOne() throws IOException {
        Element published = Golden.published("pagination", "default");
        published.select(".govuk-visually-hidden").remove();
        published.select("[rel=prev]").attr("href", "/page/1");
        published.select("[rel=next]").attr("href", "/page/3");
        same(golden.rendered("kit/lists", "pages", Map.of("pages", new Pages(2, 3, "/page/{page}"))), published);
        assertThat(new Pages(10, 40, "?{page}").numbers()).isEqualTo(Arrays.asList(1, null, 8, 9, 10, 11, 12, null, 40));
        assertThat(Pages.of(1, 0, 25, "?{page}").total()).isZero();
        assertThat(Pages.of(1, 26, 25, "?{page}").total()).isEqualTo(2);
    }

    @Test
    void oneColumnSaysHowTheListIsSorted() {
        Element head = golden.rendered("kit/lists", "columns", Map.of("columns", List.of(
                new Column("Number", "/list?sort=number", Column.Order.DESCENDING, false), Column.of("Name"))));
        assertThat(head.select("a")).hasSize(1);
        assertThat(head.text()).contains("Number▼", "Name");
    }

    @Test
    void theTimelineSaysInWordsWhereThingsAre() {
        Element line = golden.rendered("kit/lists", "timeline", Map.of("milestones", List.of(
                new Milestone("Submitted", "20 November 2026", "Number 1", Milestone.State.DONE),
                new Milestone("Checking", null, null, Milestone.State.NOW))));
        assertThat(line.select("li").eachText()).containsExactly("Done Submitted 20 November 2026 Number 1", "In progress Checking");
        assertThat(line.select("[aria-current=step]").text()).isEqualTo("In progress Checking");
    }
}
