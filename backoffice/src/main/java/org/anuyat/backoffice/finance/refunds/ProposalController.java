package org.anuyat.backoffice.finance.refunds;

import java.util.List;
import org.anuyat.backoffice.security.CurrentOfficer;
import org.anuyat.backoffice.wording.Words;
import org.anuyat.kit.Field;
import org.anuyat.kit.Problem;
import org.anuyat.kit.error.Refusal;
import org.anuyat.workflow.identity.Officer;
import org.anuyat.workflow.identity.Role;
import org.anuyat.workflow.payment.FeeBill;
import org.anuyat.workflow.payment.Payments;
import org.anuyat.workflow.payment.refund.RefundRefused;
import org.anuyat.workflow.payment.refund.Refunding;
import org.anuyat.workflow.review.cases.CaseAccess;
import org.anuyat.workflow.submission.UnknownApplication;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Proposing to give back the whole fee of a case that was paid. Typed, read again, then proposed. */
@Controller
@RequestMapping("/backoffice/finance/bills/{number}/refund")
class ProposalController {

    private static final int LONGEST_REASON = 1_000;

    private final Payments payments;
    private final CaseAccess access;
    private final Refunding refunding;
    private final Words words;

    ProposalController(Payments payments, CaseAccess access, Refunding refunding, Words words) {
        this.payments = payments;
        this.access = access;
        this.refunding = refunding;
        this.words = words;
    }

    @GetMapping
    ModelAndView show(@PathVariable String number, CurrentOfficer current) {
        return page("propose", bill(number, current), field("", false), HttpStatus.OK);
    }

    @PostMapping("/check")
    ModelAndView check(@PathVariable String number, @RequestParam(defaultValue = "") String reason, CurrentOfficer current) {
        FeeBill bill = bill(number, current);
        Field field = field(plain(reason), true);
        return field.wrong()
                ? page("propose", bill, field, HttpStatus.UNPROCESSABLE_CONTENT)
                : page("propose-check", bill, field, HttpStatus.OK);
    }

    @PostMapping
    ModelAndView propose(
            @PathVariable String number,
            @RequestParam(defaultValue = "") String reason,
            CurrentOfficer current,
            RedirectAttributes flash) {
        FeeBill bill = bill(number, current);
        Field field = field(plain(reason), true);
        if (field.wrong()) {
            return page("propose", bill, field, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            refunding.propose(
                    bill.agency(),
                    new Refunding.Money(
                            number, String.valueOf(bill.bank()), String.valueOf(bill.transactionId()), bill.amountSatang()),
                    bill.amountSatang(),
                    plain(reason),
                    current.actor());
        } catch (RefundRefused refused) {
            throw new Refusal(HttpStatus.CONFLICT, "finance.refunds.under-way");
        }
        flash.addFlashAttribute("done", words.of("finance.refunds.proposed"));
        return new ModelAndView("redirect:/backoffice/refunds");
    }

    /** The bill, if it is of the officer's agency and paid. */
    private FeeBill bill(String number, CurrentOfficer current) {
        Officer officer = current.as(Role.FINANCE);
        try {
            access.read(number, officer);
        } catch (UnknownApplication unknown) {
            throw Refusal.notFound();
        }
        return payments.of(number).filter(bill -> bill.state() == FeeBill.State.PAID).orElseThrow(Refusal::notFound);
    }

    private static ModelAndView page(String view, FeeBill bill, Field field, HttpStatus status) {
        ModelAndView page = new ModelAndView("backoffice/finance/refunds/" + view, status);
        page.addObject("bill", bill);
        page.addObject("field", field);
        page.addObject("problems", Problem.of(List.of(field)));
        page.addObject("back", "/backoffice/finance?number=" + bill.applicationNumber());
        return page;
    }

    private Field field(String reason, boolean typed) {
        String wrong = null;
        if (typed && reason.isBlank()) {
            wrong = words.of("finance.reason.missing");
        } else if (reason.length() > LONGEST_REASON) {
            wrong = words.of("finance.too-long", LONGEST_REASON);
        }
        return Field.of("reason", words.of("finance.reason")).withLimit(LONGEST_REASON).withValue(reason).withError(wrong);
    }

    private static String plain(String typed) {
        return typed.replace("\r\n", "\n").strip();
    }
}
