package org.anuyat.workflow.submission.corrections;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.anuyat.workflow.catalogue.DocumentRequirement;
import org.anuyat.workflow.catalogue.ServiceDefinition;
import org.anuyat.workflow.catalogue.form.answers.FieldError;
import org.anuyat.workflow.catalogue.form.answers.FormReading;
import org.anuyat.workflow.catalogue.form.control.Control;
import org.anuyat.workflow.catalogue.form.control.FormGroup;
import org.anuyat.workflow.catalogue.form.control.FormPage;
import org.anuyat.workflow.language.LocalizedText;
import org.anuyat.workflow.submission.Application;
import org.anuyat.workflow.submission.Attachment;
import org.anuyat.workflow.submission.attachments.NotAskedFor;
import org.anuyat.workflow.submission.corrections.Correction.Item;
import org.anuyat.workflow.submission.corrections.CorrectionItem.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The service's form, looked at through a list of corrections: one question at a time, and what follows from its answer. */
@Component
public class CorrectionForm {

    private final CorrectionRows rows;
    private final JsonMapper json;

    CorrectionForm(CorrectionRows rows, JsonMapper json) {
        this.rows = rows;
        this.json = json;
    }

    /**
     * A page with one question of the form on it.
     *
     * @throws NotAskedFor when the form has no such question
     */
    public static FormPage pageFor(ServiceDefinition service, String key) {
        Control control = service.form().control(key).orElseThrow(() -> new NotAskedFor(key));
        FormPage page = service.form().pageOf(key).orElseThrow(() -> new NotAskedFor(key));
        FormGroup alone = new FormGroup(key, LocalizedText.NONE, LocalizedText.NONE, List.of(control));
        return new FormPage(page.key(), page.title(), LocalizedText.NONE, List.of(alone));
    }

    /** Reads an answer. Errors at other questions of the same page are not this question's. */
    FormReading read(ServiceDefinition service, String key, Map<String, List<String>> typed, ObjectNode answers) {
        FormReading reading = service.form().read(pageFor(service, key), typed, answers);
        List<FieldError> own = reading.errors().stream()
                .filter(error -> error.field().isEmpty() || controlOf(error).equals(key))
                .toList();
        return new FormReading(reading.answers(), own, reading.entered(), reading.rowsChanged());
    }

    /**
     * Lists what corrected answers call for beside what was asked: questions that are now asked and not answered, documents that
     * are now required and not there. What is no longer called for goes from the list.
     */
    void followUp(Application application, Correction correction, ServiceDefinition service) {
        Set<String> fields = new TreeSet<>();
        service.form().validate(correction.answers()).stream()
                .filter(error -> !error.field().isEmpty())
                .forEach(error -> fields.add(controlOf(error)));
        Set<String> documents = new TreeSet<>();
        service.documentsFor(correction.answers()).stream()
                .filter(DocumentRequirement::required)
                .filter(document -> application.attachmentsFor(document.key()).isEmpty())
                .forEach(document -> documents.add(document.key()));
        for (Item item : correction.items()) {
            Set<String> wanted = item.asked().kind() == Kind.FIELD ? fields : documents;
            if (item.consequence() && !item.done() && !wanted.contains(item.asked().key())) {
                rows.removeItem(correction.id(), item.asked());
            }
        }
        add(application, correction, Kind.FIELD, fields);
        add(application, correction, Kind.DOCUMENT, documents);
    }

    /** Writes down before and after of every item. */
    void keepChanges(Application old, Correction correction, ObjectNode answers, List<Attachment> attachments) {
        for (Item item : correction.items()) {
            CorrectionItem asked = item.asked();
            if (asked.kind() == Kind.FIELD) {
                rows.keepChange(
                        correction.id(), asked, value(old.answers(), asked.key()), value(answers, asked.key()));
            } else {
                rows.keepChange(
                        correction.id(), asked, files(old.attachments(), asked.key()), files(attachments, asked.key()));
            }
        }
    }

    private void add(Application application, Correction correction, Kind kind, Set<String> keys) {
        for (String key : keys) {
            Item present = correction.item(kind, key).orElse(null);
            if (present == null) {
                rows.addItem(correction.id(), application.agency(), new CorrectionItem(kind, key, ""), true);
            } else if (kind == Kind.FIELD && present.done()) {
                // another correction made this answer wrong again
                rows.markDone(correction.id(), present.asked(), false);
            }
        }
    }

    private static String controlOf(FieldError error) {
        return error.field().replaceAll("\\[.*", "");
    }

    private static @Nullable JsonNode value(ObjectNode answers, String key) {
        JsonNode value = answers.at("/" + key.replace('.', '/'));
        return value.isMissingNode() ? null : value;
    }

    private @Nullable JsonNode files(List<Attachment> attachments, String key) {
        List<Attachment> files =
                attachments.stream().filter(a -> a.documentKey().equals(key)).toList();
        return files.isEmpty() ? null : json.valueToTree(files);
    }
}
