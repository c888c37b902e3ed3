package org.anuyat.portal.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.anuyat.kit.Problem;
import org.anuyat.portal.form.FormPageView.Group;
import org.anuyat.portal.form.FormPageView.Question;
import org.anuyat.portal.form.FormPageView.Row;
import org.anuyat.workflow.catalogue.form.answers.FieldError;
import org.anuyat.workflow.catalogue.form.answers.FormReading;
import org.anuyat.workflow.catalogue.form.control.Control;
import org.anuyat.workflow.catalogue.form.control.ControlKind;
import org.anuyat.workflow.catalogue.form.control.FormGroup;
import org.anuyat.workflow.catalogue.form.control.FormPage;
import org.anuyat.workflow.catalogue.form.words.FormMessages;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.node.ObjectNode;

/** Makes pages of forms ready to be shown. */
@Component
public class FormPageViews {

    private final FormMessages formMessages;
    private final MessageSource messages;

    FormPageViews(FormMessages formMessages, MessageSource messages) {
        this.formMessages = formMessages;
        this.messages = messages;
    }

    /** A page with the answers so far. */
    public FormPageView of(FormPage page, ObjectNode answers, Locale locale) {
        return of(page, answers, Map.of(), List.of(), locale);
    }

    /** A page again, with what was typed and what is wrong with it. */
    public FormPageView of(FormPage page, FormReading reading, Locale locale) {
        return of(page, reading.answers(), reading.entered(), reading.errors(), locale);
    }

    /**
     * A page with everything given apart.
     *
     * @param answers the answers so far
     * @param entered what was typed, by parameter; it is shown in place of the answer
     * @param errors what is wrong
     */
    public FormPageView of(
            FormPage page, ObjectNode answers, Map<String, String> entered, List<FieldError> errors, Locale locale) {
        Map<String, String> said = errors.stream()
                .filter(error -> !error.field().isEmpty())
                .collect(Collectors.toMap(FieldError::field, error -> formMessages.text(error, locale), (a, b) -> a));
        Questions questions =
                new Questions(answers, entered, said, messages.getMessage("portal-form.optional", null, locale), locale);
        List<Group> groups = new ArrayList<>();
        for (FormGroup group : page.groups()) {
            List<Question> asked = group.controls().stream()
                    .filter(control -> isAsked(page, control, answers))
                    .map(questions::question)
                    .toList();
            if (!asked.isEmpty()) {
                groups.add(new Group(group.title().in(locale), group.intro().in(locale), asked));
            }
        }
        return new FormPageView(
                page.title().in(locale), page.intro().in(locale), groups, problems(groups, errors, locale));
    }

    /**
     * A question that depends on another one of the same page is shown in any case, because only a script could show it at the
     * right moment; its hint says when to answer it, and the server drops an answer that nobody asked for.
     */
    private static boolean isAsked(FormPage page, Control control, ObjectNode answers) {
        return control.shownWhen().stream()
                .allMatch(condition -> condition.holds(answers)
                        || page.controls().anyMatch(other -> other.pointer().equals(condition.pointer())));
    }

    private List<Problem> problems(List<Group> groups, List<FieldError> errors, Locale locale) {
        List<Problem> problems = new ArrayList<>();
        errors.stream()
                .filter(error -> error.field().isEmpty())
                .forEach(error -> problems.add(new Problem(formMessages.text(error, locale), "#main-content")));
        for (Group group : groups) {
            for (Question question : group.questions()) {
                problems.addAll(Problem.of(List.of(question.field())));
                question.rows().forEach(row -> problems.addAll(
                        Problem.of(row.questions().stream().map(Question::field).toList())));
            }
        }
        return problems;
    }

    /** The fragment of the kit that shows a kind of question. */
    static String fragment(ControlKind kind) {
        return switch (kind) {
            case TEXTAREA -> "longtext";
            case RADIOS -> "radios";
            case SELECT -> "dropdown";
            case CHECKBOX -> "checkboxes";
            case DATE -> "date";
            case LIST -> "rows";
            default -> "text";
        };
    }
}
