package org.anuyat.backoffice.finance.dayfiles;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.anuyat.backoffice.wording.Words;
import org.anuyat.payments.api.dayfiles.DayDifference;
import org.anuyat.payments.api.dayfiles.DayFile;
import org.anuyat.workflow.payment.closing.DayClosings;
import org.anuyat.workflow.payment.closing.DayDecision;
import org.anuyat.workflow.payment.closing.DayFigures;
import org.springframework.stereotype.Component;

/** Brings together what differs on a day, and what was decided about it. */
@Component
class DayFigureDesk {

    private final DayFileDesk desk;
    private final DayClosings closings;
    private final Words words;

    DayFigureDesk(DayFileDesk desk, DayClosings closings, Words words) {
        this.desk = desk;
        this.closings = closings;
        this.words = words;
    }

    /** What tells a difference from the others of its file: its line, or the payment that the file lacks. */
    static String key(DayDifference difference) {
        return difference.line() != null
                ? "L" + difference.line()
                : "P%s/%s/%d/%d"
                        .formatted(
                                difference.reference1(),
                                difference.reference2(),
                                difference.hereSatang(),
                                difference.paidAt().getEpochSecond());
    }

    /** The day with all its differences and decisions. */
    DayFigures of(DayFile file) {
        Map<String, DayDecision> decisions = closings.decisions(file.id());
        List<DayFigures.Difference> differences = new ArrayList<>();
        desk.forEach(file, one -> differences.add(new DayFigures.Difference(
                key(one),
                words.of("finance.day.kind." + one.kind()),
                one.line() == null ? one.reference1() : words.of("finance.day.at-line", one.line()) + " " + one.reference1(),
                one.thereSatang(),
                one.hereSatang(),
                decisions.get(key(one)))));
        return new DayFigures(
                file.id(),
                file.effectiveOn(),
                file.account(),
                file.credits(),
                file.creditSatang(),
                file.matched(),
                file.matchedSatang(),
                file.debits(),
                file.debitSatang(),
                file.asking(),
                differences);
    }
}
