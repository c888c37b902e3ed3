package org.anuyat.portal.verification;

import java.io.IOException;
import java.util.Locale;
import org.anuyat.kit.error.OversizedUpload;
import org.anuyat.signing.api.validation.DocumentValidation;
import org.anuyat.signing.api.validation.ValidationOrder;
import org.anuyat.signing.api.validation.ValidationReport;
import org.anuyat.workflow.registry.PublicRegister;
import org.anuyat.workflow.registry.RegisterEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Verifying a permit by its file. The file is examined and not kept. */
@Controller
class DocumentController implements OversizedUpload {

    private static final long LARGEST = 10L * 1024 * 1024;

    private final DocumentValidation validation;
    private final PublicRegister register;
    private final PermitViews views;
    private final VerificationController questions;
    private final MessageSource messages;

    DocumentController(
            DocumentValidation validation,
            PublicRegister register,
            PermitViews views,
            VerificationController questions,
            MessageSource messages) {
        this.validation = validation;
        this.register = register;
        this.views = views;
        this.questions = questions;
        this.messages = messages;
    }

    /** Where somebody lands who reloads the address of a result: the file is gone, so the question is asked again. */
    @GetMapping("/verify/document")
    String again() {
        return "redirect:/verify";
    }

    @PostMapping("/verify/document")
    ModelAndView examine(@RequestParam(required = false) @Nullable MultipartFile document, Locale locale)
            throws IOException {
        if (document == null || document.isEmpty()) {
            return refused("verify.file.missing", HttpStatus.UNPROCESSABLE_CONTENT, locale);
        }
        if (document.getSize() > LARGEST) {
            return refused("verify.file.too-large", HttpStatus.CONTENT_TOO_LARGE, locale);
        }
        ValidationReport report = validation.validate(new ValidationOrder(document.getBytes(), false));
        RegisterEntry entry = register.withDocument(report.documentSha256()).orElse(null);
        ModelAndView page = new ModelAndView("portal/verification/document");
        page.addObject("verdict", DocumentVerdict.of(report, entry));
        page.addObject("report", report);
        page.addObject("permit", entry == null ? null : views.of(entry, locale));
        page.addObject("back", "/verify");
        return page;
    }

    /** A file that was larger than could be read at all. */
    @Override
    public @Nullable ModelAndView page(String path, Locale locale) {
        return path.equals("/verify/document") ? refused("verify.file.too-large", HttpStatus.CONTENT_TOO_LARGE, locale) : null;
    }

    private ModelAndView refused(String key, HttpStatus status, Locale locale) {
        return questions.page("", null, messages.getMessage(key, null, locale), status, locale);
    }
}
