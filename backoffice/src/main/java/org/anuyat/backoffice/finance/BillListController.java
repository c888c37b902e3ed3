package org.anuyat.backoffice.finance;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.anuyat.backoffice.security.CurrentOfficer;
import org.anuyat.backoffice.wording.Words;
import org.anuyat.kit.Field;
import org.anuyat.kit.Option;
import org.anuyat.kit.part.Pages;
import org.anuyat.workflow.identity.Officer;
import org.anuyat.workflow.identity.Role;
import org.anuyat.workflow.payment.FeeBill;
import org.anuyat.workflow.payment.expected.ExpectedFee;
import org.anuyat.workflow.payment.expected.ExpectedFees;
import org.anuyat.workflow.payment.expected.ExpectedFees.Wanted;
import org.anuyat.workflow.thai.BuddhistDate;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The bills of the agency: a day's figures, and the list with its search. */
@Controller
class BillListController {

    private static final int PER_PAGE = 25;

    private final ExpectedFees fees;
    private final Words words;
    private final Clock clock;

    BillListController(ExpectedFees fees, Words words, Clock clock) {
        this.fees = fees;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/backoffice/finance/bills")
    ModelAndView list(
            BillSearch search, @RequestParam(defaultValue = "1") String page, CurrentOfficer current) {
        Officer officer = current.as(Role.FINANCE);
        Wanted wanted = search.wanted();
        int at = Pages.asked(page);
        ExpectedFee.Page found = fees.page(officer.agency(), wanted, at - 1, PER_PAGE);
        LocalDate today = LocalDate.ofInstant(clock.instant(), BuddhistDate.ZONE);
        LocalDate day = Objects.requireNonNullElse(wanted.paidOn(), today);
        String query = search.query();
        ModelAndView view = new ModelAndView("backoffice/finance/bills");
        view.addObject("fees", found.entries());
        view.addObject("total", found.total());
        view.addObject("day", day);
        view.addObject("figures", fees.day(officer.agency(), day));
        view.addObject("pages", Pages.of(at, found.total(), PER_PAGE, "/backoffice/finance/bills?" + query + "&page={page}"));
        view.addObject("export", query);
        view.addObject("back", "/backoffice/finance");
        view.addObject("textField", Field.of("text", words.of("finance.bills.search")).withValue(search.text().strip()).withWidth(20));
        view.addObject("stateField", Field.of("state", words.of("finance.bill.state")).withOptions(states()).withValue(search.state()));
        view.addObject("paidField", Field.of("paid", words.of("finance.bills.paid-on")).withOptions(days(today, wanted)).withValue(search.paid()));
        return view;
    }

    private List<Option> states() {
        List<Option> states = new ArrayList<>(List.of(Option.of("", words.of("finance.show.all"))));
        Arrays.stream(FeeBill.State.values()).forEach(one -> states.add(Option.of(one.name(), words.of("finance.bill.state." + one))));
        return states;
    }

    /** The last month, and the day of an address that somebody kept. */
    private List<Option> days(LocalDate today, Wanted wanted) {
        List<Option> days = new ArrayList<>(List.of(Option.of("", words.of("finance.bills.any-day"))));
        Stream<LocalDate> month = today.minusDays(30).datesUntil(today.plusDays(1));
        Stream.concat(month, Stream.ofNullable(wanted.paidOn()))
                .distinct()
                .sorted((one, other) -> other.compareTo(one))
                .forEach(day -> days.add(Option.of(day.toString(), BuddhistDate.full(day, words.locale()))));
        return days;
    }
}
