package org.anuyat.portal.application;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.anuyat.kit.part.Row;
import org.anuyat.workflow.catalogue.form.FormDefinition;
import org.anuyat.workflow.catalogue.form.words.AnswerLine;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * The answers of one page of the form, to be read.
 *
 * @param page key of the page
 * @param title heading of the page
 */
public record AnswerSection(String page, String title, List<Row> rows) {

    private static final String NO_ANSWER = "–";

    /** All answers, page by page. */
    public static List<AnswerSection> of(FormDefinition form, ObjectNode answers, Locale locale) {
        return of(form, answers, locale, line -> null, "");
    }

    /**
     * All answers, page by page, each with a link to change it.
     *
     * @param change address of the page that changes an answer; null for none
     * @param changeText words of the link
     */
    public static List<AnswerSection> of(
            FormDefinition form,
            ObjectNode answers,
            Locale locale,
            Function<AnswerLine, @Nullable String> change,
            String changeText) {
        Map<String, AnswerSection> sections = new LinkedHashMap<>();
        for (AnswerLine line : form.summary(answers, locale)) {
            String key = line.row() > 0 ? line.label() + " (" + line.row() + ")" : line.label();
            Row row = Row.of(key, line.text().isEmpty() ? NO_ANSWER : line.text());
            String url = change.apply(line);
            sections.computeIfAbsent(
                            line.page(), page -> new AnswerSection(page, line.pageTitle(), new ArrayList<>()))
                    .rows()
                    .add(url == null ? row : row.withAction(url, changeText));
        }
        return List.copyOf(sections.values());
    }
}
