package org.anuyat.backoffice.finance.slips;

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
import org.anuyat.payments.api.slips.Slip;
import org.anuyat.payments.api.slips.Slips;
import org.anuyat.workflow.identity.Officer;
import org.anuyat.workflow.thai.ThaiDigits;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The slips that payers handed in: those that wait first, all of them on request. */
@Controller
class SlipListController {

    private static final int PER_PAGE = 25;
    private static final int LONGEST_SEARCH = 100;
    private static final String OPEN = "open";
    private static final String ALL = "all";

    private final Slips slips;
    private final Words words;

    SlipListController(Slips slips, Words words) {
        this.slips = slips;
        this.words = words;
    }

    @GetMapping("/backoffice/slips")
    ModelAndView list(
            @RequestParam(defaultValue = OPEN) String show,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "1") String page,
            CurrentOfficer current) {
        Officer officer = SlipDesk.reader(current);
        Slip.@Nullable State state = state(show);
        boolean openOnly = state == null && !show.equals(ALL);
        String chosen = state == null ? (openOnly ? OPEN : ALL) : state.name();
        String wanted = ThaiDigits.toArabic(text.strip());
        String search = wanted.substring(0, Math.min(wanted.length(), LONGEST_SEARCH));
        int at = Pages.asked(page);
        Slip.Page found = slips.slips(officer.agency(), openOnly, state, search, at - 1, PER_PAGE);
        ModelAndView view = new ModelAndView("backoffice/finance/slips/list");
        view.addObject("slips", found.entries());
        view.addObject("total", found.total());
        view.addObject(
                "pages",
                Pages.of(
                        at,
                        found.total(),
                        PER_PAGE,
                        "/backoffice/slips?show=%s&text=%s&page={page}"
                                .formatted(chosen, URLEncoder.encode(search, StandardCharsets.UTF_8))));
        view.addObject("textField", Field.of("text", words.of("finance.slips.search")).withValue(text.strip()).withWidth(20));
        view.addObject("showField", Field.of("show", words.of("finance.show")).withOptions(options()).withValue(chosen));
        return view;
    }

    private List<Option> options() {
        List<Option> options = new ArrayList<>(List.of(Option.of(OPEN, words.of("finance.slips.open"))));
        Arrays.stream(Slip.State.values()).forEach(one -> options.add(Option.of(one.name(), words.of("finance.slips.state." + one))));
        options.add(Option.of(ALL, words.of("finance.show.all")));
        return options;
    }

    private static Slip.@Nullable State state(String name) {
        return Arrays.stream(Slip.State.values()).filter(one -> one.name().equals(name)).findFirst().orElse(null);
    }
}
