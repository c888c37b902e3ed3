package org.anuyat.backoffice.finance;

import java.util.List;
import java.util.UUID;
import org.anuyat.backoffice.security.CurrentOfficer;
import org.anuyat.backoffice.wording.Words;
import org.anuyat.kit.Field;
import org.anuyat.kit.Option;
import org.anuyat.kit.Problem;
import org.anuyat.kit.error.Refusal;
import org.anuyat.payments.api.Discrepancy;
import org.anuyat.payments.api.PaymentsRefusal;
import org.anuyat.workflow.identity.Role;
import org.anuyat.workflow.payment.refund.RefundRefused;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Deciding over money that doesn't fit: accept it for its bill, or propose to give it back. Typed, read again, then decided. */
@Controller
@RequestMapping("/backoffice/finance/{id}")
class SettlementController {

    private static final int LONGEST_REASON = 1_000;

    private final Queue queue;
    private final Words words;

    SettlementController(Queue queue, Words words) {
        this.queue = queue;
        this.words = words;
    }

    @GetMapping
    ModelAndView show(@PathVariable UUID id, CurrentOfficer current) {
        Discrepancy entry = entry(id, current);
        return page("decide", entry, fields(entry, "", "", false), "", "", HttpStatus.OK);
    }

    @PostMapping("/check")
    ModelAndView check(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String reason,
            CurrentOfficer current) {
        Discrepancy entry = entry(id, current);
        List<Field> fields = fields(entry, decision, plain(reason), true);
        return fields.stream().anyMatch(Field::wrong)
                ? page("decide", entry, fields, decision, reason, HttpStatus.UNPROCESSABLE_CONTENT)
                : page("check", entry, fields, decision, plain(reason), HttpStatus.OK);
    }

    @PostMapping
    ModelAndView settle(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String reason,
            CurrentOfficer current,
            RedirectAttributes flash) {
        Discrepancy entry = entry(id, current);
        List<Field> fields = fields(entry, decision, plain(reason), true);
        if (fields.stream().anyMatch(Field::wrong)) {
            return page("decide", entry, fields, decision, reason, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (queue.proposals(current.officer()).containsKey(Queue.key(entry))) {
            throw underWay();
        }
        Choice choice = Choice.named(decision, entry).orElseThrow();
        try {
            if (choice == Choice.ACCEPT) {
                queue.accept(current, entry, plain(reason));
            } else if (entry.settlement() != null) {
                throw Refusal.changedMeanwhile();
            } else {
                queue.propose(current, entry, choice, plain(reason));
            }
        } catch (RefundRefused refused) {
            throw underWay();
        } catch (PaymentsRefusal refusal) {
            if (refusal.reason() == PaymentsRefusal.Reason.NOT_COVERED) {
                return page("decide", entry, notCovered(fields), decision, reason, HttpStatus.CONFLICT);
            }
            throw switch (refusal.reason()) {
                case ALREADY_SETTLED -> Refusal.changedMeanwhile();
                default -> refusal;
            };
        }
        flash.addFlashAttribute("done", words.of("finance.done." + decision));
        return new ModelAndView("redirect:/backoffice/finance");
    }

    private static Refusal underWay() {
        return new Refusal(HttpStatus.CONFLICT, "finance.refunds.under-way");
    }

    private Discrepancy entry(UUID id, CurrentOfficer current) {
        return queue.find(current.as(Role.FINANCE), id).orElseThrow(Refusal::notFound);
    }

    private ModelAndView page(
            String view, Discrepancy entry, List<Field> fields, String decision, String reason, HttpStatus status) {
        ModelAndView page = new ModelAndView("backoffice/finance/" + view, status);
        page.addObject("entry", entry);
        page.addObject("fields", fields);
        page.addObject("decision", decision);
        page.addObject("reason", reason);
        page.addObject("problems", Problem.of(fields));
        page.addObject("back", "/backoffice/finance");
        page.addObject(
                "backSatang", Choice.named(decision, entry).map(choice -> choice.back(entry)).orElse(0L));
        return page;
    }

    private List<Field> fields(Discrepancy entry, String decision, String reason, boolean typed) {
        String wrongReason = null;
        if (typed && reason.isBlank()) {
            wrongReason = words.of("finance.reason.missing");
        } else if (typed && reason.length() > LONGEST_REASON) {
            wrongReason = words.of("finance.too-long", LONGEST_REASON);
        }
        return List.of(
                Field.of("decision", words.of("finance.decision"))
                        .withOptions(Choice.of(entry).stream()
                                .map(one -> new Option(
                                        one.name(),
                                        words.of("finance.decision." + one),
                                        words.of("finance.decision." + one + ".hint")))
                                .toList())
                        .withValue(decision)
                        .withError(
                                typed && Choice.named(decision, entry).isEmpty() ? words.of("finance.decision.missing") : null),
                Field.of("reason", words.of("finance.reason"))
                        .withLimit(LONGEST_REASON)
                        .withValue(reason)
                        .withError(wrongReason));
    }

    /** The same answers, with the reason why the money can't be taken at the choice. */
    private List<Field> notCovered(List<Field> fields) {
        return List.of(fields.get(0).withError(words.of("finance.not-covered.text")), fields.get(1));
    }

    private static String plain(String typed) {
        return typed.replace("\r\n", "\n").strip();
    }
}
