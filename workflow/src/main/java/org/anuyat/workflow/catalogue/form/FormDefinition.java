package org.anuyat.workflow.catalogue.form;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.anuyat.workflow.catalogue.form.answers.FieldError;
import org.anuyat.workflow.catalogue.form.answers.FormReading;
import org.anuyat.workflow.catalogue.form.answers.Reading;
import org.anuyat.workflow.catalogue.form.control.Control;
import org.anuyat.workflow.catalogue.form.control.FormPage;
import org.anuyat.workflow.catalogue.form.words.AnswerLine;
import org.anuyat.workflow.catalogue.form.words.Summary;
import org.anuyat.workflow.catalogue.schema.CompiledSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The e-Form of a service: its pages, and everything that is done with answers to it. Safe for use by many threads. */
public final class FormDefinition {

    private final List<FormPage> pages;
    private final JsonNode schema;
    private final Reading reading;
    private final Summary summary;

    /**
     * Of what {@link org.anuyat.workflow.catalogue.form.loading.FormDefinitions} read.
     *
     * @param schema the JSON Schema of the answers as it is written
     * @param compiled the same, ready to check answers
     */
    public FormDefinition(List<FormPage> pages, JsonNode schema, CompiledSchema compiled) {
        this.pages = List.copyOf(pages);
        this.schema = schema;
        this.reading = new Reading(pages, schema, compiled);
        this.summary = new Summary(pages);
    }

    /** All pages in their order. */
    public List<FormPage> pages() {
        return pages;
    }

    /** The JSON Schema of the answers, as it is written in the definition. */
    public JsonNode schema() {
        return schema;
    }

    /** The pages that are asked, given these answers. */
    public List<FormPage> pages(JsonNode answers) {
        return pages.stream().filter(page -> page.isShown(answers)).toList();
    }

    /** The page with this key, if there is one. */
    public Optional<FormPage> page(String key) {
        return pages.stream().filter(page -> page.key().equals(key)).findFirst();
    }

    /** The page after this one, given these answers; empty after the last. */
    public Optional<FormPage> pageAfter(String key, JsonNode answers) {
        return pages.stream()
                .dropWhile(page -> !page.key().equals(key))
                .skip(1)
                .filter(page -> page.isShown(answers))
                .findFirst();
    }

    /** The control with this key; a field within a row leads to the list. */
    public Optional<Control> control(String key) {
        String list = key.replaceAll("\\[.*", "");
        return controls().filter(control -> control.key().equals(list)).findFirst();
    }

    /** The page that asks for this field. */
    public Optional<FormPage> pageOf(String field) {
        return control(field)
                .flatMap(control ->
                        pages.stream().filter(page -> page.controls().anyMatch(control::equals)).findFirst());
    }

    /** All questions of all pages in their order. */
    public Stream<Control> controls() {
        return pages.stream().flatMap(FormPage::controls);
    }

    /**
     * Reads a page that somebody sent. Parameters that begin with an underscore are not the form's and are left alone; any
     * other one that the page does not have is an error.
     *
     * @param page one of this form
     * @param parameters all parameters of the request
     * @param previous the answers so far; stays as it is
     */
    public FormReading read(FormPage page, Map<String, List<String>> parameters, ObjectNode previous) {
        return reading.read(page, parameters, previous);
    }

    /**
     * Puts what is known about the applicant into the answers that are still missing.
     *
     * @param known particulars by the names that the controls ask for ({@code person.nationalId}); what can't be read as such
     *     an answer is left out
     * @param answers stays as it is
     */
    public ObjectNode prefill(Map<String, String> known, ObjectNode answers) {
        return reading.prefill(pages, known, answers);
    }

    /**
     * Puts what is proven about the applicant in the place of other answers to the questions whose answers stay as they were
     * filled in.
     *
     * @param known as for {@link #prefill}
     * @param answers stays as it is
     */
    public ObjectNode asProven(Map<String, String> known, ObjectNode answers) {
        return reading.asProven(pages, known, answers);
    }

    /** The answers that differ from {@link #asProven}: errors of the code {@code not-as-proven}. */
    public List<FieldError> notAsProven(Map<String, String> known, ObjectNode answers) {
        return reading.notAsProven(pages, known, answers);
    }

    /**
     * Everything that is wrong with complete answers: missing, malformed, out of bounds, unknown. Answers to questions that
     * are not asked don't count.
     */
    public List<FieldError> validate(ObjectNode answers) {
        return reading.errors(answers);
    }

    /** What is wrong with the answers of one page. */
    public List<FieldError> validate(FormPage page, ObjectNode answers) {
        return reading.errors(answers).stream()
                .filter(error -> error.page().equals(page.key()))
                .toList();
    }

    /** The answers without those to questions that are not asked, without empty rows and empty groups. */
    public ObjectNode tidy(ObjectNode answers) {
        return reading.tidy(answers);
    }

    /** All answers in words, in the order of the questions, those not given too; only questions that are asked. */
    public List<AnswerLine> summary(ObjectNode answers, Locale locale) {
        return summary.lines(answers, locale);
    }

    /**
     * What stands at a place in the answers, in words: one answer, an address as one line, or a list with a line for each row;
     * empty if there is none.
     *
     * @param pointer JSON pointer of an answer or of an object of answers
     */
    public String inWords(String pointer, ObjectNode answers, Locale locale) {
        return summary.inWords(pointer, answers, locale);
    }

    /**
     * What {@link #inWords} has said of one answer in Thai, in another language. For papers, which keep the words and not the
     * answers: choices and units are translated, whatever was typed stays as it is.
     *
     * @param pointer JSON pointer of an answer
     */
    public String translated(String pointer, String thai, Locale locale) {
        return summary.translated(pointer, thai, locale);
    }
}
