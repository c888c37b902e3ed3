package org.anuyat.backoffice.permits;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.anuyat.backoffice.security.CurrentOfficer;
import org.anuyat.backoffice.wording.Words;
import org.anuyat.kit.DateAnswer;
import org.anuyat.kit.Field;
import org.anuyat.kit.Problem;
import org.anuyat.kit.error.Refusal;
import org.anuyat.workflow.identity.Role;
import org.anuyat.workflow.registry.PublicRegister;
import org.anuyat.workflow.registry.RegisterEntry;
import org.anuyat.workflow.registry.Standings;
import org.anuyat.workflow.thai.BuddhistDate;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Finding a permit of the own agency and giving an order about it: typed, read again, then given. */
@Controller
@RequestMapping("/backoffice/permits")
class OrderController {

    private static final int SHOWN = 50;

    private final PublicRegister register;
    private final Standings standings;
    private final Words words;
    private final Clock clock;

    OrderController(PublicRegister register, Standings standings, Words words, Clock clock) {
        this.register = register;
        this.standings = standings;
        this.words = words;
        this.clock = clock;
    }

    /** A permit in the list with the orders that suit it. */
    record Line(RegisterEntry permit, List<OrderKind> orders) {}

    @GetMapping
    String search(@RequestParam(defaultValue = "") String q, CurrentOfficer current, Model model) {
        String agency = current.as(Role.APPROVER_2).agency();
        String text = q.strip().substring(0, Math.min(q.strip().length(), 200));
        model.addAttribute(
                "text",
                Field.of("q", words.of("orders.search"))
                        .withHint(words.of("orders.search.hint"))
                        .withValue(text)
                        .with("type", "search"));
        model.addAttribute(
                "lines",
                register.ofAgency(agency, text, 0, SHOWN).entries().stream()
                        .map(permit -> new Line(permit, OrderKind.suiting(permit.status())))
                        .toList());
        return "backoffice/permits/search";
    }

    @GetMapping("/order")
    ModelAndView ask(@RequestParam String number, @RequestParam OrderKind kind, CurrentOfficer current) {
        RegisterEntry permit = suiting(number, kind, current);
        OrderForm form = new OrderForm(kind, new DateAnswer("", "", ""), "", "");
        return page("ask", permit, form, form.fields(words, false, today()), HttpStatus.OK);
    }

    /** Shows what was typed once more, before anything happens. */
    @PostMapping("/check")
    ModelAndView check(
            @RequestParam String number,
            @RequestParam OrderKind kind,
            @RequestParam(name = "until.day", defaultValue = "") String day,
            @RequestParam(name = "until.month", defaultValue = "") String month,
            @RequestParam(name = "until.year", defaultValue = "") String year,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String law,
            @RequestParam(defaultValue = "false") boolean change,
            CurrentOfficer current) {
        RegisterEntry permit = suiting(number, kind, current);
        OrderForm form = form(kind, day, month, year, reason, law);
        List<Field> fields = form.fields(words, true, today());
        if (change || fields.stream().anyMatch(Field::wrong)) {
            return page("ask", permit, form, fields, change ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT);
        }
        return page("check", permit, form, fields, HttpStatus.OK);
    }

    @PostMapping("/order")
    ModelAndView order(
            @RequestParam String number,
            @RequestParam OrderKind kind,
            @RequestParam(name = "until.day", defaultValue = "") String day,
            @RequestParam(name = "until.month", defaultValue = "") String month,
            @RequestParam(name = "until.year", defaultValue = "") String year,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String law,
            CurrentOfficer current,
            RedirectAttributes flash) {
        RegisterEntry permit = suiting(number, kind, current);
        OrderForm form = form(kind, day, month, year, reason, law);
        List<Field> fields = form.fields(words, true, today());
        if (fields.stream().anyMatch(Field::wrong)) {
            return page("ask", permit, form, fields, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        switch (kind) {
            case SUSPEND -> standings.suspend(number, form.lastDay(), reason, law, current.officer());
            case REVOKE -> standings.revoke(number, reason, law, current.officer());
            case REINSTATE -> standings.reinstate(number, reason, current.officer());
        }
        flash.addFlashAttribute("done", words.of("orders.done." + kind, number));
        return new ModelAndView("redirect:/backoffice/permits");
    }

    private static OrderForm form(OrderKind kind, String day, String month, String year, String reason, String law) {
        return new OrderForm(kind, DateAnswer.of(day, month, year), reason.replace("\r\n", "\n"), law.replace("\r\n", "\n"));
    }

    private ModelAndView page(
            String view, RegisterEntry permit, OrderForm form, List<Field> fields, HttpStatus status) {
        ModelAndView page = new ModelAndView("backoffice/permits/" + view, status);
        page.addObject("permit", permit);
        page.addObject("form", form);
        page.addObject("fields", fields);
        page.addObject("problems", Problem.of(fields));
        page.addObject("back", "/backoffice/permits");
        return page;
    }

    private RegisterEntry suiting(String number, OrderKind kind, CurrentOfficer current) {
        String agency = current.as(Role.APPROVER_2).agency();
        RegisterEntry permit = register.numbered(number)
                .filter(found -> found.agency().equals(agency))
                .orElseThrow(Refusal::notFound);
        if (!kind.suits(permit.status())) {
            throw new Refusal(HttpStatus.CONFLICT, "orders.unsuitable");
        }
        return permit;
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(BuddhistDate.ZONE));
    }
}
