package org.anuyat.backoffice.finance;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.anuyat.backoffice.security.CurrentOfficer;
import org.anuyat.backoffice.wording.Words;
import org.anuyat.kit.Field;
import org.anuyat.kit.Option;
import org.anuyat.kit.part.Pages;
import org.anuyat.payments.api.Discrepancy;
import org.anuyat.workflow.identity.Officer;
import org.anuyat.workflow.identity.Role;
import org.anuyat.workflow.payment.Payments;
import org.anuyat.workflow.review.cases.CaseAccess;
import org.anuyat.workflow.submission.UnknownApplication;
import org.anuyat.workflow.thai.ThaiDigits;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The queue of money that needs a decision, and the bill of a case by its number. */
@Controller
class FinanceController {

    private static final int PER_PAGE = 25;
    private static final int LONGEST_SEARCH = 100;

    private final Queue queue;
    private final CaseAccess access;
    private final Payments payments;
    private final Words words;

    FinanceController(Queue queue, CaseAccess access, Payments payments, Words words) {
        this.queue = queue;
        this.access = access;
        this.payments = payments;
        this.words = words;
    }

    @GetMapping("/backoffice/finance")
    String list(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "open") String show,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "1") String page,
            @RequestParam(defaultValue = "") String number,
            CurrentOfficer current,
            Model model) {
        Officer officer = current.as(Role.FINANCE);
        boolean undecidedOnly = !show.equals("all");
        Discrepancy.@Nullable Kind wanted = kind(kind);
        int at = Pages.asked(page);
        Discrepancy.Page found = queue.page(officer, wanted, undecidedOnly, search(text), at - 1, PER_PAGE);
        String query = "kind=%s&show=%s&text=%s"
                .formatted(
                        wanted == null ? "" : wanted,
                        undecidedOnly ? "open" : "all",
                        URLEncoder.encode(search(text), StandardCharsets.UTF_8));
        model.addAttribute("entries", found.entries());
        model.addAttribute("proposals", queue.proposals(officer));
        model.addAttribute("pages", Pages.of(at, found.total(), PER_PAGE, "/backoffice/finance?" + query + "&page={page}"));
        model.addAttribute("export", query);
        model.addAttribute("total", found.total());
        model.addAttribute("textField", Field.of("text", words.of("finance.search")).withValue(text.strip()).withWidth(20));
        model.addAttribute("filters", filters(wanted, undecidedOnly));
        bill(number.strip(), officer, model);
        return "backoffice/finance/list";
    }

    /** What to look for: digits may be Thai ones. */
    static String search(String typed) {
        String plain = ThaiDigits.toArabic(typed.strip());
        return plain.substring(0, Math.min(plain.length(), LONGEST_SEARCH));
    }

    /** The kind of this name; null for any other text, which means all. */
    static Discrepancy.@Nullable Kind kind(String name) {
        return Arrays.stream(Discrepancy.Kind.values())
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElse(null);
    }

    private void bill(String number, Officer officer, Model model) {
        Field field = Field.of("number", words.of("finance.number")).withValue(number).withWidth(20);
        if (!number.isEmpty()) {
            try {
                model.addAttribute("caseNumber", access.read(number, officer).number());
                model.addAttribute("bill", payments.of(number).orElse(null));
            } catch (UnknownApplication unknown) {
                field = field.withError(words.of("finance.number.unknown"));
            }
        }
        model.addAttribute("numberField", field);
    }

    private List<Field> filters(Discrepancy.@Nullable Kind kind, boolean undecidedOnly) {
        List<Option> kinds = new ArrayList<>();
        kinds.add(Option.of("", words.of("finance.kind.all")));
        Arrays.stream(Discrepancy.Kind.values())
                .forEach(one -> kinds.add(Option.of(one.name(), words.of("finance.kind." + one))));
        return List.of(
                Field.of("kind", words.of("finance.kind")).withOptions(kinds).withValue(kind),
                Field.of("show", words.of("finance.show"))
                        .withOptions(List.of(
                                Option.of("open", words.of("finance.show.open")),
                                Option.of("all", words.of("finance.show.all"))))
                        .withValue(undecidedOnly ? "open" : "all"));
    }
}
