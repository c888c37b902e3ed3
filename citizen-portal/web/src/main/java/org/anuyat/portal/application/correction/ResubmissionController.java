package org.anuyat.portal.application.correction;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.anuyat.portal.application.CodePages;
import org.anuyat.portal.application.Declarations;
import org.anuyat.portal.application.Words;
import org.anuyat.portal.security.CurrentCitizen;
import org.anuyat.workflow.identity.Person;
import org.anuyat.workflow.submission.corrections.Correcting;
import org.anuyat.workflow.submission.corrections.Correction;
import org.anuyat.workflow.submission.corrections.CorrectionChanged;
import org.anuyat.workflow.submission.corrections.Resubmission;
import org.anuyat.workflow.submission.signature.CodeRefused;
import org.anuyat.workflow.submission.signature.TooManyCodes;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The declaration over corrections, their one-time code, and the button that sends them in. */
@Controller
@RequestMapping("/applications/{number}/correct")
class ResubmissionController {

    private final Correcting correcting;
    private final Resubmission resubmission;
    private final CorrectionController list;
    private final CodePages codes;
    private final Declarations declarations;
    private final Words words;

    ResubmissionController(
            Correcting correcting,
            Resubmission resubmission,
            CorrectionController list,
            CodePages codes,
            Declarations declarations,
            Words words) {
        this.correcting = correcting;
        this.resubmission = resubmission;
        this.list = list;
        this.codes = codes;
        this.declarations = declarations;
        this.words = words;
    }

    /** Accepting the declaration sends the code; where the service asks for none, it sends the corrections in. */
    @PostMapping
    ModelAndView accept(
            @PathVariable String number,
            @RequestParam int version,
            @RequestParam(required = false) @Nullable String accepted,
            CurrentCitizen citizen,
            Locale locale,
            HttpServletRequest request,
            RedirectAttributes flash) {
        Correction correction = correcting.find(number, citizen.person());
        if (accepted == null) {
            String error = words.say(locale, "apply.declaration.required");
            return list.page(correction, error, false, HttpStatus.UNPROCESSABLE_CONTENT, locale);
        }
        return correcting.service(correction).oneTimeCode()
                ? sendCode(number, version, citizen.person(), locale)
                : send(number, version, "", citizen.person(), locale, request, flash);
    }

    @PostMapping("/code")
    ModelAndView anotherCode(
            @PathVariable String number, CurrentCitizen citizen, Locale locale, RedirectAttributes flash) {
        flash.addFlashAttribute("done", words.say(locale, "apply.code.sent-again"));
        int version = correcting.find(number, citizen.person()).version();
        return sendCode(number, version, citizen.person(), locale);
    }

    @GetMapping("/confirm")
    ModelAndView askForCode(
            @PathVariable String number, @RequestParam int version, CurrentCitizen citizen, Locale locale) {
        Correction correction = correcting.find(number, citizen.person());
        return correction.version() == version && correction.complete()
                ? code(number, version, citizen.person(), null, HttpStatus.OK, locale)
                : list.page(correction, null, true, HttpStatus.CONFLICT, locale);
    }

    @PostMapping("/confirm")
    ModelAndView confirm(
            @PathVariable String number,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String code,
            CurrentCitizen citizen,
            Locale locale,
            HttpServletRequest request,
            RedirectAttributes flash) {
        return send(number, version, code, citizen.person(), locale, request, flash);
    }

    private ModelAndView send(
            String number,
            int version,
            String code,
            Person person,
            Locale locale,
            HttpServletRequest request,
            RedirectAttributes flash) {
        try {
            resubmission.resubmit(
                    number, version, code, declarations.of("apply.declaration.text", locale, request), person);
        } catch (CodeRefused refused) {
            return code(number, version, person, codes.say(refused, locale), HttpStatus.UNPROCESSABLE_CONTENT, locale);
        } catch (CorrectionChanged changed) {
            return list.page(changed.correction(), null, true, HttpStatus.CONFLICT, locale);
        }
        flash.addFlashAttribute("done", words.say(locale, "apply.correct.sent"));
        return new ModelAndView("redirect:/applications/" + number);
    }

    private ModelAndView sendCode(String number, int version, Person person, Locale locale) {
        try {
            resubmission.requestCode(number, version, person);
            return new ModelAndView("redirect:/applications/%s/correct/confirm?version=%d".formatted(number, version));
        } catch (CorrectionChanged changed) {
            return list.page(changed.correction(), null, true, HttpStatus.CONFLICT, locale);
        } catch (TooManyCodes tooMany) {
            return code(number, version, person, codes.say(tooMany, locale), HttpStatus.TOO_MANY_REQUESTS, locale);
        }
    }

    private ModelAndView code(
            String number, int version, Person person, @Nullable String error, HttpStatusCode status, Locale locale) {
        String base = "/applications/" + number + "/correct";
        ModelAndView page = codes.page(
                base, "resubmit", person, resubmission.codeWorksUntil(number, person), error, status, locale);
        page.addObject("back", base);
        page.addObject("version", version);
        page.addObject("caption", words.say(locale, "apply.receipt.number", number));
        return page;
    }
}
