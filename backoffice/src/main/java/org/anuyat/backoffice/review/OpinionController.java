package org.anuyat.backoffice.review;

import java.util.Arrays;
import java.util.List;
import org.anuyat.backoffice.cases.CaseFolders;
import org.anuyat.backoffice.security.CurrentOfficer;
import org.anuyat.backoffice.wording.Words;
import org.anuyat.kit.Field;
import org.anuyat.kit.Look;
import org.anuyat.kit.Option;
import org.anuyat.kit.Problem;
import org.anuyat.workflow.approval.Decision;
import org.anuyat.workflow.approval.Decisions;
import org.anuyat.workflow.identity.Officer;
import org.anuyat.workflow.review.Recommendation;
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

/** The opinion to the approvers. */
@Controller
@RequestMapping("/backoffice/cases/{number}/opinion")
class OpinionController {

    private final CaseFolders folders;
    private final Inspections inspections;
    private final Opinions opinions;
    private final Decisions decisions;
    private final Words words;

    OpinionController(
            CaseFolders folders, Inspections inspections, Opinions opinions, Decisions decisions, Words words) {
        this.folders = folders;
        this.inspections = inspections;
        this.opinions = opinions;
        this.decisions = decisions;
        this.words = words;
    }

    @GetMapping
    ModelAndView show(@PathVariable String number, CurrentOfficer current) {
        return page(number, current.officer(), "", "", null, null);
    }

    @PostMapping
    Object give(
            @PathVariable String number,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String recommendation,
            @RequestParam(defaultValue = "") String opinion,
            @RequestParam(defaultValue = "false") boolean confirmed,
            CurrentOfficer current,
            RedirectAttributes flash) {
        if (opinion.isBlank() || !confirmed || !isKnown(recommendation)) {
            return page(number, current.officer(), recommendation, opinion, confirmed, null);
        }
        opinions.recommend(number, version, Recommendation.valueOf(recommendation), opinion, current.officer());
        flash.addFlashAttribute("done", words.of("office.opinion.done"));
        return "redirect:/backoffice/cases/" + number;
    }

    /** The place failed: it is to be inspected again before there is an opinion. */
    @PostMapping("/inspect-again")
    Object inspectAgain(
            @PathVariable String number,
            @RequestParam int version,
            @RequestParam(defaultValue = "") String reason,
            CurrentOfficer current,
            RedirectAttributes flash) {
        if (reason.isBlank()) {
            return page(number, current.officer(), "", "", null, words.of("office.inspection.again.reason.missing"));
        }
        inspections.orderAgain(number, version, reason, current.officer());
        flash.addFlashAttribute("done", words.of("office.inspection.again.done"));
        return "redirect:/backoffice/cases/" + number;
    }

    private static boolean isKnown(String recommendation) {
        return Arrays.stream(Recommendation.values()).anyMatch(one -> one.name().equals(recommendation));
    }

    private ModelAndView page(
            String number,
            Officer officer,
            String recommendation,
            String opinion,
            @Nullable Boolean confirmed,
            @Nullable String noReason) {
        boolean sent = confirmed != null;
        Field choice = Field.of("recommendation", words.of("office.opinion.recommendation"))
                .withOptions(Arrays.stream(Recommendation.values())
                        .map(one -> Option.of(one.name(), words.of("office.opinion." + one)))
                        .toList())
                .withValue(recommendation)
                .withError(sent && !isKnown(recommendation) ? words.of("office.choice.missing") : null);
        Field text = Field.of("opinion", words.of("office.opinion.text"))
                .withHint(words.of("office.opinion.text.hint"))
                .withValue(opinion)
                .withLook(Look.PLAIN.withRows(8))
                .withError(sent && opinion.isBlank() ? words.of("office.opinion.text.missing") : null);
        Field confirmation = Confirmation.field(words, confirmed);
        Field reason = Field.of("reason", words.of("office.inspection.again.reason"))
                .withHint(words.of("office.inspection.again.reason.hint"))
                .withError(noReason);
        ModelAndView page = new ModelAndView("backoffice/review/opinion");
        page.addObject("folder", folders.openFor(number, TaskKind.RECOMMEND, 0, officer));
        page.addObject("inspection", inspections.latest(number).orElse(null));
        page.addObject("reason", reason);
        page.addObject(
                "sentBack",
                decisions.of(number).stream()
                        .filter(decision -> decision.kind() == Decision.Kind.SEND_BACK)
                        .reduce((earlier, later) -> later)
                        .orElse(null));
        page.addObject("recommendation", choice);
        page.addObject("opinion", text);
        page.addObject("confirmed", confirmation);
        page.addObject("problems", Problem.of(List.of(choice, text, confirmation, reason)));
        page.setStatus(sent || noReason != null ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK);
        return page;
    }
}
