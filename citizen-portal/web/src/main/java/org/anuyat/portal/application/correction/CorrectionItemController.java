package org.anuyat.portal.application.correction;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.anuyat.kit.Field;
import org.anuyat.kit.Problem;
import org.anuyat.portal.application.Downloads;
import org.anuyat.portal.application.FileView;
import org.anuyat.portal.application.Uploads;
import org.anuyat.portal.application.Words;
import org.anuyat.portal.form.FormPageView;
import org.anuyat.portal.form.FormPageViews;
import org.anuyat.portal.security.CurrentCitizen;
import org.anuyat.workflow.files.FileRefused;
import org.anuyat.workflow.catalogue.DocumentRequirement;
import org.anuyat.workflow.submission.Application;
import org.anuyat.workflow.submission.Applications;
import org.anuyat.workflow.submission.Attachment;
import org.anuyat.workflow.submission.attachments.NotAskedFor;
import org.anuyat.workflow.submission.corrections.Corrected;
import org.anuyat.workflow.submission.corrections.Correcting;
import org.anuyat.workflow.submission.corrections.Correction;
import org.anuyat.workflow.submission.corrections.Correction.Item;
import org.anuyat.workflow.submission.corrections.CorrectionForm;
import org.anuyat.workflow.submission.corrections.CorrectionItem.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One thing to be corrected: a question that is asked again, or a document to be handed in anew. */
@Controller
@RequestMapping("/applications/{number}/correct")
class CorrectionItemController {

    private final Correcting correcting;
    private final Applications applications;
    private final FormPageViews views;
    private final Uploads uploads;
    private final Downloads downloads;
    private final Words words;

    CorrectionItemController(
            Correcting correcting,
            Applications applications,
            FormPageViews views,
            Uploads uploads,
            Downloads downloads,
            Words words) {
        this.correcting = correcting;
        this.applications = applications;
        this.views = views;
        this.uploads = uploads;
        this.downloads = downloads;
        this.words = words;
    }

    @GetMapping("/fields/{key}")
    ModelAndView question(@PathVariable String number, @PathVariable String key, CurrentCitizen citizen, Locale locale) {
        Correction correction = correcting.find(number, citizen.person());
        FormPageView view = views.of(
                CorrectionForm.pageFor(correcting.service(correction), key), correction.answers(), locale);
        return question(correction, key, view, HttpStatus.OK, locale);
    }

    @PostMapping("/fields/{key}")
    ModelAndView answer(
            @PathVariable String number,
            @PathVariable String key,
            @RequestParam MultiValueMap<String, String> parameters,
            CurrentCitizen citizen,
            Locale locale) {
        Corrected corrected = correcting.saveField(number, key, parameters, citizen.person());
        if (corrected.reading().isComplete()) {
            return new ModelAndView("redirect:/applications/" + number + "/correct");
        }
        FormPageView view = views.of(
                CorrectionForm.pageFor(correcting.service(corrected.correction()), key), corrected.reading(), locale);
        HttpStatus status = corrected.reading().hasUnknownFields()
                ? HttpStatus.BAD_REQUEST
                : corrected.reading().rowsChanged() ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT;
        return question(corrected.correction(), key, view, status, locale);
    }

    @GetMapping("/documents/{key}")
    ModelAndView document(@PathVariable String number, @PathVariable String key, CurrentCitizen citizen, Locale locale) {
        return document(correcting.find(number, citizen.person()), key, null, HttpStatus.OK, citizen, locale);
    }

    @PostMapping("/documents/{key}")
    ModelAndView add(
            @PathVariable String number,
            @PathVariable String key,
            @RequestParam("file") List<MultipartFile> sent,
            CurrentCitizen citizen,
            Locale locale,
            RedirectAttributes flash) {
        Correction correction = correcting.find(number, citizen.person());
        DocumentRequirement requirement = requirement(correction, key);
        Uploads.Outcome outcome = uploads.each(
                sent, requirement, upload -> correcting.attach(number, key, upload, citizen.person()), locale);
        if (outcome.error() != null) {
            return document(
                    correcting.find(number, citizen.person()), key, outcome.error(), outcome.status(), citizen, locale);
        }
        flash.addFlashAttribute("done", words.say(locale, "apply.documents.added", requirement.name().in(locale)));
        return new ModelAndView("redirect:/applications/%s/correct/documents/%s".formatted(number, key));
    }

    /** The page when a file was larger than could be read at all. */
    ModelAndView tooLarge(String number, String key, CurrentCitizen citizen, Locale locale) {
        Correction correction = correcting.find(number, citizen.person());
        String error = words.refusal(FileRefused.Code.TOO_LARGE, requirement(correction, key), locale);
        return document(correction, key, error, HttpStatus.CONTENT_TOO_LARGE, citizen, locale);
    }

    @PostMapping("/attachments/{attachment}/remove")
    String remove(@PathVariable String number, @PathVariable UUID attachment, CurrentCitizen citizen) {
        String document = correcting
                .find(number, citizen.person())
                .attachment(attachment)
                .map(file -> "/documents/" + file.documentKey())
                .orElse("");
        correcting.detach(number, attachment, citizen.person());
        return "redirect:/applications/%s/correct%s".formatted(number, document);
    }

    @GetMapping("/attachments/{attachment}")
    ResponseEntity<Resource> download(
            @PathVariable String number, @PathVariable UUID attachment, CurrentCitizen citizen) {
        Attachment file = file(correcting.find(number, citizen.person()), attachment);
        return downloads.of(file.file(), file.name(), file.mediaType(), file.size());
    }

    private ModelAndView question(
            Correction correction, String key, FormPageView view, HttpStatusCode status, Locale locale) {
        ModelAndView page = page("portal/apply/correct-field", correction, item(correction, Kind.FIELD, key), status);
        page.addObject("title", words.say(locale, "apply.correct.field-title"));
        page.addObject("view", view);
        page.addObject("problems", view.problems());
        page.addObject("htmx", true);
        return page;
    }

    private ModelAndView document(
            Correction correction,
            String key,
            @Nullable String error,
            HttpStatusCode status,
            CurrentCitizen citizen,
            Locale locale) {
        Item item = item(correction, Kind.DOCUMENT, key);
        DocumentRequirement requirement = requirement(correction, key);
        Application application = applications.ownedBy(correction.applicationNumber(), citizen.person());
        Field field = uploads.field(requirement, error, locale);
        String home = "/applications/" + application.number();
        ModelAndView page = page("portal/apply/correct-document", correction, item, status);
        page.addObject("title", requirement.name().in(locale));
        page.addObject("field", item.files().size() < requirement.maxFiles() || error != null ? field : null);
        page.addObject(
                "old", files(application.attachmentsFor(key), home + "/attachments/", locale));
        page.addObject("renewed", files(item.files(), home + "/correct/attachments/", locale));
        page.addObject("problems", Problem.of(List.of(field)));
        return page;
    }

    private static ModelAndView page(String view, Correction correction, Item item, HttpStatusCode status) {
        ModelAndView page = new ModelAndView(view, status);
        page.addObject("back", "/applications/" + correction.applicationNumber() + "/correct");
        page.addObject("number", correction.applicationNumber());
        page.addObject("key", item.asked().key());
        page.addObject("remark", item.asked().remark());
        return page;
    }

    private List<FileView> files(List<Attachment> files, String url, Locale locale) {
        return files.stream()
                .map(file ->
                        new FileView(file.id().toString(), file.name(), words.size(file.size(), locale), url + file.id()))
                .toList();
    }

    private DocumentRequirement requirement(Correction correction, String key) {
        item(correction, Kind.DOCUMENT, key);
        return correcting.service(correction).document(key).orElseThrow(() -> new NotAskedFor(key));
    }

    private static Item item(Correction correction, Kind kind, String key) {
        return correction.item(kind, key).orElseThrow(() -> new NotAskedFor(key));
    }

    private static Attachment file(Correction correction, UUID attachment) {
        return correction.attachment(attachment).orElseThrow(() -> new NotAskedFor("attachment " + attachment));
    }
}
