package org.anuyat.portal.application.draft;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.anuyat.kit.Field;
import org.anuyat.kit.Option;
import org.anuyat.kit.Problem;
import org.anuyat.portal.application.CodePages;
import org.anuyat.portal.application.Declarations;
import org.anuyat.portal.application.Words;
import org.anuyat.portal.security.CurrentCitizen;
import org.anuyat.workflow.catalogue.ServiceDefinition;
import org.anuyat.workflow.identity.Person;
import org.anuyat.workflow.submission.confirmation.Confirmation;
import org.anuyat.workflow.submission.confirmation.NotReady;
import org.anuyat.workflow.submission.confirmation.Receipt;
import org.anuyat.workflow.submission.drafts.AssuranceTooLow;
import org.anuyat.workflow.submission.drafts.Draft;
import org.anuyat.workflow.submission.drafts.DraftSubmitted;
import org.anuyat.workflow.submission.drafts.Drafts;
import org.anuyat.workflow.submission.drafts.StalePage;
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

/** The declaration, the one-time code, and the button that makes an application out of a draft. */
@Controller
@RequestMapping("/applications/drafts/{id}")
class ConfirmController {

    private final Drafts drafts;
    private final Confirmation confirmation;
    private final CheckController check;
    private final CodePages codes;
    private final Declarations declarations;
    private final Words words;

    ConfirmController(
            Drafts drafts,
            Confirmation confirmation,
            CheckController check,
            CodePages codes,
            Declarations declarations,
            Words words) {
        this.drafts = drafts;
        this.confirmation = confirmation;
        this.check = check;
        this.codes = codes;
        this.declarations = declarations;
        this.words = words;
    }

    /** Leads on from the pages of a draft that was sent: the way back in a browser must not look as if nothing had happened. */
    @GetMapping("/receipt")
    ModelAndView receipt(@PathVariable UUID id, CurrentCitizen citizen) {
        return confirmation.receipt(id, citizen.person())
                .map(ConfirmController::toReceipt)
                .orElseGet(() -> new ModelAndView("redirect:/applications/drafts/" + id));
    }

    /** The way from any page of a draft that was sent to the receipt. */
    static String toReceiptOf(Draft draft) {
        return "redirect:/applications/drafts/" + draft.id() + "/receipt";
    }

    @GetMapping("/declaration")
    ModelAndView declare(@PathVariable UUID id, CurrentCitizen citizen, Locale locale) {
        Optional<Receipt> receipt = confirmation.receipt(id, citizen.person());
        return receipt.map(ConfirmController::toReceipt)
                .orElseGet(() -> declaration(drafts.find(id, citizen.person()), null, HttpStatus.OK, locale));
    }

    /** Accepting the declaration sends the code; where the service asks for none, it confirms. */
    @PostMapping("/declaration")
    ModelAndView accept(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(required = false) @Nullable String accepted,
            CurrentCitizen citizen,
            Locale locale,
            HttpServletRequest request) {
        Draft draft = drafts.find(id, citizen.person());
        if (accepted == null && !draft.submitted()) {
            return declaration(
                    draft, words.say(locale, "apply.declaration.required"), HttpStatus.UNPROCESSABLE_CONTENT, locale);
        }
        if (draft.submitted() || !drafts.service(draft).oneTimeCode()) {
            return confirmed(draft, version, "", citizen.person(), locale, request);
        }
        if (draft.version() != version) {
            return check.page(draft, citizen.person(), true, HttpStatus.CONFLICT, locale);
        }
        return sendCode(draft, citizen.person(), locale);
    }

    @PostMapping("/code")
    ModelAndView anotherCode(
            @PathVariable UUID id, CurrentCitizen citizen, Locale locale, RedirectAttributes flash) {
        Draft draft = drafts.find(id, citizen.person());
        flash.addFlashAttribute("done", words.say(locale, "apply.code.sent-again"));
        return sendCode(draft, citizen.person(), locale);
    }

    @GetMapping("/confirm")
    ModelAndView askForCode(
            @PathVariable UUID id, @RequestParam int version, CurrentCitizen citizen, Locale locale) {
        Optional<Receipt> receipt = confirmation.receipt(id, citizen.person());
        if (receipt.isPresent()) {
            return toReceipt(receipt.get());
        }
        Draft draft = drafts.find(id, citizen.person());
        return draft.version() == version
                ? code(draft, citizen.person(), null, HttpStatus.OK, locale)
                : check.page(draft, citizen.person(), true, HttpStatus.CONFLICT, locale);
    }

    @PostMapping("/confirm")
    ModelAndView confirm(
            @PathVariable UUID id,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String code,
            CurrentCitizen citizen,
            Locale locale,
            HttpServletRequest request) {
        return confirmed(drafts.find(id, citizen.person()), version, code, citizen.person(), locale, request);
    }

    private ModelAndView confirmed(
            Draft draft, int version, String code, Person person, Locale locale, HttpServletRequest request) {
        try {
            return toReceipt(confirmation.confirm(
                    draft.id(), version, code, declarations.of("apply.declaration.text", locale, request), person));
        } catch (CodeRefused refused) {
            return code(draft, person, codes.say(refused, locale), HttpStatus.UNPROCESSABLE_CONTENT, locale);
        } catch (StalePage stale) {
            return check.page(stale.draft(), person, true, HttpStatus.CONFLICT, locale);
        } catch (NotReady notReady) {
            return check.page(draft, person, false, HttpStatus.UNPROCESSABLE_CONTENT, locale);
        } catch (AssuranceTooLow tooLow) {
            return new ModelAndView("redirect:/services/" + tooLow.serviceId() + "/start");
        }
    }

    private ModelAndView sendCode(Draft draft, Person person, Locale locale) {
        try {
            confirmation.requestCode(draft.id(), person);
            return new ModelAndView(
                    "redirect:/applications/drafts/%s/confirm?version=%d".formatted(draft.id(), draft.version()));
        } catch (DraftSubmitted submitted) {
            return toReceipt(confirmation.receipt(draft.id(), person).orElseThrow());
        } catch (NotReady notReady) {
            return check.page(draft, person, false, HttpStatus.UNPROCESSABLE_CONTENT, locale);
        } catch (TooManyCodes tooMany) {
            return code(draft, person, codes.say(tooMany, locale), HttpStatus.TOO_MANY_REQUESTS, locale);
        }
    }

    private ModelAndView declaration(Draft draft, @Nullable String error, HttpStatusCode status, Locale locale) {
        ServiceDefinition service = drafts.service(draft);
        Field accept = Field.of("accepted", words.say(locale, "apply.declaration.question"))
                .withOptions(List.of(Option.of("yes", words.say(locale, "apply.declaration.accept"))))
                .withError(error);
        ModelAndView page = page("portal/apply/declaration", draft, service, List.of(accept), status, locale);
        page.addObject("back", "/applications/drafts/" + draft.id() + "/check");
        page.addObject("accept", accept);
        page.addObject("oneTimeCode", service.oneTimeCode());
        return page;
    }

    private ModelAndView code(
            Draft draft, Person person, @Nullable String error, HttpStatusCode status, Locale locale) {
        String base = "/applications/drafts/" + draft.id();
        ModelAndView page = codes.page(
                base, "confirm", person, confirmation.codeWorksUntil(draft.id(), person), error, status, locale);
        page.addObject("back", base + "/declaration");
        page.addObject("version", draft.version());
        page.addObject("caption", drafts.service(draft).title().in(locale));
        return page;
    }

    private ModelAndView page(
            String view,
            Draft draft,
            ServiceDefinition service,
            List<Field> fields,
            HttpStatusCode status,
            Locale locale) {
        ModelAndView page = new ModelAndView(view, status);
        page.addObject("service", service.title().in(locale));
        page.addObject("draftId", draft.id());
        page.addObject("version", draft.version());
        page.addObject("problems", Problem.of(fields));
        return page;
    }

    private static ModelAndView toReceipt(Receipt receipt) {
        return new ModelAndView("redirect:/applications/" + receipt.number() + "/receipt");
    }
}
