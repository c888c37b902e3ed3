package org.anuyat.backoffice.finance.slips;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.anuyat.backoffice.security.CurrentOfficer;
import org.anuyat.backoffice.wording.Words;
import org.anuyat.kit.DateAnswer;
import org.anuyat.kit.Field;
import org.anuyat.kit.Option;
import org.anuyat.kit.Problem;
import org.anuyat.kit.error.Refusal;
import org.anuyat.payments.api.PaymentsRefusal;
import org.anuyat.payments.api.PaymentsRefusal.Reason;
import org.anuyat.payments.api.slips.Slip;
import org.anuyat.payments.api.slips.StatementEntry;
import org.anuyat.workflow.identity.Role;
import org.anuyat.workflow.thai.MalformedValueException;
import org.anuyat.workflow.thai.ThaiDigits;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Entering the line of the account's statement that has a slip's money. Typed, read again, then proposed to a second officer. */
@Controller
@RequestMapping("/backoffice/slips/{id}/statement")
class StatementController {

    private final SlipDesk desk;
    private final SlipView view;
    private final Words words;

    StatementController(SlipDesk desk, SlipView view, Words words) {
        this.desk = desk;
        this.view = view;
        this.words = words;
    }

    /** What was typed from the statement. */
    record Typed(String bank, DateAnswer day, String line, String amount) {

        Typed(@Nullable String bank, @Nullable DateAnswer day, @Nullable String line, @Nullable String amount) {
            this.bank = Objects.requireNonNullElse(bank, "");
            this.day = DateAnswer.tidied(day);
            this.line = ThaiDigits.toArabic(Objects.requireNonNullElse(line, "").strip());
            this.amount = Objects.requireNonNullElse(amount, "");
        }

        boolean hasLine() {
            return line.matches(StatementEntry.LINE);
        }

        /** The day; null when it is none. */
        @Nullable LocalDate on() {
            try {
                return day.date();
            } catch (MalformedValueException e) {
                return null;
            }
        }

        /** The amount; 0 when it is none. */
        long satang() {
            String plain = ThaiDigits.toArabic(amount).replace(",", "").strip();
            return plain.matches("[0-9]{1,10}(\\.[0-9]{1,2})?") ? new BigDecimal(plain).movePointRight(2).longValueExact() : 0;
        }
    }

    @GetMapping
    ModelAndView show(@PathVariable UUID id, CurrentOfficer current) {
        Slip slip = slip(id, current);
        String bank = slip.banks().size() == 1 ? slip.banks().get(0) : "";
        return page("statement", slip, new Typed(bank, null, null, null), false, null, HttpStatus.OK);
    }

    @PostMapping("/check")
    ModelAndView check(@PathVariable UUID id, Typed typed, CurrentOfficer current) {
        Slip slip = slip(id, current);
        return isWhole(slip, typed)
                ? page("statement-check", slip, typed, true, null, HttpStatus.OK)
                : page("statement", slip, typed, true, null, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping
    ModelAndView enter(@PathVariable UUID id, Typed typed, CurrentOfficer current, RedirectAttributes flash) {
        Slip slip = slip(id, current);
        LocalDate on = typed.on();
        if (on == null || !isWhole(slip, typed)) {
            return page("statement", slip, typed, true, null, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            desk.propose(slip, new StatementEntry(typed.bank(), on, typed.line(), typed.satang(), current.officer().subject()), current);
        } catch (PaymentsRefusal refusal) {
            if (refusal.reason() == Reason.STATEMENT_USED || refusal.reason() == Reason.NOT_COVERED) {
                return page("statement", slip, typed, true, refusal.reason(), HttpStatus.CONFLICT);
            }
            throw refusal.reason() == Reason.ALREADY_SETTLED ? Refusal.changedMeanwhile() : refusal;
        }
        flash.addFlashAttribute("done", words.of("finance.slips.proposed"));
        return new ModelAndView("redirect:/backoffice/slips/" + id);
    }

    /** A slip of the officer's agency that waits. */
    private Slip slip(UUID id, CurrentOfficer current) {
        Slip slip = desk.find(id, current.as(Role.FINANCE));
        if (slip.state() != Slip.State.WAITING) {
            throw Refusal.changedMeanwhile();
        }
        return slip;
    }

    private static boolean isWhole(Slip slip, Typed typed) {
        return slip.banks().contains(typed.bank()) && typed.on() != null && typed.hasLine() && typed.satang() > 0;
    }

    private ModelAndView page(
            String template, Slip slip, Typed typed, boolean sent, @Nullable Reason refusal, HttpStatus status) {
        List<Field> fields = List.of(
                Field.of("bank", words.of("finance.slips.statement.bank"))
                        .withOptions(slip.banks().stream().map(code -> Option.of(code, view.bank(code))).toList())
                        .withValue(typed.bank())
                        .withError(sent && !slip.banks().contains(typed.bank()) ? words.of("finance.slips.statement.bank.missing") : null),
                Field.of("day", words.of("finance.slips.statement.day")).withValue(typed.day()).withError(wrongDay(typed, sent, refusal)),
                Field.of("line", words.of("finance.slips.statement.line"))
                        .withHint(words.of("finance.slips.statement.line.hint"))
                        .withValue(typed.line())
                        .withWidth(20)
                        .withError(wrongLine(typed, sent, refusal)),
                Field.of("amount", words.of("finance.slips.statement.amount"))
                        .withValue(typed.amount())
                        .withWidth(10)
                        .withSuffix(words.of("finance.slips.baht"))
                        .withError(sent && typed.satang() == 0 ? words.of("finance.slips.statement.amount.missing") : null));
        ModelAndView page = new ModelAndView("backoffice/finance/slips/" + template, status);
        view.add(page, slip);
        page.addObject("fields", fields);
        page.addObject("typed", typed.day());
        page.addObject("bank", typed.bank());
        page.addObject("bankName", view.bank(typed.bank()));
        page.addObject("on", typed.on());
        page.addObject("line", typed.line());
        page.addObject("amount", typed.amount());
        page.addObject("satang", typed.satang());
        page.addObject("problems", Problem.of(fields));
        page.addObject("back", "/backoffice/slips/" + slip.id());
        return page;
    }

    private @Nullable String wrongDay(Typed typed, boolean sent, @Nullable Reason refusal) {
        if (sent && typed.on() == null) {
            return words.of("finance.slips.statement.day.missing");
        }
        return refusal == Reason.NOT_COVERED ? words.of("finance.slips.statement.day.wrong") : null;
    }

    private @Nullable String wrongLine(Typed typed, boolean sent, @Nullable Reason refusal) {
        if (sent && !typed.hasLine()) {
            return words.of("finance.slips.statement.line.missing");
        }
        return refusal == Reason.STATEMENT_USED ? words.of("finance.slips.statement.line.used") : null;
    }
}
