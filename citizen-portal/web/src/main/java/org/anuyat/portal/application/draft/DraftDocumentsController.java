package org.anuyat.portal.application.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.anuyat.kit.Field;
import org.anuyat.kit.Problem;
import org.anuyat.portal.application.Downloads;
import org.anuyat.portal.application.FileView;
import org.anuyat.portal.application.Uploads;
import org.anuyat.portal.application.Words;
import org.anuyat.portal.security.CurrentCitizen;
import org.anuyat.workflow.files.FileRefused;
import org.anuyat.workflow.catalogue.DocumentRequirement;
import org.anuyat.workflow.identity.Person;
import org.anuyat.workflow.submission.Attachment;
import org.anuyat.workflow.submission.attachments.NotAskedFor;
import org.anuyat.workflow.submission.drafts.Draft;
import org.anuyat.workflow.submission.drafts.DraftDocuments;
import org.anuyat.workflow.submission.drafts.Drafts;
import org.anuyat.workflow.submission.drafts.Progress.DocumentTask;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The documents of a draft: one place for each that the answers call for. */
@Controller
@RequestMapping("/applications/drafts/{id}")
class DraftDocumentsController {

    private final Drafts drafts;
    private final DraftDocuments documents;
    private final Uploads uploads;
    private final Downloads downloads;
    private final Words words;

    DraftDocumentsController(
            Drafts drafts, DraftDocuments documents, Uploads uploads, Downloads downloads, Words words) {
        this.drafts = drafts;
        this.documents = documents;
        this.uploads = uploads;
        this.downloads = downloads;
        this.words = words;
    }

    /**
     * A document to hand in.
     *
     * @param field the upload; null when there is no room for another file
     */
    record DocumentView(
            String key, String name, String help, boolean missing, boolean required, List<FileView> files, @Nullable Field field) {}

    @GetMapping("/documents")
    ModelAndView show(@PathVariable UUID id, CurrentCitizen citizen, Locale locale) {
        Draft draft = drafts.find(id, citizen.person());
        return draft.submitted()
                ? new ModelAndView(ConfirmController.toReceiptOf(draft))
                : page(draft, citizen.person(), null, "", HttpStatus.OK, locale);
    }

    @PostMapping("/documents/{key}")
    ModelAndView add(
            @PathVariable UUID id,
            @PathVariable String key,
            @RequestParam("file") List<MultipartFile> sent,
            CurrentCitizen citizen,
            Locale locale,
            RedirectAttributes flash) {
        DocumentRequirement requirement = requirement(drafts.find(id, citizen.person()), key);
        Uploads.Outcome outcome = uploads.each(
                sent, requirement, upload -> documents.attach(id, key, upload, citizen.person()), locale);
        return answer(id, requirement, outcome, citizen, locale, flash);
    }

    /** Where somebody lands who changes the language of, or reloads the address of, an upload that was not taken in. */
    @GetMapping({"/documents/{key}", "/attachments/{key}/replace"})
    String again(@PathVariable UUID id) {
        return "redirect:/applications/drafts/" + id + "/documents";
    }

    @PostMapping("/attachments/{attachment}/replace")
    ModelAndView replace(
            @PathVariable UUID id,
            @PathVariable UUID attachment,
            @RequestParam("file") MultipartFile sent,
            CurrentCitizen citizen,
            Locale locale,
            RedirectAttributes flash) {
        Draft draft = drafts.find(id, citizen.person());
        Attachment old = attachment(draft, attachment);
        DocumentRequirement requirement = requirement(draft, old.documentKey());
        Uploads.Outcome outcome = uploads.each(
                List.of(sent),
                requirement,
                upload -> documents.replace(id, attachment, upload, citizen.person()),
                locale);
        return answer(id, requirement, outcome, citizen, locale, flash);
    }

    @PostMapping("/attachments/{attachment}/remove")
    String remove(
            @PathVariable UUID id,
            @PathVariable UUID attachment,
            CurrentCitizen citizen,
            Locale locale,
            RedirectAttributes flash) {
        String anchor = drafts.find(id, citizen.person())
                .attachment(attachment)
                .map(file -> "#" + file.documentKey())
                .orElse("");
        documents.detach(id, attachment, citizen.person());
        flash.addFlashAttribute("done", words.say(locale, "apply.documents.removed"));
        return "redirect:/applications/drafts/" + id + "/documents" + anchor;
    }

    @GetMapping("/attachments/{attachment}")
    ResponseEntity<Resource> download(@PathVariable UUID id, @PathVariable UUID attachment, CurrentCitizen citizen) {
        Attachment file = attachment(drafts.find(id, citizen.person()), attachment);
        return downloads.of(file.file(), file.name(), file.mediaType(), file.size());
    }

    /** The page when a file for this document was larger than the document allows, or than could be read at all. */
    ModelAndView tooLarge(UUID id, String key, CurrentCitizen citizen, Locale locale) {
        Draft draft = drafts.find(id, citizen.person());
        String error = words.refusal(FileRefused.Code.TOO_LARGE, requirement(draft, key), locale);
        return page(draft, citizen.person(), key, error, HttpStatus.CONTENT_TOO_LARGE, locale);
    }

    /** The same for a file in the place of another. */
    ModelAndView tooLarge(UUID id, UUID attachment, CurrentCitizen citizen, Locale locale) {
        return tooLarge(id, attachment(drafts.find(id, citizen.person()), attachment).documentKey(), citizen, locale);
    }

    private ModelAndView answer(
            UUID id,
            DocumentRequirement requirement,
            Uploads.Outcome outcome,
            CurrentCitizen citizen,
            Locale locale,
            RedirectAttributes flash) {
        if (outcome.error() != null) {
            return page(
                    drafts.find(id, citizen.person()),
                    citizen.person(),
                    requirement.key(),
                    outcome.error(),
                    outcome.status(),
                    locale);
        }
        flash.addFlashAttribute(
                "done", words.say(locale, "apply.documents.added", requirement.name().in(locale)));
        return new ModelAndView("redirect:/applications/drafts/%s/documents#%s".formatted(id, requirement.key()));
    }

    private ModelAndView page(
            Draft draft,
            Person person,
            @Nullable String wrongKey,
            String error,
            HttpStatusCode status,
            Locale locale) {
        List<DocumentView> views = new ArrayList<>();
        for (DocumentTask task : drafts.progress(draft, person).documents()) {
            String key = task.requirement().key();
            views.add(view(draft, task, key.equals(wrongKey) ? error : null, locale));
        }
        ModelAndView page = new ModelAndView("portal/apply/documents", status);
        page.addObject("draftId", draft.id());
        page.addObject("title", words.say(locale, "apply.documents.title"));
        page.addObject("service", drafts.service(draft).title().in(locale));
        page.addObject("back", "/applications/drafts/" + draft.id());
        page.addObject("documents", views);
        page.addObject(
                "problems",
                wrongKey == null ? List.of() : List.of(new Problem(error, "#file-" + wrongKey)));
        return page;
    }

    private DocumentView view(Draft draft, DocumentTask task, @Nullable String error, Locale locale) {
        DocumentRequirement requirement = task.requirement();
        boolean room = task.files().size() < requirement.maxFiles();
        return new DocumentView(
                requirement.key(),
                requirement.name().in(locale),
                requirement.help().in(locale),
                task.missing(),
                requirement.required(),
                task.files().stream().map(file -> fileView(draft, file, locale)).toList(),
                room || error != null ? uploads.field(requirement, error, locale) : null);
    }

    private FileView fileView(Draft draft, Attachment file, Locale locale) {
        return new FileView(
                file.id().toString(),
                file.name(),
                words.size(file.size(), locale),
                "/applications/drafts/%s/attachments/%s".formatted(draft.id(), file.id()));
    }

    private DocumentRequirement requirement(Draft draft, String key) {
        return drafts.service(draft).documentsFor(draft.answers()).stream()
                .filter(document -> document.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new NotAskedFor(key));
    }

    private static Attachment attachment(Draft draft, UUID attachment) {
        return draft.attachment(attachment).orElseThrow(() -> new NotAskedFor("attachment " + attachment));
    }
}
