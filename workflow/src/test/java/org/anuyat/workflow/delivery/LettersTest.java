package org.anuyat.workflow.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.anuyat.workflow.acts.Act;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

class LettersTest {

    /** Acts of which the applicant reads on the time line only, and why no letter is needed. */
    private static final Map<String, String> WITHOUT_LETTER = Map.ofEntries(
            Map.entry("submission.Acknowledged", "told with the submission"),
            Map.entry("submission.ReceivedFromAgency", "told with the forwarding"),
            Map.entry("review.FoundComplete", "the inspection's appointment follows"),
            Map.entry("review.Inspected", "the outcome is told by the decision"),
            Map.entry("review.Recommended", "deliberation"),
            Map.entry("approval.Approved", "the bill or the permit follows"),
            Map.entry("approval.SentBack", "deliberation"),
            Map.entry("approval.RefusalNoticeIssued", "told with the refusal"),
            Map.entry("slip.SlipHandedIn", "done by the reader; what becomes of it is told"),
            Map.entry("payment.NothingToPay", "the permit follows"),
            Map.entry("signature.Signed", "the permit follows"),
            Map.entry("raising.Raised", "the permit is the same"),
            Map.entry("delivery.Downloaded", "done by the reader"));

    private static final Map<String, Object> FACTS = Map.of(
            "number", "TYM69-000001-11",
            "applicant", "นางสาวสมหญิง ใจดี",
            "due", Instant.parse("2026-12-05T09:30:00Z").toString());

    private final Letters letters = new Letters();

    @Test
    void every_act_has_a_letter_or_a_reason_why_not() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Act.class));
        var classes = scanner.findCandidateComponents("org.anuyat.workflow");
        assertThat(classes).isNotEmpty();
        for (var found : classes) {
            String type = String.valueOf(found.getBeanClassName());
            // acts that tests invent are nested in them
            if (type.contains("$")) {
                continue;
            }
            String act = type.substring(type.lastIndexOf('.', type.lastIndexOf('.') - 1) + 1);
            boolean letter = letters.compose(act, FACTS, FACTS).isPresent();
            assertThat(letter).as("letter about %s", act).isNotEqualTo(WITHOUT_LETTER.containsKey(act));
        }
    }

    @Test
    void thai_comes_first_and_english_below_with_dates_of_each_calendar() {
        Letter letter = letters.compose("payment.PaymentReminded", FACTS, FACTS).orElseThrow();

        assertThat(letter.subject()).doesNotContain("\n");
        assertThat(letter.body()).contains("2569", "2026").doesNotContain("{{", "2026-12-05");
        assertThat(letter.body().indexOf("2569")).isLessThan(letter.body().indexOf("2026"));
    }
}
