package org.anuyat.portal.application;

import java.util.List;
import java.util.Locale;
import org.anuyat.kit.Field;
import org.anuyat.kit.Problem;
import org.anuyat.portal.security.CurrentCitizen;
import org.anuyat.workflow.catalogue.Services;
import org.anuyat.workflow.submission.Application;
import org.anuyat.workflow.submission.Applications;
import org.anuyat.workflow.submission.WrongState;
import org.anuyat.workflow.submission.withdrawal.Withdrawal;
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

/** Taking an application back, after one is told what that means. */
@Controller
@RequestMapping("/applications/{number}/withdraw")
class WithdrawalController {

    private final Applications applications;
    private final Withdrawal withdrawal;
    private final Services services;
    private final Words words;

    WithdrawalController(Applications applications, Withdrawal withdrawal, Services services, Words words) {
        this.applications = applications;
        this.withdrawal = withdrawal;
        this.services = services;
        this.words = words;
    }

    @GetMapping
    ModelAndView ask(@PathVariable String number, CurrentCitizen citizen, Locale locale) {
        Application application = applications.ownedBy(number, citizen.person());
        if (!Withdrawal.isPossible(application)) {
            throw new WrongState(number, application.state(), "withdrawing");
        }
        return page(application, "", null, HttpStatus.OK, locale);
    }

    @PostMapping
    ModelAndView withdraw(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason,
            CurrentCitizen citizen,
            Locale locale,
            RedirectAttributes flash) {
        if (reason.length() > Withdrawal.LONGEST_REASON) {
            return page(
                    applications.ownedBy(number, citizen.person()),
                    reason,
                    words.say(locale, "apply.withdraw.reason-too-long", Withdrawal.LONGEST_REASON),
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    locale);
        }
        withdrawal.withdraw(number, citizen.person(), reason);
        flash.addFlashAttribute("done", words.say(locale, "apply.withdraw.done"));
        return new ModelAndView("redirect:/applications/" + number);
    }

    private ModelAndView page(
            Application application, String reason, @Nullable String error, HttpStatusCode status, Locale locale) {
        Field field = Field.of("reason", words.say(locale, "apply.withdraw.reason"))
                .withHint(words.say(locale, "apply.withdraw.reason-hint"))
                .withLimit(Withdrawal.LONGEST_REASON)
                .withValue(reason)
                .withError(error);
        ModelAndView page = new ModelAndView("portal/apply/withdraw", status);
        page.addObject("back", "/applications/" + application.number());
        page.addObject("number", application.number());
        page.addObject(
                "service",
                services.version(application.serviceId(), application.serviceVersion())
                        .title()
                        .in(locale));
        page.addObject("reason", field);
        page.addObject("problems", Problem.of(List.of(field)));
        return page;
    }
}
