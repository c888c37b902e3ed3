package org.anuyat.backoffice.review;

import java.util.ArrayList;
import java.util.List;
import org.anuyat.backoffice.cases.CaseFolder;
import org.anuyat.backoffice.cases.CaseFolders;
import org.anuyat.backoffice.security.CurrentOfficer;
import org.anuyat.backoffice.wording.Words;
import org.anuyat.kit.Field;
import org.anuyat.kit.Option;
import org.anuyat.kit.Problem;
import org.anuyat.workflow.agency.Agencies;
import org.anuyat.workflow.agency.Agency;
import org.anuyat.workflow.identity.Officer;
import org.anuyat.workflow.review.receiving.Forwarding;
import org.anuyat.workflow.review.receiving.Registration;
import org.anuyat.workflow.submission.transfer.Transfers;
import org.anuyat.workflow.worklist.TaskKind;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Sending an application to the agency that is competent. Typed, read again with what will happen, then done. */
@Controller
@RequestMapping("/backoffice/cases/{number}/forward")
class ForwardController {

    private final CaseFolders folders;
    private final Registration registration;
    private final Transfers transfers;
    private final Agencies agencies;
    private final Words words;

    ForwardController(
            CaseFolders folders, Registration registration, Transfers transfers, Agencies agencies, Words words) {
        this.folders = folders;
        this.registration = registration;
        this.transfers = transfers;
        this.agencies = agencies;
        this.words = words;
    }

    @GetMapping
    ModelAndView ask(@PathVariable String number, ForwardForm form, CurrentOfficer current) {
        return page("forward", number, form, false, HttpStatus.OK, current.officer());
    }

    @PostMapping("/check")
    ModelAndView check(@PathVariable String number, ForwardForm form, CurrentOfficer current) {
        return complete(form, current.officer())
                ? page("forward-check", number, form, true, HttpStatus.OK, current.officer())
                : page("forward", number, form, true, HttpStatus.UNPROCESSABLE_CONTENT, current.officer());
    }

    @PostMapping
    ModelAndView forward(
            @PathVariable String number, ForwardForm form, CurrentOfficer current, RedirectAttributes flash) {
        if (!complete(form, current.officer())) {
            return page("forward", number, form, true, HttpStatus.UNPROCESSABLE_CONTENT, current.officer());
        }
        Forwarding done = registration.forward(number, form.destination(), form.reason(), current.officer());
        flash.addFlashAttribute(
                "done",
                done.newNumber() == null
                        ? words.of("office.forward.done")
                        : words.of("office.forward.done.there", done.newNumber()));
        return new ModelAndView("redirect:/backoffice/cases/" + number);
    }

    private boolean complete(ForwardForm form, Officer officer) {
        return form.isComplete() && (form.isElsewhere() || isAnother(form.agency(), officer));
    }

    private boolean isAnother(String code, Officer officer) {
        return !code.equals(officer.agency()) && agencies.find(code).isPresent();
    }

    private ModelAndView page(
            String view, String number, ForwardForm form, boolean checked, HttpStatusCode status, Officer officer) {
        CaseFolder folder = folders.openFor(number, TaskKind.REGISTER, 0, officer);
        List<Field> fields = fields(form, checked, folder, officer);
        ModelAndView page = new ModelAndView("backoffice/review/" + view, status);
        page.addObject("folder", folder);
        page.addObject("form", form);
        page.addObject("fields", fields);
        page.addObject("problems", Problem.of(fields));
        page.addObject("to", agencies.find(form.agency()).orElse(null));
        page.addObject("goesOn", transfers.isPossible(folder.application(), form.agency()));
        return page;
    }

    private List<Field> fields(ForwardForm form, boolean checked, CaseFolder folder, Officer officer) {
        List<Option> options = new ArrayList<>();
        options.add(Option.of("", words.of("office.choose")));
        agencies.all().stream()
                .filter(one -> !one.code().equals(officer.agency()))
                .forEach(one -> options.add(Option.of(one.code(), name(one, folder))));
        options.add(Option.of(ForwardForm.ELSEWHERE, words.of("office.forward.elsewhere")));
        boolean elsewhere = checked && form.isElsewhere();
        return List.of(
                Field.of("agency", words.of("office.forward.agency"))
                        .withOptions(options)
                        .withValue(form.agency())
                        .withError(
                                checked && !form.isElsewhere() && !isAnother(form.agency(), officer)
                                        ? words.of("office.forward.agency.missing")
                                        : null),
                Field.of("name", words.of("office.forward.name"))
                        .withHint(words.of("office.forward.name.hint"))
                        .withValue(form.name())
                        .withError(elsewhere && form.name().isBlank() ? words.of("office.forward.name.missing") : null),
                Field.of("contact", words.of("office.forward.contact"))
                        .withHint(words.of("office.forward.contact.hint"))
                        .withValue(form.contact())
                        .withError(
                                elsewhere && form.contact().isBlank() ? words.of("office.forward.contact.missing") : null),
                Field.of("reason", words.of("office.forward.reason"))
                        .withHint(words.of("office.forward.reason.hint"))
                        .withValue(form.reason())
                        .withError(checked && form.reason().isBlank() ? words.of("office.reason.missing") : null));
    }

    private String name(Agency agency, CaseFolder folder) {
        String name = agency.name(words.locale());
        return transfers.isPossible(folder.application(), agency.code())
                ? words.of("office.forward.offers", name)
                : name;
    }
}
