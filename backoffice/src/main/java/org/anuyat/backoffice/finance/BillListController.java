package org.anuyat.backoffice.finance;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.anuyat.backoffice.security.CurrentOfficer;
import org.anuyat.backoffice.sheet.Sheets;
import org.anuyat.backoffice.wording.Words;
import org.anuyat.kit.Field;
import org.anuyat.kit.Option;
import org.anuyat.kit.part.Pages;
import org.anuyat.workflow.identity.Officer;
import org.anuyat.workflow.payment.FeeBill;
import org.anuyat.workflow.payment.expected.ExpectedFee;
import org.anuyat.workflow.payment.expected.ExpectedFees;
import org.anuyat.workflow.payment.expected.ExpectedFees.Wanted;
import org.anuyat.workflow.thai.BuddhistDate;
import org.anuyat.workflow.thai.ThaiDigits;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The bills of the agency: a day's figures, the list with its search, and the same as files for a spreadsheet. */
@Controller
class BillListController {

    private static final int PER_PAGE = 25;
    private static final int EXPORT_PAGE = 500;
    private static final int MOST = 50_000;
    private static final int LONGEST_SEARCH = 100;

    private final ExpectedFees fees;
    private final Sheets sheets;
    private final Words words;
    private final Clock clock;

    BillListController(ExpectedFees fees, Sheets sheets, Words words, Clock clock) {
        this.fees = fees;
        this.sheets = sheets;
        this.words = words;
        this.clock = clock;
    }

    @GetMapping("/backoffice/finance/bills")
    ModelAndView list(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String paid,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "1") String page,
            CurrentOfficer current) {
        Officer officer = FinanceController.financeOfficer(current);
        Wanted wanted = wanted(state, paid, text);
        int at = page.matches("[1-9][0-9]{0,4}") ? Integer.parseInt(page) : 1;
        ExpectedFee.Page found = fees.page(officer.agency(), wanted, at - 1, PER_PAGE);
        LocalDate today = LocalDate.ofInstant(clock.instant(), BuddhistDate.ZONE);
        LocalDate day = Objects.requireNonNullElse(wanted.paidOn(), today);
        String query = "state=%s&paid=%s&text=%s"
                .formatted(
                        wanted.state() == null ? "" : wanted.state(),
                        wanted.paidOn() == null ? "" : wanted.paidOn(),
                        URLEncoder.encode(wanted.text(), StandardCharsets.UTF_8));
        ModelAndView view = new ModelAndView("backoffice/finance/bills");
        view.addObject("fees", found.entries());
        view.addObject("total", found.total());
        view.addObject("day", day);
        view.addObject("figures", fees.day(officer.agency(), day));
        view.addObject("pages", Pages.of(at, found.total(), PER_PAGE, "/backoffice/finance/bills?" + query + "&page={page}"));
        view.addObject("export", query);
        view.addObject("back", "/backoffice/finance");
        view.addObject("textField", Field.of("text", words.of("finance.bills.search")).withValue(text.strip()).withWidth(20));
        view.addObject("stateField", Field.of("state", words.of("finance.bill.state")).withOptions(states()).withValue(state));
        view.addObject("paidField", Field.of("paid", words.of("finance.bills.paid-on")).withOptions(days(today, wanted)).withValue(paid));
        return view;
    }

    @GetMapping("/backoffice/finance/bills.csv")
    void csv(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String paid,
            @RequestParam(defaultValue = "") String text,
            CurrentOfficer current,
            HttpServletResponse response)
            throws IOException {
        Officer officer = FinanceController.financeOfficer(current);
        sheets.csv(response, "bills", heads(), rows(officer, wanted(state, paid, text)));
    }

    @GetMapping("/backoffice/finance/bills.xlsx")
    void xlsx(
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String paid,
            @RequestParam(defaultValue = "") String text,
            CurrentOfficer current,
            HttpServletResponse response)
            throws IOException {
        Officer officer = FinanceController.financeOfficer(current);
        sheets.xlsx(response, "bills", words.of("finance.bills.title"), heads(), rows(officer, wanted(state, paid, text)));
    }

    private static Wanted wanted(String state, String paid, String text) {
        String plain = ThaiDigits.toArabic(text.strip());
        return new Wanted(
                Arrays.stream(FeeBill.State.values()).filter(one -> one.name().equals(state)).findFirst().orElse(null),
                day(paid),
                plain.substring(0, Math.min(plain.length(), LONGEST_SEARCH)));
    }

    private static @Nullable LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeParseException e) {
            return null;
        }
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

    private Sheets.Rows rows(Officer officer, Wanted wanted) {
        return row -> {
            ExpectedFee.Page page;
            int number = 0;
            do {
                page = fees.page(officer.agency(), wanted, number++, EXPORT_PAGE);
                page.entries().forEach(fee -> row.accept(cells(fee)));
            } while (number * EXPORT_PAGE < Math.min(page.total(), MOST));
        };
    }

    private List<String> heads() {
        return Stream.of("case", "billed", "due", "bill.state", "paid", "bank", "transaction-id", "references", "receipt")
                .map(column -> words.of("finance." + column))
                .toList();
    }

    private List<String> cells(ExpectedFee fee) {
        return List.of(
                fee.applicationNumber(),
                BigDecimal.valueOf(fee.amountSatang(), 2).toPlainString(),
                Sheets.time(fee.due()),
                words.of("finance.bill.state." + fee.state()),
                fee.paidAt() == null ? "" : Sheets.time(fee.paidAt()),
                Objects.requireNonNullElse(fee.bank(), ""),
                Objects.requireNonNullElse(fee.transactionId(), ""),
                fee.reference1() + " / " + fee.reference2(),
                Objects.requireNonNullElse(fee.receiptNumber(), ""));
    }
}
