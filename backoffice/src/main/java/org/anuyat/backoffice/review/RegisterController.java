package org.anuyat.backoffice.review;

import java.util.ArrayList;
import java.util.List;
import org.anuyat.backoffice.cases.CaseFolders;
import org.anuyat.backoffice.security.CurrentOfficer;
import org.anuyat.backoffice.wording.Words;
import org.anuyat.kit.Field;
import org.anuyat.kit.Option;
import org.anuyat.kit.Problem;
import org.anuyat.workflow.agency.Agencies;
import org.anuyat.workflow.identity.Officer;
import org.anuyat.workflow.review.receiving.Registration;
import org.anuyat.workflow.worklist.TaskKind;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Registering an application, or sending it to the agency that is competent. */
@Controller
@RequestMapping("/backoffice/cases/{number}")
class RegisterController {

    private final CaseFolders folders;
    private final Registration registration;
    private final Agencies agencies;
    private final Words words;

    RegisterController(CaseFolders folders, Registration registration, Agencies agencies, Words words) {
        this.folders = folders;
        this.registration = registration;
        this.agencies = agencies;
        this.words = words;
    }

    @GetMapping("/register")
    String registering(@PathVariable String number, CurrentOfficer current, Model model) {
        var folder = folders.openFor(number, TaskKind.REGISTER, 0, current.officer());
        model.addAttribute("folder", folder);
        model.addAttribute("documents", folders.documents(folder.application()));
        return "backoffice/review/register";
    }

    @PostMapping("/register")
    String register(@PathVariable String number, CurrentOfficer current, RedirectAttributes flash) {
        var registered = registration.register(number, current.officer());
        flash.addFlashAttribute("done", words.of("office.register.done", registered.receiveNumber().toString()));
        return "redirect:/backoffice/cases/" + number;
    }

    @GetMapping("/forward")
    ModelAndView forwarding(@PathVariable String number, CurrentOfficer current) {
        return form(number, current.officer(), null, null, false);
    }

    @PostMapping("/forward")
    Object forward(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String agency,
            @RequestParam(defaultValue = "") String reason,
            CurrentOfficer current,
            RedirectAttributes flash) {
        if (reason.isBlank() || agencies.find(agency).isEmpty()) {
            return form(number, current.officer(), agency, reason, true);
        }
        registration.forward(number, agency, reason, current.officer());
        flash.addFlashAttribute("done", words.of("office.forward.done"));
        return "redirect:/backoffice/cases/" + number;
    }

    private ModelAndView form(
            String number, Officer officer, @Nullable String agency, @Nullable String reason, boolean checked) {
        List<Option> options = new ArrayList<>();
        options.add(Option.of("", words.of("office.choose")));
        agencies.all().stream()
                .filter(one -> !one.code().equals(officer.agency()))
                .forEach(one -> options.add(Option.of(one.code(), one.name(words.locale()))));
        Field to = Field.of("agency", words.of("office.forward.agency"))
                .withOptions(options)
                .withValue(agency)
                .withError(checked && (agency == null || agencies.find(agency).isEmpty())
                        ? words.of("office.forward.agency.missing")
                        : null);
        Field why = Field.of("reason", words.of("office.forward.reason"))
                .withHint(words.of("office.forward.reason.hint"))
                .withValue(reason)
                .withError(checked && (reason == null || reason.isBlank()) ? words.of("office.reason.missing") : null);
        ModelAndView page = new ModelAndView("backoffice/review/forward");
        page.addObject("folder", folders.openFor(number, TaskKind.REGISTER, 0, officer));
        page.addObject("agency", to);
        page.addObject("reason", why);
        page.addObject("problems", Problem.of(List.of(to, why)));
        page.setStatus(checked ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return page;
    }
}
