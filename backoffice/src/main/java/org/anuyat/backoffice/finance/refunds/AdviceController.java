package org.anuyat.backoffice.finance.refunds;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.anuyat.backoffice.security.CurrentOfficer;
import org.anuyat.backoffice.wording.Words;
import org.anuyat.kit.DateAnswer;
import org.anuyat.kit.Field;
import org.anuyat.kit.Problem;
import org.anuyat.kit.error.Refusal;
import org.anuyat.payments.api.PaymentsRefusal;
import org.anuyat.payments.api.refunds.HandRefund;
import org.anuyat.payments.api.refunds.Refund;
import org.anuyat.payments.api.refunds.Refunds;
import org.anuyat.workflow.identity.Officer;
import org.anuyat.workflow.identity.Role;
import org.anuyat.workflow.payment.refund.RefundProposal;
import org.anuyat.workflow.payment.refund.Refunding;
import org.anuyat.workflow.thai.BuddhistDate;
import org.anuyat.workflow.thai.MalformedValueException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Entering a bank's advice about a refund that went there on paper. Typed, read again, then entered. */
@Controller
@RequestMapping("/backoffice/refunds/{id}/advice")
class AdviceController {

    private static final int LONGEST_REFERENCE = 64;

    private final Refunding refunding;
    private final Refunds refunds;
    private final Words words;

    AdviceController(Refunding refunding, Refunds refunds, Words words) {
        this.refunding = refunding;
        this.refunds = refunds;
        this.words = words;
    }

    /** What was typed from the advice. */
    record Advice(String reference, DateAnswer day) {

        Advice(@Nullable String reference, @Nullable DateAnswer day) {
            this.reference = Objects.requireNonNullElse(reference, "").strip();
            this.day = DateAnswer.tidied(day);
        }

        boolean hasReference() {
            return !reference.isBlank() && reference.length() <= LONGEST_REFERENCE;
        }

        boolean hasDay() {
            try {
                return day.date().isAfter(LocalDate.MIN);
            } catch (MalformedValueException e) {
                return false;
            }
        }
    }

    @GetMapping
    ModelAndView show(@PathVariable UUID id, CurrentOfficer current) {
        return page("advice", proposal(id, current), new Advice(null, null), false, HttpStatus.OK);
    }

    @PostMapping("/check")
    ModelAndView check(@PathVariable UUID id, Advice advice, CurrentOfficer current) {
        RefundProposal proposal = proposal(id, current);
        return advice.hasReference() && advice.hasDay()
                ? page("advice-check", proposal, advice, false, HttpStatus.OK)
                : page("advice", proposal, advice, true, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping
    ModelAndView enter(@PathVariable UUID id, Advice advice, CurrentOfficer current, RedirectAttributes flash) {
        RefundProposal proposal = proposal(id, current);
        if (!advice.hasReference() || !advice.hasDay()) {
            return page("advice", proposal, advice, true, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        refunding.entered(proposal, advice.reference(), current.actor());
        try {
            refunds.byHand(
                    order(proposal).id(),
                    new HandRefund(
                            advice.reference(),
                            advice.day().date().atTime(LocalTime.NOON).atZone(BuddhistDate.ZONE).toInstant(),
                            current.officer().subject()));
        } catch (PaymentsRefusal refusal) {
            throw Refusal.changedMeanwhile();
        }
        flash.addFlashAttribute("done", words.of("finance.refunds.advice.done"));
        return new ModelAndView("redirect:/backoffice/refunds/" + id);
    }

    /** A proposal of the officer's agency whose order waits for a bank's advice. */
    private RefundProposal proposal(UUID id, CurrentOfficer current) {
        Officer officer = current.as(Role.FINANCE);
        RefundProposal proposal = refunding.find(officer.agency(), id).orElseThrow(Refusal::notFound);
        if (proposal.state() != RefundProposal.State.APPROVED || order(proposal).state() != Refund.State.BY_HAND) {
            throw Refusal.notFound();
        }
        return proposal;
    }

    private Refund order(RefundProposal proposal) {
        if (proposal.refundId() == null) {
            throw Refusal.notFound();
        }
        return refunds.refund(proposal.refundId());
    }

    private ModelAndView page(String view, RefundProposal proposal, Advice advice, boolean typed, HttpStatus status) {
        List<Field> fields = List.of(
                Field.of("reference", words.of("finance.refunds.advice.reference"))
                        .withValue(advice.reference())
                        .withError(typed && !advice.hasReference() ? words.of("finance.refunds.advice.reference.missing") : null),
                Field.of("day", words.of("finance.refunds.advice.day"))
                        .withValue(advice.day())
                        .withError(typed && !advice.hasDay() ? words.of("finance.refunds.advice.day.missing") : null));
        ModelAndView page = new ModelAndView("backoffice/finance/refunds/" + view, status);
        page.addObject("proposal", proposal);
        page.addObject("fields", fields);
        page.addObject("reference", advice.reference());
        page.addObject("typed", advice.day());
        if (advice.hasDay()) {
            page.addObject("day", advice.day().date());
        }
        page.addObject("problems", Problem.of(fields));
        page.addObject("back", "/backoffice/refunds/" + proposal.id());
        return page;
    }
}
