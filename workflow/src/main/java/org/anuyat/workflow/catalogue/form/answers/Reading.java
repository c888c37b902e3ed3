package org.anuyat.workflow.catalogue.form.answers;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anuyat.workflow.catalogue.form.control.Control;
import org.anuyat.workflow.catalogue.form.control.ControlKind;
import org.anuyat.workflow.catalogue.form.control.FormPage;
import org.anuyat.workflow.catalogue.schema.CompiledSchema;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the parameters of a request into answers, tidies them and holds them against the schema. */
public final class Reading {

    private final Tidying tidying;
    private final Checking checking;

    /**
     * Of one form.
     *
     * @param schema the JSON Schema of the answers as it is written
     * @param compiled the same, ready to check answers
     */
    public Reading(List<FormPage> pages, JsonNode schema, CompiledSchema compiled) {
        this.tidying = new Tidying(pages, schema);
        this.checking = new Checking(pages, compiled, tidying);
    }

    /** Everything that is wrong with complete answers, one error a field, in the order of the questions. */
    public List<FieldError> errors(ObjectNode answers) {
        return checking.errors(answers);
    }

    /** The answers without those to questions that are not asked, without empty rows and empty groups. */
    public ObjectNode tidy(ObjectNode answers) {
        return tidying.tidy(answers);
    }

    /** The answers with those of a page that somebody sent. */
    public FormReading read(FormPage page, Map<String, List<String>> parameters, ObjectNode previous) {
        ObjectNode answers = previous.deepCopy();
        Typed typed = new Typed(parameters);
        List<FieldError> malformed = new ArrayList<>();
        page.controls().forEach(control -> {
            if (control.kind() == ControlKind.LIST) {
                malformed.addAll(new Rows(page.key(), control).read(typed, answers));
            } else if (!isKept(control, answers)) {
                Entry entry = typed.entry(control, control.key(), control.key());
                put(answers, control, entry);
                if (entry.error() != null) {
                    malformed.add(Checking.of(
                            page.key(), control, control.key(), 0, entry.error(), entry.arguments()));
                }
            } else {
                typed.ignore(control.key());
            }
        });
        boolean rowsChanged = typed.rowAction(page.controls().toList())
                .map(action -> action.apply(answers) && typed.follow(action))
                .orElse(false);
        tidying.dropHidden(answers);
        return new FormReading(
                answers, errors(page, answers, typed, malformed, rowsChanged), typed.entered(), rowsChanged);
    }

    private List<FieldError> errors(
            FormPage page, ObjectNode answers, Typed typed, List<FieldError> malformed, boolean rowsChanged) {
        List<FieldError> errors = new ArrayList<>(typed.unknown(page.key()));
        if (rowsChanged) {
            return errors;
        }
        Map<String, FieldError> byField = new HashMap<>();
        malformed.stream()
                .filter(error -> shown(page, error, answers))
                .forEach(error -> byField.putIfAbsent(error.field(), error));
        Set<String> told = new HashSet<>();
        // in the order of the questions: what the schema misses because it could not be read is told as unreadable
        for (FieldError error : checking.errorsAsTheyStand(answers)) {
            if (error.page().equals(page.key()) && !error.field().isEmpty()) {
                errors.add(byField.getOrDefault(error.field(), error));
                told.add(error.field());
            }
        }
        malformed.stream()
                .filter(error -> shown(page, error, answers) && told.add(error.field()))
                .forEach(errors::add);
        return errors;
    }

    private static boolean shown(FormPage page, FieldError error, ObjectNode answers) {
        String key = error.field().replaceAll("\\[.*", "");
        return page.controls().anyMatch(control -> control.key().equals(key) && control.isShown(answers));
    }

    /** What is known about the applicant as the answers that are still missing. */
    public ObjectNode prefill(List<FormPage> pages, Map<String, String> known, ObjectNode answers) {
        ObjectNode filled = answers.deepCopy();
        pages.stream().flatMap(FormPage::controls).forEach(control -> {
            String text = known.get(control.look().prefill());
            boolean open = filled.at(control.pointer()).isMissingNode() || control.look().readOnly();
            if (text != null && open && control.kind() != ControlKind.LIST) {
                Entry entry = Entry.read(control, text);
                if (entry.value() != null) {
                    put(filled, control, entry);
                }
            }
        });
        return filled;
    }

    /** What is proven about the applicant in the place of other answers. */
    public ObjectNode asProven(List<FormPage> pages, Map<String, String> known, ObjectNode answers) {
        ObjectNode proven = answers.deepCopy();
        differing(pages, known, answers).forEach((control, entry) -> put(proven, control, entry));
        return proven;
    }

    /** The answers that differ from what is proven. */
    public List<FieldError> notAsProven(List<FormPage> pages, Map<String, String> known, ObjectNode answers) {
        List<FieldError> errors = new ArrayList<>();
        Map<Control, Entry> differing = differing(pages, known, answers);
        for (FormPage page : pages) {
            page.controls()
                    .filter(control -> differing.containsKey(control) && control.isShown(answers))
                    .forEach(control -> errors.add(
                            Checking.of(page.key(), control, control.key(), 0, "not-as-proven", List.of())));
        }
        return errors;
    }

    /** Questions whose answers stay as they were filled in, and were answered otherwise. */
    private static Map<Control, Entry> differing(
            List<FormPage> pages, Map<String, String> known, ObjectNode answers) {
        Map<Control, Entry> differing = new LinkedHashMap<>();
        pages.stream()
                .flatMap(FormPage::controls)
                .filter(control -> isKept(control, answers) && known.containsKey(control.look().prefill()))
                .forEach(control -> {
                    Entry entry = Entry.read(control, known.get(control.look().prefill()));
                    if (entry.value() != null && !entry.value().equals(answers.at(control.pointer()))) {
                        differing.put(control, entry);
                    }
                });
        return differing;
    }

    private static boolean isKept(Control control, ObjectNode answers) {
        return control.look().readOnly() && !answers.at(control.pointer()).isMissingNode();
    }

    private static void put(ObjectNode answers, Control control, Entry entry) {
        if (entry.value() == null) {
            Tidying.remove(answers, control.key());
        } else {
            Tidying.set(answers, control.key(), entry.value());
        }
    }
}
