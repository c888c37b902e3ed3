package org.anuyat.portal.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anuyat.kit.DateAnswer;
import org.anuyat.kit.Field;
import org.anuyat.kit.Option;
import org.anuyat.portal.form.FormPageView.Question;
import org.anuyat.portal.form.FormPageView.Row;
import org.anuyat.workflow.catalogue.form.control.Control;
import org.anuyat.workflow.catalogue.form.control.ControlKind;
import org.anuyat.workflow.language.LocalizedText;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns the controls of one page into fields.
 *
 * @param answers the answers so far
 * @param entered what was typed, by parameter
 * @param said what is wrong in words, by parameter
 * @param optional the word behind a question that may be left out
 * @param locale the reader's language
 */
record Questions(
        ObjectNode answers, Map<String, String> entered, Map<String, String> said, String optional, Locale locale) {

    /** The widths that the kit knows. */
    private static final TreeSet<Integer> WIDTHS = new TreeSet<>(List.of(2, 3, 4, 5, 10, 20, 30));

    Question question(Control control) {
        JsonNode value = answers.at(control.pointer());
        if (control.kind() != ControlKind.LIST) {
            return single(control, control.key(), value);
        }
        int count = Math.max(1, Math.max(value.size(), enteredRows(control.key())));
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < Math.min(count, control.maxRows()); i++) {
            rows.add(row(control, i, value.path(i)));
        }
        Field field = Field.of(control.key(), control.label().in(locale))
                .withHint(textOrNull(control.hint()))
                .withError(said.get(control.key()));
        return new Question("rows", field, false, rows, control.key(), rows.size() >= control.maxRows());
    }

    private Row row(Control list, int index, JsonNode value) {
        List<Question> columns = list.columns().stream()
                .map(column -> single(
                        column, "%s[%d].%s".formatted(list.key(), index, column.key()), value.path(column.key())))
                .toList();
        return new Row(index + 1, index, columns);
    }

    private Question single(Control control, String name, JsonNode value) {
        Field field = Field.of(name, control.label().in(locale) + (control.required() ? "" : " " + optional))
                .withHint(textOrNull(control.hint()))
                .withError(said.get(name));
        field = control.kind() == ControlKind.DATE
                ? field.withValue(date(name, value))
                : field.withValue(entered.getOrDefault(name, shown(control, value)));
        boolean suggestions = !control.look().suggest().isEmpty();
        return new Question(
                FormPageViews.fragment(control.kind()), dressed(field, control), suggestions, List.of(), "", false);
    }

    private Field dressed(Field plain, Control control) {
        Field field = plain;
        switch (control.kind()) {
            case INTEGER, YEAR, NATIONAL_ID, REGISTERED_ID, POSTCODE -> field = field.with("inputmode", "numeric");
            case DECIMAL -> field = field.with("inputmode", "decimal");
            case PHONE -> field = field.with("type", "tel");
            case EMAIL -> field = field.with("type", "email").with("spellcheck", "false");
            case TEXTAREA -> field = field.withLimit(control.maxLength());
            case SELECT -> field = field.withOptions(options(control, true));
            case RADIOS -> field = field.withOptions(options(control, false));
            case CHECKBOX -> field = field.withOptions(List.of(Option.of("true", field.label())));
            default -> {}
        }
        Control.Look look = control.look();
        if (!look.autocomplete().isEmpty()) {
            field = field.with("autocomplete", look.autocomplete());
        }
        Integer width = look.width() == 0 ? null : WIDTHS.ceiling(look.width());
        if (width != null) {
            field = field.withWidth(width);
        }
        if (!look.unit().isEmpty()) {
            field = field.withSuffix(look.unit().in(locale));
        }
        if (look.readOnly() && !answers.at(control.pointer()).isMissingNode()) {
            field = field.with("readonly", "readonly");
        }
        return look.suggest().isEmpty() ? field : suggesting(field);
    }

    /** Suggestions come by htmx into a datalist; without a script it stays a plain field that the server checks. */
    private static Field suggesting(Field field) {
        String list = field.id() + "-places";
        return field.with("list", list)
                .with("hx-get", "/services/places")
                .with("hx-trigger", "input changed delay:250ms")
                .with("hx-target", "#" + list)
                .with("hx-sync", "this:replace");
    }

    private List<Option> options(Control control, boolean emptyFirst) {
        List<Option> options = new ArrayList<>();
        if (emptyFirst) {
            options.add(Option.of("", ""));
        }
        control.choices().forEach(choice -> options.add(Option.of(choice.value(), choice.label().in(locale))));
        return options;
    }

    private DateAnswer date(String name, JsonNode value) {
        String day = entered.get(name + ".day");
        String month = entered.get(name + ".month");
        String year = entered.get(name + ".year");
        if (day != null || month != null || year != null) {
            return DateAnswer.of(day, month, year);
        }
        try {
            return value.isString() ? DateAnswer.of(LocalDate.parse(value.asString())) : DateAnswer.of("", "", "");
        } catch (DateTimeException e) {
            return DateAnswer.of("", "", "");
        }
    }

    private static String shown(Control control, JsonNode value) {
        if (value.isMissingNode() || value.isNull() || value.isContainer()) {
            return "";
        }
        return control.kind() == ControlKind.DECIMAL && value.isNumber()
                ? value.decimalValue().stripTrailingZeros().toPlainString()
                : value.asString("");
    }

    private int enteredRows(String list) {
        Pattern pattern = Pattern.compile(Pattern.quote(list) + "\\[(\\d+)].*");
        return entered.keySet().stream()
                .map(pattern::matcher)
                .filter(Matcher::matches)
                .mapToInt(matcher -> Integer.parseInt(matcher.group(1)) + 1)
                .max()
                .orElse(0);
    }

    private @Nullable String textOrNull(LocalizedText text) {
        return text.isEmpty() ? null : text.in(locale);
    }
}
