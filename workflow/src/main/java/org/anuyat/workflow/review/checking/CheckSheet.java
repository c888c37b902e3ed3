package org.anuyat.workflow.review.checking;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.anuyat.workflow.submission.corrections.CorrectionItem;
import org.jspecify.annotations.Nullable;

/**
 * The checklist of an application with what was found in one round.
 *
 * @param round from 1
 * @param lines every point, in the order of the checklist
 */
public record CheckSheet(int round, List<Line> lines) {

    public CheckSheet {
        lines = List.copyOf(lines);
    }

    /**
     * A point with its finding.
     *
     * @param finding null while nobody has looked at it in this round
     */
    public record Line(CheckPoint point, @Nullable Finding finding) {

        /** Whether something is to be corrected. */
        public boolean isDefect() {
            return finding != null && !finding.ok();
        }
    }

    /** Points that nobody has looked at. */
    public List<CheckPoint> open() {
        return lines.stream()
                .filter(line -> line.finding() == null)
                .map(Line::point)
                .toList();
    }

    /** Points with a defect. */
    public List<Line> defects() {
        return lines.stream().filter(Line::isDefect).toList();
    }

    /** Whether every point was found complete and correct. */
    public boolean isFlawless() {
        return open().isEmpty() && defects().isEmpty();
    }

    /** Everything that the applicant is to correct: each field and document once, remarks about the same one joined. */
    public List<CorrectionItem> corrections() {
        return defects().stream()
                .flatMap(CheckSheet::corrections)
                .collect(java.util.stream.Collectors.groupingBy(
                        item -> item.kind() + item.key(), java.util.LinkedHashMap::new, java.util.stream.Collectors.toList()))
                .values()
                .stream()
                .map(CheckSheet::joined)
                .toList();
    }

    private static Stream<CorrectionItem> corrections(Line line) {
        Finding finding = Objects.requireNonNull(line.finding());
        return line.point().targets().stream()
                .filter(target -> finding.targets().contains(target.id()))
                .map(target -> new CorrectionItem(target.kind(), target.key(), finding.remark()));
    }

    private static CorrectionItem joined(List<CorrectionItem> same) {
        CorrectionItem first = same.get(0);
        String remark = String.join(
                "\n", same.stream().map(CorrectionItem::remark).distinct().toList());
        return new CorrectionItem(first.kind(), first.key(), remark);
    }
}
