package org.anuyat.backoffice.finance.refunds;

import java.util.List;
import java.util.UUID;
import org.anuyat.backoffice.security.CurrentOfficer;
import org.anuyat.backoffice.wording.Words;
import org.anuyat.kit.Field;
import org.anuyat.kit.Option;
import org.anuyat.kit.Problem;
import org.anuyat.kit.error.Refusal;
import org.anuyat.kit.part.Pages;
import org.anuyat.payments.api.refunds.Refund;
import org.anuyat.payments.api.refunds.Refunds;
import org.anuyat.workflow.identity.Officer;
import org.anuyat.workflow.payment.refund.RefundProposal;
import org.anuyat.workflow.payment.refund.RefundRefused;
import org.anuyat.workflow.payment.refund.Refunding;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.client.RestClientException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The proposals to give money back, and the second officer's decision: typed, read again, then decided. */
@Controller
@RequestMapping("/backoffice/refunds")
class RefundController {

    private static final int PER_PAGE = 25;
    private static final int LONGEST_REASON = 1_000;
    private static final String APPROVE = "APPROVE";
    private static final String DECLINE = "DECLINE";

    private final Refunding refunding;
    private final Refunds refunds;
    private final Words words;

    RefundController(Refunding refunding, Refunds refunds, Words words) {
        this.refunding = refunding;
        this.refunds = refunds;
        this.words = words;
    }

    @GetMapping
    ModelAndView list(
            @RequestParam(defaultValue = "open") String show, @RequestParam(defaultValue = "1") String page, CurrentOfficer current) {
        Officer officer = RefundDesk.reader(current.officer());
        boolean openOnly = !show.equals("all");
        int at = Pages.asked(page);
        RefundProposal.Page found = refunding.page(officer.agency(), openOnly, at - 1, PER_PAGE);
        ModelAndView view = new ModelAndView("backoffice/finance/refunds/list");
        view.addObject("proposals", found.entries());
        view.addObject(
                "pages",
                Pages.of(
                        at, found.total(), PER_PAGE, "/backoffice/refunds?show=" + (openOnly ? "open" : "all") + "&page={page}"));
        view.addObject("filters", List.of(Field.of("show", words.of("finance.show"))
                .withOptions(List.of(
                        Option.of("open", words.of("finance.refunds.open")), Option.of("all", words.of("finance.show.all"))))
                .withValue(openOnly ? "open" : "all")));
        return view;
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable UUID id, CurrentOfficer current) {
        RefundProposal proposal = find(id, RefundDesk.reader(current.officer()));
        return page("one", proposal, current.officer(), fields("", "", false), "", "", HttpStatus.OK);
    }

    @PostMapping("/{id}/check")
    ModelAndView check(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String reason,
            CurrentOfficer current) {
        RefundProposal proposal = find(id, RefundDesk.decider(current.officer()));
        List<Field> fields = fields(decision, plain(reason), true);
        return fields.stream().anyMatch(Field::wrong)
                ? page("one", proposal, current.officer(), fields, decision, reason, HttpStatus.UNPROCESSABLE_CONTENT)
                : page("check", proposal, current.officer(), fields, decision, plain(reason), HttpStatus.OK);
    }

    @PostMapping("/{id}")
    ModelAndView decide(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String reason,
            CurrentOfficer current,
            RedirectAttributes flash) {
        Officer officer = RefundDesk.decider(current.officer());
        RefundProposal proposal = find(id, officer);
        List<Field> fields = fields(decision, plain(reason), true);
        if (fields.stream().anyMatch(Field::wrong)) {
            return page("one", proposal, officer, fields, decision, reason, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            if (decision.equals(APPROVE)) {
                refunding.approve(officer.agency(), id, current.actor());
            } else {
                refunding.decline(officer.agency(), id, plain(reason), current.actor());
            }
        } catch (RefundRefused refused) {
            throw switch (refused.reason()) {
                case UNKNOWN -> Refusal.notFound();
                case DECIDED -> Refusal.changedMeanwhile();
                case SAME_OFFICER -> new Refusal(HttpStatus.FORBIDDEN, "finance.refunds.same-officer");
                case UNDER_WAY -> new Refusal(HttpStatus.CONFLICT, "finance.refunds.under-way");
            };
        }
        flash.addFlashAttribute("done", words.of("finance.refunds.done." + decision));
        return new ModelAndView("redirect:/backoffice/refunds/" + id);
    }

    private RefundProposal find(UUID id, Officer officer) {
        return refunding.find(officer.agency(), id).orElseThrow(Refusal::notFound);
    }

    private ModelAndView page(
            String view, RefundProposal proposal, Officer officer, List<Field> fields, String decision, String reason, HttpStatus status) {
        ModelAndView page = new ModelAndView("backoffice/finance/refunds/" + view, status);
        boolean own = proposal.proposedBy().equals(officer.subject());
        page.addObject("proposal", proposal);
        page.addObject("own", own);
        page.addObject(
                "decides", RefundDesk.decides(officer) && !own && proposal.state() == RefundProposal.State.PROPOSED);
        page.addObject("byHand", isByHand(proposal));
        page.addObject("fields", fields);
        page.addObject("decision", decision);
        page.addObject("reason", reason);
        page.addObject("problems", Problem.of(fields));
        page.addObject("back", "/backoffice/refunds");
        return page;
    }

    /** Whether the bank takes the order on paper only, as far as the payments' books can be asked just now. */
    private boolean isByHand(RefundProposal proposal) {
        if (proposal.state() != RefundProposal.State.APPROVED || proposal.refundId() == null) {
            return false;
        }
        try {
            return refunds.refund(proposal.refundId()).state() == Refund.State.BY_HAND;
        } catch (RestClientException e) {
            return false;
        }
    }

    private List<Field> fields(String decision, String reason, boolean typed) {
        boolean known = decision.equals(APPROVE) || decision.equals(DECLINE);
        String wrongReason = null;
        if (typed && decision.equals(DECLINE) && reason.isBlank()) {
            wrongReason = words.of("finance.reason.missing");
        } else if (typed && reason.length() > LONGEST_REASON) {
            wrongReason = words.of("finance.too-long", LONGEST_REASON);
        }
        return List.of(
                Field.of("decision", words.of("finance.decision"))
                        .withOptions(List.of(option(APPROVE), option(DECLINE)))
                        .withValue(decision)
                        .withError(typed && !known ? words.of("finance.decision.missing") : null),
                Field.of("reason", words.of("finance.refunds.reason"))
                        .withHint(words.of("finance.refunds.reason.hint"))
                        .withLimit(LONGEST_REASON)
                        .withValue(reason)
                        .withError(wrongReason));
    }

    private Option option(String decision) {
        return new Option(
                decision, words.of("finance.refunds.decision." + decision), words.of("finance.refunds.decision." + decision + ".hint"));
    }

    private static String plain(String typed) {
        return typed.replace("\r\n", "\n").strip();
    }
}
