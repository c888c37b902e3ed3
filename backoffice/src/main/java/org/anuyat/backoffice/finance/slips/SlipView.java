package org.anuyat.backoffice.finance.slips;

import java.util.List;
import org.anuyat.backoffice.wording.Words;
import org.anuyat.kit.text.Formats;
import org.anuyat.payments.api.slips.Slip;
import org.anuyat.payments.api.slips.SlipFinding.Transfer;
import org.anuyat.workflow.identity.Accounts;
import org.anuyat.workflow.identity.Officer;
import org.anuyat.workflow.payment.FeeBill;
import org.anuyat.workflow.payment.Payments;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** What the pages show of a slip: the bill and the bank's answer line by line, and the officers' names. */
@Component
class SlipView {

    private final Accounts accounts;
    private final Payments payments;
    private final Words words;

    SlipView(Accounts accounts, Payments payments, Words words) {
        this.accounts = accounts;
        this.payments = payments;
        this.words = words;
    }

    /**
     * A line of the comparison.
     *
     * @param same whether both say the same; null where there is nothing to compare
     */
    public record Line(String what, String bill, String bank, @Nullable Boolean same) {}

    void add(ModelAndView page, Slip slip) {
        page.addObject("slip", slip);
        page.addObject("lines", lines(slip));
        page.addObject("sender", slip.code() == null || slip.code().bank() == null ? "" : bank(slip.code().bank()));
        page.addObject("stated", slip.statement() == null ? "" : bank(slip.statement().entry().bank()));
        page.addObject("proposer", slip.statement() == null ? "" : name(slip.statement().entry().officer()));
        page.addObject("decliner", slip.declined() == null ? "" : name(slip.declined().officer()));
        page.addObject("decider", slip.decision() == null ? "" : name(slip.decision().officer()));
    }

    /** The name of a bank; its three digits where none is known. */
    String bank(String code) {
        return words.orElse("finance.slips.bank." + code, words.of("finance.slips.bank", code));
    }

    private String name(String subject) {
        return accounts.officer(subject).map(Officer::displayName).orElse(subject);
    }

    private List<Line> lines(Slip slip) {
        Transfer transfer = slip.finding().transfer();
        Formats formats = new Formats(words.locale());
        String billerId = payments.of(slip.applicationNumber()).map(FeeBill::billerId).orElse("");
        if (transfer == null) {
            return List.of();
        }
        return List.of(
                new Line(
                        words.of("finance.slips.amount"),
                        formats.baht(slip.billAmountSatang()),
                        formats.baht(transfer.amountSatang()),
                        slip.billAmountSatang() == transfer.amountSatang()),
                line("finance.slips.receiver", billerId, transfer.receiver()),
                line("finance.day.reference1", slip.reference1(), transfer.reference1()),
                line("finance.day.reference2", slip.reference2(), transfer.reference2()),
                new Line(words.of("finance.paid"), "", formats.dateTime(transfer.paidAt()), null));
    }

    private Line line(String what, String bill, String bank) {
        return new Line(words.of(what), bill, bank, bank.isEmpty() ? null : bill.equals(bank));
    }
}
