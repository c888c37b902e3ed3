package org.anuyat.backoffice.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.anuyat.backoffice.desk.TaskRows;
import org.anuyat.backoffice.wording.Words;
import org.anuyat.kit.part.Row;
import org.anuyat.kit.part.Tag;
import org.anuyat.workflow.catalogue.ServiceDefinition;
import org.anuyat.workflow.catalogue.Services;
import org.anuyat.workflow.catalogue.form.control.Control;
import org.anuyat.workflow.catalogue.form.words.AnswerLine;
import org.anuyat.workflow.identity.Officer;
import org.anuyat.workflow.review.cases.CaseAccess;
import org.anuyat.workflow.review.cases.ReviewCases;
import org.anuyat.workflow.submission.Application;
import org.anuyat.workflow.submission.ApplicationState;
import org.anuyat.workflow.submission.Attachment;
import org.anuyat.workflow.submission.corrections.CorrectionItem;
import org.anuyat.workflow.submission.corrections.Corrections;
import org.anuyat.workflow.worklist.TaskKind;
import org.anuyat.workflow.worklist.Worklist;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Puts a case into the words of the officer who reads it. */
@Component
public class CaseFolders {

    private final CaseAccess access;
    private final ReviewCases cases;
    private final Services services;
    private final Corrections corrections;
    private final Worklist worklist;
    private final TaskRows tasks;
    private final Words words;

    CaseFolders(
            CaseAccess access,
            ReviewCases cases,
            Services services,
            Corrections corrections,
            Worklist worklist,
            TaskRows tasks,
            Words words) {
        this.access = access;
        this.cases = cases;
        this.services = services;
        this.corrections = corrections;
        this.worklist = worklist;
        this.tasks = tasks;
        this.words = words;
    }

    /**
     * Opens a case.
     *
     * @throws org.anuyat.workflow.submission.UnknownApplication when it is another agency's
     */
    public CaseFolder open(String number, Officer officer) {
        Application application = access.read(number, officer);
        return new CaseFolder(
                application,
                service(application).title().in(words.locale()),
                state(application.state()),
                cases.find(number).orElse(null),
                worklist.of(number).stream()
                        .filter(task -> officer.is(task.role()))
                        .map(task -> tasks.of(task, officer))
                        .toList());
    }

    /**
     * Opens a case in order to do a task of it.
     *
     * @param level of approval; 0 for every other kind
     * @throws org.anuyat.workflow.worklist.NotYourTask when the officer lacks the role
     * @throws org.anuyat.workflow.worklist.TaskAlreadyDone when it is done already
     */
    public CaseFolder openFor(String number, TaskKind kind, int level, Officer officer) {
        CaseFolder folder = open(number, officer);
        worklist.look(number, kind, level, officer);
        return folder;
    }

    /** The service as it was when the application was started. */
    public ServiceDefinition service(Application application) {
        return services.version(application.serviceId(), application.serviceVersion());
    }

    /** All answers, page by page. */
    public List<CaseFolder.Section> answers(Application application) {
        Map<String, List<Row>> pages = new LinkedHashMap<>();
        for (AnswerLine line : lines(application)) {
            pages.computeIfAbsent(line.pageTitle(), title -> new ArrayList<>())
                    .add(Row.of(line.label(), line.text().isEmpty() ? "–" : line.text()));
        }
        return pages.entrySet().stream()
                .map(page -> new CaseFolder.Section(page.getKey(), page.getValue()))
                .toList();
    }

    /** The answers in words, one by one. */
    public List<AnswerLine> lines(Application application) {
        return service(application).form().summary(application.answers(), words.locale());
    }

    /** All documents, in the order of the service's requirements. */
    public List<CaseFolder.Document> documents(Application application) {
        Locale locale = words.locale();
        ServiceDefinition service = service(application);
        return application.attachments().stream()
                .map(attachment -> document(application, attachment, name(service, attachment.documentKey(), locale)))
                .toList();
    }

    private CaseFolder.Document document(Application application, Attachment attachment, String requirement) {
        return new CaseFolder.Document(
                requirement,
                attachment.name(),
                attachment.mediaType(),
                size(attachment.size()),
                attachment.sha256(),
                "/backoffice/cases/" + application.number() + "/documents/" + attachment.id(),
                CaseFileController.isShown(attachment.mediaType()));
    }

    /** What the applicant changed, the latest round first. */
    public List<CaseFolder.Change> changes(Application application) {
        ServiceDefinition service = service(application);
        return corrections.changes(application.number()).stream()
                .map(change -> new CaseFolder.Change(
                        label(service, change.asked()),
                        change.asked().remark(),
                        value(service, change.asked(), change.before()),
                        value(service, change.asked(), change.after()),
                        change.isDifferent(),
                        change.round(),
                        change.resubmittedAt()))
                .toList();
    }

    /** The name of a field or document. */
    public String label(ServiceDefinition service, CorrectionItem item) {
        return item.kind() == CorrectionItem.Kind.DOCUMENT
                ? name(service, item.key(), words.locale())
                : service.form()
                        .control(item.key())
                        .map(control -> control.label().in(words.locale()))
                        .orElse(item.key());
    }

    private String value(ServiceDefinition service, CorrectionItem item, @Nullable JsonNode value) {
        if (value == null || value.isNull() || value.isEmpty() && value.isContainer()) {
            return words.of("office.nothing");
        }
        if (item.kind() == CorrectionItem.Kind.DOCUMENT) {
            List<String> names = new ArrayList<>();
            value.forEach(file -> names.add(file.path("name").asString("")));
            return String.join("\n", names);
        }
        return service.form()
                .control(item.key())
                .map(control -> service.form().inWords(control.pointer(), alone(control, value), words.locale()))
                .filter(text -> !text.isBlank())
                .orElseGet(() -> value.isValueNode() ? value.asString("") : value.toString());
    }

    /** Answers that hold only this one. */
    private static ObjectNode alone(Control control, JsonNode value) {
        ObjectNode answers = JsonNodeFactory.instance.objectNode();
        String[] path = control.key().split("\\.");
        ObjectNode place = answers;
        for (int i = 0; i < path.length - 1; i++) {
            place = place.putObject(path[i]);
        }
        place.set(path[path.length - 1], value);
        return answers;
    }

    private static String name(ServiceDefinition service, String key, Locale locale) {
        return service.document(key).map(document -> document.name().in(locale)).orElse(key);
    }

    private Tag state(ApplicationState state) {
        return Tag.of(
                words.of("office.state." + state),
                switch (state) {
                    case SUBMITTED -> Tag.Colour.BLUE;
                    case IN_REVIEW, IN_APPROVAL, ISSUING -> Tag.Colour.TURQUOISE;
                    case CORRECTION_REQUESTED, AWAITING_PAYMENT -> Tag.Colour.ORANGE;
                    case ISSUED -> Tag.Colour.GREEN;
                    case REFUSED, RETURNED, LAPSED -> Tag.Colour.RED;
                    case WITHDRAWN, FORWARDED -> Tag.Colour.GREY;
                });
    }

    private static String size(long bytes) {
        return bytes < 1_000_000
                ? Math.max(1, bytes / 1_000) + " kB"
                : "%.1f MB".formatted(bytes / 1_000_000.0);
    }
}
