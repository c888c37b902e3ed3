package org.anuyat.backoffice.approval;

import java.util.List;
import org.anuyat.backoffice.cases.CaseFolder;
import org.anuyat.backoffice.cases.CaseFolders;
import org.anuyat.backoffice.review.Confirmation;
import org.anuyat.backoffice.security.CurrentOfficer;
import org.anuyat.backoffice.wording.Words;
import org.anuyat.kit.Field;
import org.anuyat.kit.Problem;
import org.anuyat.workflow.approval.Approvals;
import org.anuyat.workflow.approval.Decisions;
import org.anuyat.workflow.approval.authority.CodeNotAccepted;
import org.anuyat.workflow.approval.authority.Readiness;
import org.anuyat.workflow.approval.refusal.IncompleteOrder;
import org.anuyat.workflow.approval.refusal.RefusalGrounds;
import org.anuyat.workflow.identity.Officer;
import org.anuyat.workflow.review.checking.Checks;
import org.anuyat.workflow.review.inspection.Inspections;
import org.anuyat.workflow.review.opinion.Opinions;
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

/** The approver's pages: what lies before the approver, and one page for each way to decide. */
@Controller
@RequestMapping("/backoffice/cases/{number}/decision/{level}")
class DecisionController {

    private final CaseFolders folders;
    private final Checks checks;
    private final Inspections inspections;
    private final Opinions opinions;
    private final Decisions decisions;
    private final Approvals approvals;
    private final Readiness readiness;
    private final RefusalForms refusals;
    private final Words words;

    DecisionController(
            CaseFolders folders,
            Checks checks,
            Inspections inspections,
            Opinions opinions,
            Decisions decisions,
            Approvals approvals,
            Readiness readiness,
            RefusalForms refusals,
            Words words) {
        this.folders = folders;
        this.checks = checks;
        this.inspections = inspections;
        this.opinions = opinions;
        this.decisions = decisions;
        this.approvals = approvals;
        this.readiness = readiness;
        this.refusals = refusals;
        this.words = words;
    }

    @GetMapping
    ModelAndView before(@PathVariable String number, @PathVariable int level, CurrentOfficer current) {
        approvals.requireFourEyes(number, current.officer());
        ModelAndView page = page("backoffice/approval/decision", number, level, current.officer());
        page.addObject("sections", folders.answers(folder(page).application()));
        page.addObject("documents", folders.documents(folder(page).application()));
        page.addObject(
                "inspections",
                inspections.of(number).stream()
                        .filter(one -> one.outcome().isPresent())
                        .toList());
        page.addObject("photosOf", inspections.photosOf(number));
        page.addObject("requests", checks.requests(number));
        return page;
    }

    @GetMapping("/approve")
    ModelAndView approving(@PathVariable String number, @PathVariable int level, CurrentOfficer current) {
        return approving(number, level, "", null, current.officer());
    }

    @PostMapping("/approve")
    Object approve(
            @PathVariable String number,
            @PathVariable int level,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String remark,
            @RequestParam(defaultValue = "false") boolean confirmed,
            @RequestParam(required = false) @Nullable String code,
            CurrentOfficer current,
            RedirectAttributes flash) {
        if (!confirmed) {
            return approving(number, level, remark, false, current.officer());
        }
        try {
            if (code == null && approvals.takesCode(number, level)) {
                String sha256 = approvals.sendCode(number, version, level, remark, current.officer());
                return enteringCode(number, level, remark, sha256, null, current.officer());
            }
            approvals.approve(number, version, level, remark, code, current.officer());
        } catch (CodeNotAccepted e) {
            if (e.reason() == CodeNotAccepted.Reason.NO_KEY) {
                return approving(number, level, remark, true, current.officer());
            }
            return enteringCode(number, level, remark, null, e.reason(), current.officer());
        }
        return done(number, "office.decision.approved", flash);
    }

    @GetMapping("/send-back")
    ModelAndView sendingBack(@PathVariable String number, @PathVariable int level, CurrentOfficer current) {
        return sendingBack(number, level, null, current.officer());
    }

    @PostMapping("/send-back")
    Object sendBack(
            @PathVariable String number,
            @PathVariable int level,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason,
            CurrentOfficer current,
            RedirectAttributes flash) {
        if (reason.isBlank()) {
            return sendingBack(number, level, reason, current.officer());
        }
        approvals.sendBack(number, version, level, reason, current.officer());
        return done(number, "office.decision.sent-back", flash);
    }

    @GetMapping("/refuse")
    ModelAndView refusing(@PathVariable String number, @PathVariable int level, CurrentOfficer current) {
        return refusing(number, level, RefusalForm.EMPTY, List.of(), null, current.officer());
    }

    @PostMapping("/refuse")
    Object refuse(
            @PathVariable String number,
            @PathVariable int level,
            @RequestParam int version,
            RefusalForm form,
            @RequestParam(defaultValue = "false") boolean confirmed,
            CurrentOfficer current,
            RedirectAttributes flash) {
        RefusalGrounds grounds;
        try {
            grounds = form.grounds();
        } catch (IncompleteOrder e) {
            return refusing(number, level, form, e.missing(), confirmed, current.officer());
        }
        if (!confirmed) {
            return refusing(number, level, form, List.of(), false, current.officer());
        }
        approvals.refuse(number, version, level, grounds, current.officer());
        return done(number, "office.decision.refused", flash);
    }

    private ModelAndView approving(
            String number, int level, String remark, @Nullable Boolean confirmed, Officer officer) {
        Field text = Field.of("remark", words.of("office.decision.remark"))
                .withHint(words.of("office.decision.remark.hint"))
                .withValue(remark);
        ModelAndView page = form(
                "backoffice/approval/approve",
                number,
                level,
                officer,
                List.of(text, Confirmation.field(words, confirmed)),
                confirmed != null);
        boolean ready = readiness.of(number, level, officer);
        page.addObject("ready", ready);
        // what was typed stays on the page, also when the key went missing meanwhile
        page.addObject("offered", ready || confirmed != null);
        return page;
    }

    private ModelAndView enteringCode(
            String number,
            int level,
            String remark,
            @Nullable String sha256,
            CodeNotAccepted.@Nullable Reason refused,
            Officer officer) {
        Field code = Field.of("code", words.of("office.code.question"))
                .withHint(words.of("office.code.hint"))
                .with("inputmode", "numeric")
                .with("autocomplete", "one-time-code")
                .with("maxlength", "12")
                .withError(refused == null ? null : words.of("office.code.refused." + refused));
        ModelAndView page = form("backoffice/approval/code", number, level, officer, List.of(code), refused != null);
        page.addObject("remark", remark);
        page.addObject("address", officer.email());
        page.addObject("sha256", sha256);
        return page;
    }

    private ModelAndView sendingBack(String number, int level, @Nullable String reason, Officer officer) {
        Field text = Field.of("reason", words.of("office.decision.reason"))
                .withHint(words.of("office.decision.reason.hint"))
                .withValue(reason)
                .withError(reason == null ? null : words.of("office.reason.missing"));
        return form("backoffice/approval/send-back", number, level, officer, List.of(text), reason != null);
    }

    private ModelAndView refusing(
            String number,
            int level,
            RefusalForm typed,
            List<RefusalGrounds.Part> missing,
            @Nullable Boolean confirmed,
            Officer officer) {
        ModelAndView page = form(
                "backoffice/approval/refuse",
                number,
                level,
                officer,
                refusals.fields(typed, missing, confirmed),
                confirmed != null);
        page.addObject("appeal", folders.service(folder(page).application()).deadlines().appeal());
        return page;
    }

    private ModelAndView form(
            String view, String number, int level, Officer officer, List<Field> fields, boolean again) {
        approvals.requireFourEyes(number, officer);
        ModelAndView page = page(view, number, level, officer);
        fields.forEach(field -> page.addObject(field.name(), field));
        page.addObject("problems", Problem.of(fields));
        page.setStatus(again ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return page;
    }

    private ModelAndView page(String view, String number, int level, Officer officer) {
        ModelAndView page = new ModelAndView(view);
        CaseFolder folder = folders.openFor(number, TaskKind.APPROVE, level, officer);
        page.addObject("folder", folder);
        page.addObject("level", level);
        page.addObject(
                "levels", folders.service(folder.application()).approvalLevels().size());
        page.addObject("opinion", opinions.latest(number).orElse(null));
        page.addObject("decisions", decisions.of(number));
        return page;
    }

    private static CaseFolder folder(ModelAndView page) {
        return (CaseFolder) page.getModel().get("folder");
    }

    private String done(String number, String message, RedirectAttributes flash) {
        flash.addFlashAttribute("done", words.of(message));
        return "redirect:/backoffice/cases/" + number;
    }
}
