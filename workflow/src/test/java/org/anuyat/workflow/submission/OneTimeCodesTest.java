package org.anuyat.workflow.submission;

import static org.anuyat.workflow.submission.Applicant.DECLARATION;
import static org.anuyat.workflow.submission.Applicant.somying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import org.anuyat.testing.SettableClock;
import org.anuyat.workflow.identity.Person;
import org.anuyat.workflow.submission.ApplyTestApplication.Heard;
import org.anuyat.workflow.submission.confirmation.Confirmation;
import org.anuyat.workflow.submission.drafts.Draft;
import org.anuyat.workflow.submission.signature.CodeRefused;
import org.anuyat.workflow.submission.signature.CodeRefused.Reason;
import org.anuyat.workflow.submission.signature.TooManyCodes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The one-time codes by which applications are confirmed. */
@SpringBootTest(classes = ApplyTestApplication.class)
@Import(Applicant.class)
class OneTimeCodesTest {

    @Autowired
    Applicant applicant;

    @Autowired
    Confirmation confirmation;

    @Autowired
    Applications applications;

    @Autowired
    Heard heard;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    Person somying = somying();

    @BeforeEach
    void fridayNoon() {
        clock.set(ApplyTestApplication.FRIDAY_NOON);
        heard.forget();
    }

    @Test
    void five_wrong_codes_end_a_code_and_the_right_one_comes_too_late() {
        Draft draft = applicant.ready(somying);
        String right = applicant.code(draft, somying);
        String wrong = right.equals("000000") ? "111111" : "000000";

        for (int left = 4; left >= 1; left--) {
            CodeRefused refused = refusal(draft, wrong);
            assertThat(refused.reason()).isEqualTo(Reason.WRONG);
            assertThat(refused.triesLeft()).isEqualTo(left);
        }
        assertThat(refusal(draft, wrong).reason()).isEqualTo(Reason.TOO_MANY_TRIES);
        assertThat(refusal(draft, right).reason()).isEqualTo(Reason.TOO_MANY_TRIES);
        assertThat(applications.ofApplicant(somying)).isEmpty();

        assertThat(applicant.confirm(draft, somying)).isNotNull();
    }

    @Test
    void a_code_works_for_ten_minutes_and_a_new_one_ends_it() {
        Draft draft = applicant.ready(somying);
        String first = applicant.code(draft, somying);
        clock.advance(Duration.ofMinutes(10));
        assertThat(refusal(draft, first).reason()).isEqualTo(Reason.EXPIRED);

        String second = applicant.code(draft, somying);
        String third = applicant.code(draft, somying);
        if (!second.equals(third)) {
            assertThat(refusal(draft, second).reason()).isEqualTo(Reason.WRONG);
        }
        assertThat(confirmation.confirm(draft.id(), draft.version(), third, DECLARATION, somying)).isNotNull();
    }

    @Test
    void without_a_code_nothing_is_confirmed() {
        Draft draft = applicant.ready(somying);
        assertThat(refusal(draft, "123456").reason()).isEqualTo(Reason.NONE_REQUESTED);
    }

    @Test
    void codes_may_be_typed_in_thai_digits_and_with_spaces() {
        Draft draft = applicant.ready(somying);
        StringBuilder thai = new StringBuilder(" ");
        applicant.code(draft, somying).chars().forEach(c -> thai.append((char) (c - '0' + '๐')).append(' '));
        assertThat(confirmation.confirm(draft.id(), draft.version(), thai.toString(), DECLARATION, somying))
                .isNotNull();
    }

    @Test
    void codes_are_neither_kept_nor_written_to_logs() {
        Draft draft = applicant.ready(somying);
        String code = applicant.code(draft, somying);
        assertThat(jdbc.sql("select hash from confirmation_code where draft_id = ?").param(draft.id()).query(String.class).list())
                .noneMatch(hash -> hash.contains(code));
        assertThat(heard.last(CodeRequested.class).toString()).doesNotContain(code);
    }

    @Test
    void five_codes_an_hour_are_enough() {
        Draft draft = applicant.ready(somying);
        for (int i = 0; i < 5; i++) {
            applicant.code(draft, somying);
            clock.advance(Duration.ofMinutes(1));
        }
        TooManyCodes refused =
                catchThrowableOfType(TooManyCodes.class, () -> confirmation.requestCode(draft.id(), somying));
        assertThat(refused.again()).isEqualTo(ApplyTestApplication.FRIDAY_NOON.plus(Duration.ofHours(1)));
        clock.set(refused.again());
        assertThat(applicant.code(draft, somying)).hasSize(6);
    }

    @Test
    void codes_that_were_entered_don_t_count() {
        for (int i = 0; i < 6; i++) {
            applicant.confirm(applicant.ready(somying), somying);
        }
        assertThat(applicant.code(applicant.ready(somying), somying)).hasSize(6);
    }

    private CodeRefused refusal(Draft draft, String code) {
        return catchThrowableOfType(
                CodeRefused.class,
                () -> confirmation.confirm(draft.id(), draft.version(), code, DECLARATION, somying));
    }
}
