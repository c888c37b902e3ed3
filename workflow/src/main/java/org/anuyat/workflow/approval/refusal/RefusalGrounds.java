package org.anuyat.workflow.approval.refusal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a written order of refusal states (Administrative Procedure Act B.E. 2539 section 37 paragraph 1). Each part is
 * mandatory.
 *
 * @param facts the essential facts (ข้อเท็จจริงอันเป็นสาระสำคัญ)
 * @param law the law relied on (ข้อกฎหมายที่อ้างอิง)
 * @param reasons what was considered and what supports the discretion (ข้อพิจารณาและข้อสนับสนุนในการใช้ดุลพินิจ)
 */
public record RefusalGrounds(String facts, String law, String reasons, Hearing hearing) {

    /** The parts of an order. */
    public enum Part {
        FACTS,
        LAW,
        REASONS,
        HEARING;

        /** As parameters and message keys name it. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @throws IncompleteOrder when a part is blank */
    public RefusalGrounds {
        facts = facts.strip();
        law = law.strip();
        reasons = reasons.strip();
        hearing = new Hearing(hearing.kind(), hearing.note().strip());
        List<Part> missing = new ArrayList<>();
        if (facts.isEmpty()) {
            missing.add(Part.FACTS);
        }
        if (law.isEmpty()) {
            missing.add(Part.LAW);
        }
        if (reasons.isEmpty()) {
            missing.add(Part.REASONS);
        }
        if (hearing.note().isEmpty()) {
            missing.add(Part.HEARING);
        }
        if (!missing.isEmpty()) {
            throw new IncompleteOrder(missing);
        }
    }
}
