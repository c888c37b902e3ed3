package org.anuyat.workflow.review;

import static org.anuyat.workflow.review.Office.MALEE;
import static org.anuyat.workflow.review.Office.MONDAY;
import static org.anuyat.workflow.review.Office.PRANEE;
import static org.anuyat.workflow.review.Office.WICHAI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.anuyat.testing.SettableClock;
import org.anuyat.workflow.review.cases.ReviewCases;
import org.anuyat.workflow.review.cases.StaleCase;
import org.anuyat.workflow.review.checking.CheckPoint;
import org.anuyat.workflow.review.checking.CheckSheet;
import org.anuyat.workflow.review.checking.ChecklistUnfinished;
import org.anuyat.workflow.review.checking.Checks;
import org.anuyat.workflow.review.checking.CorrectionsOnlyOnce;
import org.anuyat.workflow.review.checking.Finding;
import org.anuyat.workflow.review.checking.Returns;
import org.anuyat.workflow.submission.ApplicationState;
import org.anuyat.workflow.submission.Applications;
import org.anuyat.workflow.submission.corrections.CorrectionItem;
import org.anuyat.workflow.submission.corrections.Corrections;
import org.anuyat.workflow.worklist.NotYourTask;
import org.anuyat.workflow.worklist.TaskAlreadyDone;
import org.anuyat.workflow.worklist.TaskKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(classes = Office.Rooms.class)
class ChecksTest {

    static final Finding NOT_READABLE = Finding.defect("แผนที่ไม่ชัดเจน โปรดแนบใหม่");

    @Autowired
    Office office;

    @Autowired
    Checks checks;

    @Autowired
    Returns returns;

    @Autowired
    ReviewCases cases;

    @Autowired
    Applications applications;

    @Autowired
    Corrections corrections;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    String number;

    @BeforeEach
    void registered() {
        clock.set(MONDAY);
        number = office.registered();
        office.acts.clear();
    }

    int version() {
        return office.version(number);
    }

    void find(Map<String, Finding> found) {
        checks.save(number, version(), found, MALEE);
    }

    void findEverythingBut(Finding map) {
        find(Map.of("point.place", map, "field.tradeName", Finding.correct()));
    }

    CheckSheet sheet() {
        return checks.sheet(applications.get(number), cases.get(number).round());
    }

    @Test
    void the_checklist_is_the_services_own_and_everything_that_it_leaves_out() {
        assertThat(sheet().lines()).extracting(line -> line.point().key()).containsExactly("point.place", "field.tradeName");
        assertThat(sheet().lines().get(0).point().targets())
                .extracting(CheckPoint.Target::id)
                .containsExactly("field.area", "document.map");
    }

    @Test
    void complete_means_that_every_point_was_found_correct() {
        assertThatThrownBy(() -> checks.complete(number, version(), MALEE)).isInstanceOf(ChecklistUnfinished.class);
        findEverythingBut(NOT_READABLE);
        ChecklistUnfinished defects = catchThrowableOfType(
                ChecklistUnfinished.class, () -> checks.complete(number, version(), MALEE));
        assertThat(defects.reason()).isEqualTo(ChecklistUnfinished.Reason.DEFECTS);
        assertThat(defects.points()).containsExactly("point.place");
        find(Map.of("point.place", Finding.correct()));
        checks.complete(number, version(), MALEE);
        assertThat(office.heard(FoundComplete.class)).hasSize(1);
    }

    @Test
    void corrections_list_every_defect_with_a_deadline_from_the_calendar() {
        findEverythingBut(new Finding(false, " แผนที่ไม่ชัดเจน ", Set.of("document.map")));
        checks.requestCorrections(number, version(), null, MALEE);

        assertThat(applications.get(number).state()).isEqualTo(ApplicationState.CORRECTION_REQUESTED);
        CorrectionRequested act = office.heard(CorrectionRequested.class).get(0);
        assertThat(act.items()).singleElement().satisfies(item -> {
            assertThat(item.key()).isEqualTo("map");
            assertThat(item.remark()).isEqualTo("แผนที่ไม่ชัดเจน");
        });
        // 15 days on is Tuesday, 8 December: the office closes at 16.30
        assertThat(act.deadline()).isEqualTo(Instant.parse("2026-12-08T09:30:00Z"));
        assertThat(corrections.current(number)).get().satisfies(open -> {
            assertThat(open.deadline()).isEqualTo(act.deadline());
            assertThat(open.items()).hasSize(1);
        });
    }

    @Test
    void corrections_wait_until_everything_was_looked_at_because_all_defects_are_said_at_once() {
        find(Map.of("point.place", NOT_READABLE));
        ChecklistUnfinished open = catchThrowableOfType(
                ChecklistUnfinished.class, () -> checks.requestCorrections(number, version(), null, MALEE));
        assertThat(open.reason()).isEqualTo(ChecklistUnfinished.Reason.OPEN_POINTS);
        assertThat(open.points()).containsExactly("field.tradeName");
    }

    @Test
    void corrections_without_a_defect_are_refused() {
        findEverythingBut(Finding.correct());
        assertThatThrownBy(() -> checks.requestCorrections(number, version(), null, MALEE))
                .isInstanceOfSatisfying(
                        ChecklistUnfinished.class,
                        e -> assertThat(e.reason()).isEqualTo(ChecklistUnfinished.Reason.NO_DEFECTS));
    }

    @Test
    void a_defect_says_what_is_wrong() {
        assertThatThrownBy(() -> find(Map.of("point.place", Finding.defect("  "))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> find(Map.of("point.elsewhere", Finding.correct())))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void correctAndResend() {
        findEverythingBut(NOT_READABLE);
        checks.requestCorrections(number, version(), null, MALEE);
        closeRound();
        checks.reopen(number);
        office.open(number, TaskKind.CHECK);
    }

    @Test
    void after_resubmission_what_was_right_stays_right_and_the_rest_is_open() {
        correctAndResend();
        assertThat(cases.get(number).round()).isEqualTo(2);
        assertThat(applications.get(number).state()).isEqualTo(ApplicationState.IN_REVIEW);
        assertThat(sheet().open()).extracting(CheckPoint::key).containsExactly("point.place");
        assertThat(sheet().defects()).isEmpty();
    }

    @Test
    void what_was_listed_once_is_never_asked_for_again_whatever_the_reason() {
        correctAndResend();
        find(Map.of("point.place", NOT_READABLE));

        CorrectionsOnlyOnce refused = catchThrowableOfType(
                CorrectionsOnlyOnce.class,
                () -> checks.requestCorrections(number, version(), "เจ้าหน้าที่มิได้แจ้งข้อบกพร่องนี้ในครั้งแรก", MALEE));

        assertThat(refused.again()).extracting(CorrectionItem::key).containsExactly("area", "map");
        assertThat(checks.requests(number)).hasSize(1);
    }

    @Test
    void what_an_officer_overlooked_may_be_asked_for_when_the_negligence_is_on_record() {
        correctAndResend();
        find(Map.of("point.place", Finding.correct(), "field.tradeName", NOT_READABLE));
        assertThatThrownBy(() -> checks.requestCorrections(number, version(), null, MALEE))
                .isInstanceOf(CorrectionsOnlyOnce.class);
        assertThatThrownBy(() -> checks.requestCorrections(number, version(), " ", MALEE))
                .isInstanceOf(CorrectionsOnlyOnce.class);
        assertThatThrownBy(() -> returns.returnUncorrected(number, version(), "ไม่ครบ", MALEE))
                .as("nobody asked for that yet")
                .isInstanceOf(ChecklistUnfinished.class);
        checks.requestCorrections(number, version(), "เจ้าหน้าที่มิได้แจ้งข้อบกพร่องนี้ในครั้งแรก", MALEE);
        assertThat(checks.requests(number)).hasSize(2);
        assertThat(checks.requests(number).get(1).negligence()).startsWith("เจ้าหน้าที่");
    }

    /** As the applicant's resubmission does. */
    private void closeRound() {
        jdbc.sql("update correction set closed_at = now(), resubmitted_at = now() where closed_at is null").update();
    }

    @Test
    void the_database_itself_refuses_a_further_request_without_a_reason() {
        assertThatThrownBy(() -> jdbc.sql(
                                """
                                insert into correction_request (application_number, round, agency, deadline, requested_by,
                                    requested_name, requested_at)
                                values (?, 2, 'TYM', now() + interval '1 day', 'x', 'x', now())""")
                        .param(number)
                        .update())
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void an_application_that_stays_wanting_is_returned_with_a_reason() {
        assertThatThrownBy(() -> returns.returnUncorrected(number, version(), "ยังไม่ครบ", MALEE))
                .isInstanceOf(ChecklistUnfinished.class);
        correctAndResend();
        assertThatThrownBy(() -> returns.returnUncorrected(number, version(), " ", MALEE))
                .isInstanceOf(IllegalArgumentException.class);
        returns.returnUncorrected(number, version(), "ยังมิได้แนบแผนที่ที่ชัดเจน", MALEE);
        assertThat(applications.get(number).state()).isEqualTo(ApplicationState.RETURNED);
        assertThat(returns.find(number)).get().satisfies(
                reason -> assertThat(reason.text()).isEqualTo("ยังมิได้แนบแผนที่ที่ชัดเจน"));
        assertThat(office.heard(Returned.class)).hasSize(1);
    }

    @Test
    void after_the_deadline_the_application_is_returned_by_itself_and_not_before() {
        findEverythingBut(NOT_READABLE);
        checks.requestCorrections(number, version(), null, MALEE);
        returns.returnExpired(number);
        assertThat(applications.get(number).state()).isEqualTo(ApplicationState.CORRECTION_REQUESTED);
        clock.advance(Duration.ofDays(16));
        returns.returnExpired(number);
        returns.returnExpired(number);
        assertThat(applications.get(number).state()).isEqualTo(ApplicationState.RETURNED);
        assertThat(corrections.current(number)).isEmpty();
        assertThat(office.heard(Returned.class)).hasSize(1);
    }

    @Test
    void a_page_that_shows_an_older_version_changes_nothing() {
        int seen = version();
        checks.save(number, seen, Map.of("field.tradeName", Finding.correct()), WICHAI);
        StaleCase stale = catchThrowableOfType(
                StaleCase.class, () -> checks.save(number, seen, Map.of("field.tradeName", NOT_READABLE), MALEE));
        assertThat(stale.now().changedBy()).isEqualTo("นางwichai");
        assertThat(stale.now().changedAt()).isEqualTo(MONDAY);
        assertThat(sheet().defects()).isEmpty();
    }

    @Test
    void who_asks_for_corrections_after_a_colleague_found_it_complete_is_told_so() {
        findEverythingBut(Finding.correct());
        int seen = version();
        checks.complete(number, seen, WICHAI);
        assertThatThrownBy(() -> checks.requestCorrections(number, seen, null, MALEE))
                .isInstanceOfSatisfying(TaskAlreadyDone.class, e -> assertThat(e.by()).isEqualTo("นางwichai"));
    }

    @Test
    void only_reviewing_officers_check() {
        assertThatThrownBy(() -> checks.save(number, version(), Map.of(), PRANEE)).isInstanceOf(NotYourTask.class);
    }
}
