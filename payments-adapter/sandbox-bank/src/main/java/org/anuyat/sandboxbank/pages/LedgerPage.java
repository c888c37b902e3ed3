package org.anuyat.sandboxbank.pages;

import java.util.Locale;
import org.anuyat.sandboxbank.BankPart;
import org.anuyat.sandboxbank.ledger.Ledger;
import org.anuyat.sandboxbank.ledger.Refunds;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The bank's books: what came in, and what went back. */
@BankPart
@Controller
class LedgerPage {

    private static final int MOST = 50;

    private final Ledger ledger;
    private final Refunds refunds;

    LedgerPage(Ledger ledger, Refunds refunds) {
        this.ledger = ledger;
        this.refunds = refunds;
    }

    @GetMapping("/sandbox-bank/ledger")
    String page(Model model, Locale locale) {
        model.addAttribute("shown", new Shown(locale));
        model.addAttribute("entries", ledger.latest(MOST));
        model.addAttribute("refunds", refunds.latest(MOST));
        model.addAttribute("complete", refunds.latest(MOST).stream().filter(refunds::isComplete).toList());
        return "sandbox-bank/ledger";
    }
}
