package org.anuyat.portal.fee;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.anuyat.kit.Field;
import org.anuyat.kit.Problem;
import org.anuyat.portal.application.Uploads;
import org.anuyat.portal.application.Words;
import org.anuyat.portal.security.CurrentCitizen;
import org.anuyat.workflow.catalogue.DocumentRequirement;
import org.anuyat.workflow.files.FileRefused;
import org.anuyat.workflow.language.LocalizedText;
import org.anuyat.workflow.payment.FeeBill;
import org.anuyat.workflow.payment.Payments;
import org.anuyat.workflow.payment.slip.PaymentSlips;
import org.anuyat.workflow.payment.slip.SlipNotTaken;
import org.anuyat.workflow.payment.slip.SlipPort;
import org.anuyat.workflow.submission.Applications;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** "I have paid already but it isn't shown": handing in the slip of a payment. */
@Controller
@RequestMapping("/applications/{number}/fee/evidence")
class SlipController {

    private static final DocumentRequirement SLIP = new DocumentRequirement(
            "slip",
            "SERVICE",
            new LocalizedText("หลักฐานการชำระเงิน", "Payment slip"),
            new LocalizedText("", ""),
            new LocalizedText("", ""),
            new LocalizedText("", ""),
            null,
            true,
            Set.of("jpg", "jpeg", "png", "pdf"),
            PaymentSlips.MOST_BYTES,
            1);

    private final Applications applications;
    private final Payments payments;
    private final PaymentSlips slips;
    private final Uploads uploads;
    private final Words words;

    SlipController(Applications applications, Payments payments, PaymentSlips slips, Uploads uploads, Words words) {
        this.applications = applications;
        this.payments = payments;
        this.slips = slips;
        this.uploads = uploads;
        this.words = words;
    }

    @GetMapping
    ModelAndView show(@PathVariable String number, CurrentCitizen citizen, Locale locale) {
        applications.ownedBy(number, citizen.person());
        return takesSlips(number) ? page(number, null, false, HttpStatus.OK, locale) : toBill(number);
    }

    @PostMapping
    ModelAndView handIn(
            @PathVariable String number,
            @RequestParam("file") MultipartFile sent,
            @RequestParam(defaultValue = "false") boolean codeless,
            CurrentCitizen citizen,
            Locale locale,
            RedirectAttributes flash) {
        applications.ownedBy(number, citizen.person());
        SlipPort.Standing[] taken = new SlipPort.Standing[1];
        Uploads.Outcome outcome;
        try {
            outcome = uploads.each(
                    List.of(sent), SLIP, upload -> taken[0] = slips.handIn(number, upload, codeless, citizen.actor()), locale);
        } catch (SlipNotTaken refused) {
            if (refused.reason() == SlipNotTaken.Reason.PAID) {
                return toBill(number);
            }
            return refused.reason() == SlipNotTaken.Reason.NO_CODE
                    ? page(number, words.say(locale, "fee.evidence.unseen"), true, HttpStatus.UNPROCESSABLE_CONTENT, locale)
                    : page(
                            number,
                            words.say(locale, "fee.evidence.too-many", PaymentSlips.MOST_SLIPS),
                            codeless,
                            HttpStatus.CONFLICT,
                            locale);
        }
        if (outcome.error() != null) {
            return page(number, outcome.error(), codeless, outcome.status(), locale);
        }
        if (taken[0].state() == SlipPort.State.REPEATED) {
            return page(number, words.say(locale, "fee.evidence.repeated"), codeless, HttpStatus.CONFLICT, locale);
        }
        flash.addFlashAttribute("done", words.say(locale, taken[0].hasCode() ? "fee.evidence.done" : "fee.evidence.done-no-code"));
        return toBill(number);
    }

    private boolean takesSlips(String number) {
        return payments.of(number)
                .filter(bill -> bill.state() != FeeBill.State.PAID && bill.state() != FeeBill.State.REFUNDED)
                .isPresent();
    }

    private static ModelAndView toBill(String number) {
        return new ModelAndView("redirect:/applications/" + number + "/fee");
    }

    /** The page when a file was larger than could be read at all. */
    ModelAndView tooLarge(String number, CurrentCitizen citizen, Locale locale) {
        applications.ownedBy(number, citizen.person());
        return page(number, words.refusal(FileRefused.Code.TOO_LARGE, SLIP, locale), false, HttpStatus.CONTENT_TOO_LARGE, locale);
    }

    /** @param asks whether to ask if the slip has a QR code at all, which is a question only when none was found */
    private ModelAndView page(String number, @Nullable String error, boolean asks, HttpStatusCode status, Locale locale) {
        Field field = Field.of("file", words.say(locale, "fee.evidence.file"))
                .withHint(words.accepted(SLIP, locale))
                .withError(error)
                .with("accept", Words.acceptAttribute(SLIP));
        ModelAndView page = new ModelAndView("portal/fee/evidence", status);
        page.addObject("number", number);
        page.addObject("field", field);
        page.addObject("codeless", asks);
        page.addObject("problems", Problem.of(List.of(field)));
        page.addObject("back", "/applications/" + number + "/fee");
        return page;
    }
}
