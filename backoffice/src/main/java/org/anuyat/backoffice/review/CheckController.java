package org.anuyat.backoffice.review;

import java.util.List;
import java.util.Map;
import org.anuyat.backoffice.cases.CaseFolder;
import org.anuyat.backoffice.cases.CaseFolders;
import org.anuyat.backoffice.security.CurrentOfficer;
import org.anuyat.backoffice.wording.Words;
import org.anuyat.kit.Problem;
import org.anuyat.workflow.identity.Officer;
import org.anuyat.workflow.review.cases.ReviewCase;
import org.anuyat.workflow.review.cases.ReviewCases;
import org.anuyat.workflow.review.checking.CheckSheet;
import org.anuyat.workflow.review.checking.Checks;
import org.anuyat.workflow.review.checking.Finding;
import org.anuyat.workflow.worklist.TaskKind;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The checklist: point by point beside what the applicant handed in, kept as often as wanted. */
@Controller
@RequestMapping("/backoffice/cases/{number}/check")
class CheckController {

    private final CaseFolders folders;
    private final ReviewCases cases;
    private final Checks checks;
    private final CheckLines lines;
    private final Words words;

    CheckController(CaseFolders folders, ReviewCases cases, Checks checks, CheckLines lines, Words words) {
        this.folders = folders;
        this.cases = cases;
        this.checks = checks;
        this.lines = lines;
        this.words = words;
    }

    @GetMapping
    ModelAndView sheet(@PathVariable String number, CurrentOfficer current) {
        CaseFolder folder = folders.openFor(number, TaskKind.CHECK, 0, current.officer());
        return page(folder, sheet(folder), null);
    }

    /** Keeps what was found; {@code action} = {@code save}, {@code rest} (what is open is correct) or {@code result}. */
    @PostMapping
    Object save(
            @PathVariable String number,
            @RequestParam int version,
            @RequestParam(defaultValue = "save") String action,
            @RequestParam MultiValueMap<String, String> typed,
            CurrentOfficer current,
            RedirectAttributes flash) {
        Officer officer = current.officer();
        CaseFolder folder = folders.open(number, officer);
        CheckForm form = new CheckForm(sheet(folder), typed);
        if (!form.unexplained().isEmpty()) {
            return page(folder, sheet(folder), form);
        }
        Map<String, Finding> found = form.findings(action.equals("rest"));
        checks.save(number, version, found, officer);
        if (action.equals("result")) {
            return "redirect:/backoffice/cases/" + number + "/check/result";
        }
        flash.addFlashAttribute("done", words.of("office.check.saved"));
        return "redirect:/backoffice/cases/" + number + "/check";
    }

    private CheckSheet sheet(CaseFolder folder) {
        ReviewCase of = cases.get(folder.number());
        return checks.sheet(folder.application(), of.round());
    }

    private ModelAndView page(CaseFolder folder, CheckSheet sheet, @Nullable CheckForm form) {
        List<CheckLine> shown = lines.of(folder.application(), sheet, form);
        ModelAndView page = new ModelAndView("backoffice/review/check");
        page.addObject("folder", folder);
        page.addObject("lines", shown);
        page.addObject("round", sheet.round());
        page.addObject("left", sheet.open().size());
        page.addObject(
                "problems",
                shown.stream()
                        .filter(line -> line.error() != null)
                        .map(line -> new Problem(line.text() + ": " + line.error(), "#" + line.id() + "-remark"))
                        .toList());
        page.setStatus(form == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }
}
