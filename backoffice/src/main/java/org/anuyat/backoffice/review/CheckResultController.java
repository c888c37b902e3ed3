package org.anuyat.backoffice.review;

import java.util.List;
import java.util.Map;
import org.anuyat.backoffice.cases.CaseFolder;
import org.anuyat.backoffice.cases.CaseFolders;
import org.anuyat.backoffice.security.CurrentOfficer;
import org.anuyat.backoffice.wording.Words;
import org.anuyat.kit.Field;
import org.anuyat.kit.Problem;
import org.anuyat.workflow.agency.Agencies;
import org.anuyat.workflow.catalogue.ServiceDefinition;
import org.anuyat.workflow.identity.Officer;
import org.anuyat.workflow.review.cases.ReviewCases;
import org.anuyat.workflow.review.checking.CheckSheet;
import org.anuyat.workflow.review.checking.Checks;
import org.anuyat.workflow.review.checking.ChecklistUnfinished;
import org.anuyat.workflow.review.checking.CorrectionsOnlyOnce;
import org.anuyat.workflow.review.checking.Returns;
import org.anuyat.workflow.worklist.TaskKind;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What follows from the checklist: complete, corrections (with the letter as the applicant will read it), or return. */
@Controller
@RequestMapping("/backoffice/cases/{number}/check")
class CheckResultController {

    private final CaseFolders folders;
    private final ReviewCases cases;
    private final Checks checks;
    private final Returns returns;
    private final Agencies agencies;
    private final Words words;

    CheckResultController(
            CaseFolders folders, ReviewCases cases, Checks checks, Returns returns, Agencies agencies, Words words) {
        this.folders = folders;
        this.cases = cases;
        this.checks = checks;
        this.returns = returns;
        this.agencies = agencies;
        this.words = words;
    }

    /** A line of the letter. */
    public record Defect(String what, String remark) {}

    @GetMapping("/result")
    ModelAndView result(@PathVariable String number, CurrentOfficer current) {
        return page(number, current.officer(), Map.of(), HttpStatus.OK);
    }

    @PostMapping("/complete")
    Object complete(
            @PathVariable String number, @RequestParam int version, CurrentOfficer current, RedirectAttributes flash) {
        try {
            checks.complete(number, version, current.officer());
        } catch (ChecklistUnfinished e) {
            return page(number, current.officer(), Map.of(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        flash.addFlashAttribute("done", words.of("office.check.complete.done"));
        return "redirect:/backoffice/cases/" + number;
    }

    @PostMapping("/corrections")
    Object corrections(
            @PathVariable String number,
            @RequestParam int version,
            @RequestParam(required = false) @Nullable String negligence,
            CurrentOfficer current,
            RedirectAttributes flash) {
        try {
            checks.requestCorrections(number, version, negligence, current.officer());
        } catch (CorrectionsOnlyOnce e) {
            Map<String, String> errors = e.again().isEmpty()
                    ? Map.of("negligence", words.of("office.corrections.negligence.missing"))
                    : Map.of();
            return page(number, current.officer(), errors, HttpStatus.UNPROCESSABLE_CONTENT);
        } catch (ChecklistUnfinished e) {
            return page(number, current.officer(), Map.of(), HttpStatus.UNPROCESSABLE_CONTENT);
        }
        flash.addFlashAttribute("done", words.of("office.corrections.done"));
        return "redirect:/backoffice/cases/" + number;
    }

    @PostMapping("/return")
    Object giveBack(
            @PathVariable String number,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason,
            CurrentOfficer current,
            RedirectAttributes flash) {
        if (reason.isBlank()) {
            return page(
                    number,
                    current.officer(),
                    Map.of("reason", words.of("office.reason.missing")),
                    HttpStatus.UNPROCESSABLE_CONTENT);
        }
        returns.returnUncorrected(number, version, reason, current.officer());
        flash.addFlashAttribute("done", words.of("office.return.done"));
        return "redirect:/backoffice/cases/" + number;
    }

    private ModelAndView page(String number, Officer officer, Map<String, String> errors, HttpStatus status) {
        CaseFolder folder = folders.openFor(number, TaskKind.CHECK, 0, officer);
        CheckSheet sheet =
                checks.sheet(folder.application(), cases.get(number).round());
        ServiceDefinition service = folders.service(folder.application());
        Field negligence = Field.of("negligence", words.of("office.corrections.negligence"))
                .withHint(words.of("office.corrections.negligence.hint"))
                .withError(errors.get("negligence"));
        Field reason = Field.of("reason", words.of("office.return.reason"))
                .withHint(words.of("office.return.reason.hint"))
                .withError(errors.get("reason"));
        ModelAndView page = new ModelAndView("backoffice/review/result");
        page.addObject("folder", folder);
        page.addObject("sheet", sheet);
        page.addObject(
                "open",
                sheet.open().stream().map(point -> point.text().in(words.locale())).toList());
        page.addObject(
                "defects",
                sheet.corrections().stream()
                        .map(item -> new Defect(folders.label(service, item), item.remark()))
                        .toList());
        page.addObject("deadline", checks.deadlineFromNow(folder.application()));
        page.addObject("period", service.deadlines().correction());
        page.addObject("agency", agencies.byCode(folder.application().agency()));
        page.addObject(
                "listed",
                checks.askedBefore(number, sheet).stream()
                        .map(item -> folders.label(service, item))
                        .toList());
        page.addObject("again", !checks.requests(number).isEmpty());
        page.addObject("negligence", negligence);
        page.addObject("reason", reason);
        page.addObject("problems", Problem.of(List.of(negligence, reason)));
        page.setStatus(status);
        return page;
    }
}
