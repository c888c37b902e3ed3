package org.anuyat.workflow.submission.drafts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anuyat.workflow.catalogue.DocumentRequirement;
import org.anuyat.workflow.catalogue.ServiceDefinition;
import org.anuyat.workflow.catalogue.form.answers.FieldError;
import org.anuyat.workflow.catalogue.form.control.FormPage;
import org.anuyat.workflow.submission.Attachment;
import org.anuyat.workflow.submission.drafts.Draft.PageState;

/**
 * What of a draft is done and what is left, page by page and document by document.
 *
 * @param pages the form's pages that the answers call for, in their order
 * @param documents the documents that the answers call for, required or not, in their order
 */
public record Progress(List<PageTask> pages, List<DocumentTask> documents) {

    /** Where a page stands. */
    public enum Standing {
        /** Saved without errors (ทำแล้ว). */
        DONE,
        /** Something on it has to be put right (ต้องแก้ไข). */
        PROBLEM,
        /** Never saved (ยังไม่เริ่ม). */
        TO_DO
    }

    /**
     * A page of the form.
     *
     * @param errors in answers that were accepted once but no longer hold together; empty while it was never saved
     */
    public record PageTask(FormPage page, Standing standing, List<FieldError> errors) {}

    /** A document and the files that answer it so far. */
    public record DocumentTask(DocumentRequirement requirement, List<Attachment> files) {

        /** Whether the application cannot be confirmed without it. */
        public boolean missing() {
            return requirement.required() && files.isEmpty();
        }
    }

    /**
     * Looks at a draft.
     *
     * @param known what is proven about the person who owns it
     */
    static Progress of(Draft draft, ServiceDefinition service, Map<String, String> known) {
        var answers = draft.answers();
        var errors = Stream.concat(
                        service.form().validate(answers).stream(), service.form().notAsProven(known, answers).stream())
                .collect(Collectors.groupingBy(FieldError::page));
        List<PageTask> pages = new ArrayList<>();
        for (FormPage page : service.form().pages(answers)) {
            List<FieldError> ofPage = errors.getOrDefault(page.key(), List.of());
            Standing standing = standing(draft.page(page.key()), ofPage);
            pages.add(new PageTask(page, standing, standing == Standing.TO_DO ? List.of() : ofPage));
        }
        List<DocumentTask> documents = service.documentsFor(answers).stream()
                .map(document -> new DocumentTask(document, draft.attachmentsFor(document.key())))
                .toList();
        return new Progress(pages, documents);
    }

    /** Whether every page is done. */
    public boolean answered() {
        return pages.stream().allMatch(task -> task.standing() == Standing.DONE);
    }

    /** Whether every required document is there. */
    public boolean documented() {
        return documents.stream().noneMatch(DocumentTask::missing);
    }

    /** Whether it may be confirmed. */
    public boolean ready() {
        return answered() && documented();
    }

    private static Standing standing(PageState state, List<FieldError> errors) {
        if (state.version() == 0) {
            return Standing.TO_DO;
        }
        return state.accepted() && errors.isEmpty() ? Standing.DONE : Standing.PROBLEM;
    }
}
