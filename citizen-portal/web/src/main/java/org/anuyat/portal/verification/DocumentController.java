package org.anuyat.portal.verification;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.anuyat.kit.error.OversizedUpload;
import org.anuyat.signing.api.SigningRefusal;
import org.anuyat.signing.api.validation.DocumentValidation;
import org.anuyat.signing.api.validation.ValidationOrder;
import org.anuyat.signing.api.validation.ValidationReport;
import org.anuyat.workflow.registry.PublicRegister;
import org.anuyat.workflow.registry.RegisterEntry;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.HttpServerErrorException;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Verifying a permit by its file. The file is examined and not kept. */
@Controller
class DocumentController implements OversizedUpload {

    private static final Logger LOG = LoggerFactory.getLogger(DocumentController.class);
    private static final long LARGEST = 10L * 1024 * 1024;
    private static final Duration PAUSE = Duration.ofMinutes(1);

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
    ModelAndView examine(
            @RequestParam(required = false) @Nullable MultipartFile document, Locale locale, HttpServletResponse response)
            throws IOException {
        if (document == null || document.isEmpty()) {
            return refused("verify.file.missing", HttpStatus.UNPROCESSABLE_CONTENT, locale);
        }
        if (document.getSize() > LARGEST) {
            return refused("verify.file.too-large", HttpStatus.CONTENT_TOO_LARGE, locale);
        }
        ValidationReport report;
        try {
            report = validation.validate(new ValidationOrder(document.getBytes(), false));
        } catch (SigningRefusal refusal) {
            if (!refusal.problem().passing()) {
                throw refusal;
            }
            return busy(refusal, locale, response);
        } catch (ResourceAccessException | HttpServerErrorException away) {
            return busy(away, locale, response);
        }
        return result(report, locale);
    }

    private ModelAndView result(ValidationReport report, Locale locale) {
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

    /** Nothing is said about the file: nobody has had the time to look at it. */
    private ModelAndView busy(RuntimeException cause, Locale locale, HttpServletResponse response) {
        LOG.warn("A file could not be examined at present: {}", cause.getMessage());
        response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(PAUSE.toSeconds()));
        ModelAndView page = new ModelAndView("portal/verification/busy", HttpStatus.SERVICE_UNAVAILABLE);
        page.addObject("file", questions.fileField(null, locale));
        page.addObject("back", "/verify");
        return page;
    }

    private ModelAndView refused(String key, HttpStatus status, Locale locale) {
        return questions.page("", null, messages.getMessage(key, null, locale), status, locale);
    }
}
