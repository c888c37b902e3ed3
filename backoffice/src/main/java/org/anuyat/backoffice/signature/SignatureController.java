package org.anuyat.backoffice.signature;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import org.anuyat.backoffice.security.CurrentOfficer;
import org.anuyat.backoffice.wording.Words;
import org.anuyat.kit.Field;
import org.anuyat.kit.Problem;
import org.anuyat.kit.error.Refusal;
import org.anuyat.workflow.files.FileRefused;
import org.anuyat.workflow.identity.Officer;
import org.anuyat.workflow.issuance.signature.PictureRefused;
import org.anuyat.workflow.issuance.signature.SignaturePictures;
import org.anuyat.workflow.thai.BuddhistDate;
import org.anuyat.workflow.thai.ThaiDigits;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The picture of the own signature as a permit will bear it: entered, replaced, removed. No address names an officer, so nobody
 * reaches another's.
 */
@Controller
@RequestMapping("/backoffice/signature")
class SignatureController {

    private static final String HERE = "redirect:/backoffice/signature";

    private final SignaturePictures pictures;
    private final Words words;
    private final Clock clock;

    SignatureController(SignaturePictures pictures, Words words, Clock clock) {
        this.pictures = pictures;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(CurrentOfficer current) {
        return page(current.officer(), null, HttpStatus.OK);
    }

    @PostMapping
    ModelAndView enter(
            @RequestParam(required = false) @Nullable MultipartFile picture,
            CurrentOfficer current,
            RedirectAttributes flash)
            throws IOException {
        Officer officer = approver(current);
        if (picture == null || picture.isEmpty()) {
            return page(officer, "EMPTY", HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try (InputStream content = picture.getInputStream()) {
            pictures.enter(officer, content, picture.getOriginalFilename(), picture.getContentType());
        } catch (FileRefused refused) {
            return refused(officer, refused.code());
        } catch (PictureRefused refused) {
            return page(officer, refused.reason().name(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        flash.addFlashAttribute("done", words.of("office-signature.entered"));
        return new ModelAndView(HERE);
    }

    /** The page with what is wrong with a file. */
    ModelAndView refused(Officer officer, FileRefused.Code code) {
        return page(officer, code.name(), status(code));
    }

    @GetMapping("/picture")
    ResponseEntity<byte[]> picture(CurrentOfficer current) {
        byte[] png = pictures.content(current.officer()).orElseThrow(Refusal::notFound);
        return ResponseEntity.ok()
                .contentType(MediaType.IMAGE_PNG)
                .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                .header("X-Content-Type-Options", "nosniff")
                .body(png);
    }

    @GetMapping("/remove")
    ModelAndView removing(CurrentOfficer current) {
        if (pictures.find(current.officer()).isEmpty()) {
            return new ModelAndView(HERE);
        }
        return framed("backoffice/signature/remove", current.officer(), HttpStatus.OK)
                .addObject("back", "/backoffice/signature");
    }

    @PostMapping("/remove")
    ModelAndView remove(CurrentOfficer current, RedirectAttributes flash) {
        pictures.remove(current.officer());
        flash.addFlashAttribute("done", words.of("office-signature.removed"));
        return new ModelAndView(SignaturePictures.mayEnter(current.officer()) ? HERE : "redirect:/backoffice");
    }

    /** The page with the error at the field, if there is one. */
    private ModelAndView page(Officer officer, @Nullable String refused, HttpStatus status) {
        Field question = question(refused == null ? null : error(refused));
        ModelAndView page = framed("backoffice/signature/signature", officer, status);
        if (!SignaturePictures.mayEnter(officer) && page.getModel().get("picture") == null) {
            throw Refusal.forbidden();
        }
        page.addObject("mayEnter", SignaturePictures.mayEnter(officer));
        page.addObject("question", question);
        page.addObject("problems", Problem.of(List.of(question)));
        return page;
    }

    private ModelAndView framed(String view, Officer officer, HttpStatus status) {
        ModelAndView page = new ModelAndView(view, status);
        page.addObject("officer", officer);
        page.addObject("picture", pictures.find(officer).orElse(null));
        page.addObject("today", ThaiDigits.toThai(BuddhistDate.formal(BuddhistDate.dateOf(clock.instant()))));
        return page;
    }

    private Field question(@Nullable String error) {
        return Field.of("picture", words.of("office-signature.picture"))
                .withHint(words.of("office-signature.picture.hint", SignaturePictures.MOST_BYTES >> 20))
                .with("accept", "image/png,image/jpeg,.png,.jpg,.jpeg")
                .withError(error);
    }

    /** The words for a refused file or picture. */
    private String error(String refused) {
        return words.of(
                "office-signature.refused." + refused,
                SignaturePictures.MOST_BYTES >> 20,
                SignaturePictures.LONGEST_SIDE,
                SignaturePictures.LEAST_WIDTH,
                SignaturePictures.LEAST_HEIGHT);
    }

    private static Officer approver(CurrentOfficer current) {
        if (!SignaturePictures.mayEnter(current.officer())) {
            throw Refusal.forbidden();
        }
        return current.officer();
    }

    private static HttpStatus status(FileRefused.Code code) {
        return switch (code) {
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
            case STORE_FULL -> HttpStatus.INSUFFICIENT_STORAGE;
            case TYPE_NOT_ALLOWED -> HttpStatus.UNSUPPORTED_MEDIA_TYPE;
            case CONTENT_MISMATCH, EMPTY, DAMAGED, NOT_PLAIN, NAME -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }
}
