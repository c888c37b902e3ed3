package org.anuyat.workflow.catalogue.form.words;

import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.anuyat.workflow.catalogue.form.control.Choice;
import org.anuyat.workflow.catalogue.form.control.Control;
import org.anuyat.workflow.catalogue.form.control.ControlKind;
import org.anuyat.workflow.catalogue.form.control.FormGroup;
import org.anuyat.workflow.catalogue.form.control.FormPage;
import org.anuyat.workflow.language.LocalizedText;
import org.anuyat.workflow.thai.BuddhistDate;
import org.anuyat.workflow.thai.MalformedValueException;
import org.anuyat.workflow.thai.PhoneNumber;
import org.anuyat.workflow.thai.RegisteredId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** All answers of a form in words. */
public final class Summary {

    private static final LocalizedText YES = new LocalizedText("ใช่", "Yes");

    private final List<FormPage> pages;

    /** Of a form with these pages. */
    public Summary(List<FormPage> pages) {
        this.pages = pages;
    }

    /** A line for each question that is asked, in their order. */
    public List<AnswerLine> lines(ObjectNode answers, Locale locale) {
        List<AnswerLine> lines = new ArrayList<>();
        for (FormPage page : pages) {
            for (FormGroup group : page.groups()) {
                for (Control control : group.controls()) {
                    if (control.isShown(answers)) {
                        add(lines, page, group, control, answers.at(control.pointer()), locale);
                    }
                }
            }
        }
        return lines;
    }

    private static void add(
            List<AnswerLine> lines, FormPage page, FormGroup group, Control control, JsonNode value, Locale locale) {
        if (control.kind() != ControlKind.LIST || value.isEmpty()) {
            lines.add(line(page, group, control, control.key(), 0, value, locale));
            return;
        }
        for (int i = 0; i < value.size(); i++) {
            for (Control column : control.columns()) {
                String field = "%s[%d].%s".formatted(control.key(), i, column.key());
                lines.add(line(page, group, column, field, i + 1, value.get(i).path(column.key()), locale));
            }
        }
    }

    private static AnswerLine line(
            FormPage page, FormGroup group, Control control, String field, int row, JsonNode value, Locale locale) {
        return new AnswerLine(
                page.key(),
                page.title().in(locale),
                group.title().in(locale),
                field,
                row,
                control.label().in(locale),
                inWords(control, value, locale));
    }

    /** What stands at a JSON pointer; empty if there is nothing. */
    public String inWords(String pointer, ObjectNode answers, Locale locale) {
        JsonNode value = answers.at(pointer);
        if (value.has("tambon")) {
            return AddressLine.of(value);
        }
        return pages.stream()
                .flatMap(FormPage::controls)
                .filter(control -> control.pointer().equals(pointer))
                .findFirst()
                .map(control -> control.kind() == ControlKind.LIST
                        ? rows(control, value, locale)
                        : inWords(control, value, locale))
                .orElse("");
    }

    /** What {@link #inWords} has said of an answer in Thai, in another language: choices and units; the rest is nobody's to translate. */
    public String translated(String pointer, String thai, Locale locale) {
        return pages.stream()
                .flatMap(FormPage::controls)
                .filter(control -> control.pointer().equals(pointer))
                .findFirst()
                .map(control -> translated(control, thai, locale))
                .orElse(thai);
    }

    private static String translated(Control control, String thai, Locale locale) {
        LocalizedText unit = control.look().unit();
        return switch (control.kind()) {
            case RADIOS, SELECT -> control.choices().stream()
                    .map(Choice::label)
                    .filter(label -> label.th().equals(thai))
                    .findFirst()
                    .map(label -> label.in(locale))
                    .orElse(thai);
            case CHECKBOX -> thai.equals(YES.th()) ? YES.in(locale) : thai;
            case INTEGER, DECIMAL -> !unit.isEmpty() && thai.endsWith(" " + unit.th())
                    ? thai.substring(0, thai.length() - unit.th().length()) + unit.in(locale)
                    : thai;
            default -> thai;
        };
    }

    /** One line for each row of a list: its answers with their questions. */
    private static String rows(Control list, JsonNode rows, Locale locale) {
        List<String> lines = new ArrayList<>();
        for (JsonNode row : rows) {
            lines.add((lines.size() + 1) + ". " + list.columns().stream()
                    .filter(column -> !row.path(column.key()).isMissingNode())
                    .map(column -> column.label().in(locale) + ": " + inWords(column, row.path(column.key()), locale))
                    .collect(Collectors.joining(" · ")));
        }
        return String.join("\n", lines);
    }

    private static String inWords(Control control, JsonNode value, Locale locale) {
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        String plain = value.asString("");
        return switch (control.kind()) {
            case RADIOS, SELECT -> control.choice(plain).map(c -> c.label().in(locale)).orElse(plain);
            case CHECKBOX -> value.asBoolean(false) ? YES.in(locale) : "";
            case INTEGER, DECIMAL -> value.isNumber() ? withUnit(control, value, locale) : plain;
            case DATE -> date(plain, locale);
            case NATIONAL_ID, REGISTERED_ID, PHONE -> formatted(control.kind(), plain);
            default -> plain;
        };
    }

    private static String withUnit(Control control, JsonNode value, Locale locale) {
        NumberFormat format = NumberFormat.getNumberInstance(Locale.ROOT);
        format.setMaximumFractionDigits(6);
        String unit = control.look().unit().in(locale);
        return format.format(value.decimalValue()) + (unit.isEmpty() ? "" : " " + unit);
    }

    private static String date(String iso, Locale locale) {
        try {
            return BuddhistDate.full(LocalDate.parse(iso), locale);
        } catch (DateTimeException e) {
            return iso;
        }
    }

    private static String formatted(ControlKind kind, String digits) {
        try {
            return kind == ControlKind.PHONE
                    ? PhoneNumber.parse(digits).formatted()
                    : RegisteredId.parse(digits).formatted();
        } catch (MalformedValueException e) {
            return digits;
        }
    }
}
