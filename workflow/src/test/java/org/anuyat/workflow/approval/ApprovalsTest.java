package org.anuyat.workflow.approval;

import static org.anuyat.workflow.review.Office.BOTH_LEVELS;
import static org.anuyat.workflow.review.Office.DIRECTOR;
import static org.anuyat.workflow.review.Office.MALEE;
import static org.anuyat.workflow.review.Office.MAYOR;
import static org.anuyat.workflow.review.Office.MONDAY;
import static org.anuyat.workflow.review.Office.STRANGER;
import static org.anuyat.workflow.review.Office.WICHAI;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.anuyat.testing.SettableClock;
import org.anuyat.workflow.approval.authority.Authority;
import org.anuyat.workflow.approval.authority.CodeNotAccepted;
import org.anuyat.workflow.identity.Officer;
import org.anuyat.workflow.identity.Role;
import org.anuyat.workflow.review.Office;
import org.anuyat.workflow.review.Recommendation;
import org.anuyat.workflow.review.cases.StaleCase;
import org.anuyat.workflow.review.opinion.Opinions;
import org.anuyat.workflow.submission.ApplicationState;
import org.anuyat.workflow.submission.Applications;
import org.anuyat.workflow.worklist.NoSuchTask;
import org.anuyat.workflow.worklist.NotYourTask;
import org.anuyat.workflow.worklist.TaskAlreadyDone;
import org.anuyat.workflow.worklist.TaskKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(classes = Office.Rooms.class)
class ApprovalsTest {

    @Autowired
    Office office;

    @Autowired
    Approvals approvals;

    @Autowired
    Office.Keys keys;

    @Autowired
    Decisions decisions;

    @Autowired
    Authority authority;

    @Autowired
    Opinions opinions;

    @Autowired
    Applications applications;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @BeforeEach
    void onMonday() {
        clock.set(MONDAY);
        office.acts.clear();
    }

    private void approve(String number, int level, Officer officer) {
        int seen = office.version(number);
        if (level == 2) {
            approvals.sendCode(number, seen, level, "", officer);
        }
        approvals.approve(number, seen, level, "", level == 2 ? office.code(number).code() : null, officer);
    }

    /** A case before the mayor, who decides last. */
    private String beforeTheMayor() {
        String number = office.recommendedBy(MALEE);
        approve(number, 1, DIRECTOR);
        office.openApproval(number, 2);
        return number;
    }

    private CodeNotAccepted.Reason refused(String number, String remark, String code) {
        CodeNotAccepted refusal = catchThrowableOfType(
                CodeNotAccepted.class,
                () -> approvals.approve(number, office.version(number), 2, remark, code, MAYOR));
        assertThat(decisions.of(number)).hasSize(1);
        return refusal.reason();
    }

    @Test
    void the_last_approver_confirms_the_very_decision_with_a_code_that_is_kept_as_evidence() {
        String number = beforeTheMayor();
        assertThat(approvals.takesCode(number, 1)).isFalse();
        assertThat(approvals.takesCode(number, 2)).isTrue();
        String sha256 = approvals.sendCode(number, office.version(number), 2, "ให้ติดตั้งบ่อดักไขมัน ", MAYOR);
        String code = office.code(number).code();
        assertThat(office.code(number).toString()).doesNotContain(code);
        assertThat(refused(number, "หมายเหตุอื่น", code)).isEqualTo(CodeNotAccepted.Reason.OTHER_DECISION);

        approvals.approve(number, office.version(number), 2, "ให้ติดตั้งบ่อดักไขมัน", code, MAYOR);

        assertThat(authority.of(number)).singleElement().satisfies(given -> {
            assertThat(given.sha256()).isEqualTo(sha256);
            assertThat(given.intact()).isTrue();
            assertThat(given.officer()).isEqualTo(MAYOR.subject());
            assertThat(given.username()).isEqualTo(MAYOR.username());
            assertThat(given.statement())
                    .contains(number, "ให้ติดตั้งบ่อดักไขมัน", decisions.of(number).get(1).digest());
        });
        assertThat(office.heard(Approved.class).get(1).details())
                .containsEntry("sha256", sha256)
                .containsEntry("authorisation", authority.of(number).get(0).id().toString());
        assertThatThrownBy(() -> jdbc.sql("update approval_code set officer = 'x' where used_at is not null").update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void without_the_right_code_in_time_the_last_level_decides_nothing() {
        String number = beforeTheMayor();
        assertThat(refused(number, "", "123456")).isEqualTo(CodeNotAccepted.Reason.NONE_REQUESTED);
        approvals.sendCode(number, office.version(number), 2, "", MAYOR);
        String right = office.code(number).code();
        String wrong = right.equals("000000") ? "000001" : "000000";
        for (int tries = 1; tries < 5; tries++) {
            assertThat(refused(number, "", wrong)).isEqualTo(CodeNotAccepted.Reason.WRONG);
        }
        assertThat(refused(number, "", wrong)).isEqualTo(CodeNotAccepted.Reason.TOO_MANY_TRIES);
        assertThat(refused(number, "", right)).isEqualTo(CodeNotAccepted.Reason.TOO_MANY_TRIES);

        approvals.sendCode(number, office.version(number), 2, "", MAYOR);
        clock.set(MONDAY.plusSeconds(601));
        assertThat(refused(number, "", office.code(number).code())).isEqualTo(CodeNotAccepted.Reason.EXPIRED);

        Officer unreachable = new Officer(
                "other", "other", "นายอื่น", "Mr Other", "รองนายก", "TYM", null, null, Set.of(Role.APPROVER_2));
        assertThatThrownBy(() -> approvals.sendCode(number, office.version(number), 2, "", unreachable))
                .isInstanceOfSatisfying(
                        CodeNotAccepted.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(CodeNotAccepted.Reason.NO_ADDRESS));
    }

    @Test
    void who_cannot_sign_the_permit_gets_no_code_and_can_still_send_back() {
        String number = beforeTheMayor();
        keys.missing().add("TYM/mayor");
        try {
            assertThatThrownBy(() -> approvals.sendCode(number, office.version(number), 2, "", MAYOR))
                    .isInstanceOfSatisfying(
                            CodeNotAccepted.class,
                            refusal -> assertThat(refusal.reason()).isEqualTo(CodeNotAccepted.Reason.NO_KEY));
            assertThat(office.code(number)).isNull();
            approvals.sendBack(number, office.version(number), 2, "โปรดทบทวน", MAYOR);
        } finally {
            keys.missing().clear();
        }
    }

    @Test
    void approval_goes_up_the_hierarchy_level_by_level() {
        String number = office.recommendedBy(MALEE);
        approve(number, 1, DIRECTOR);
        assertThat(office.heard(Approved.class)).singleElement().satisfies(act -> {
            assertThat(act.level()).isOne();
            assertThat(act.last()).isFalse();
        });
        office.openApproval(number, 2);
        approve(number, 2, MAYOR);
        assertThat(office.heard(Approved.class).get(1).last()).isTrue();
        assertThat(decisions.of(number)).extracting(Decision::officer).containsExactly("นางdirector", "นางmayor");
    }

    @Test
    void an_approver_decides_only_at_the_own_level_and_agency() {
        String number = office.recommendedBy(MALEE);
        assertThatThrownBy(() -> approve(number, 1, MAYOR)).isInstanceOf(NotYourTask.class);
        assertThatThrownBy(() -> approve(number, 1, STRANGER)).isInstanceOf(NoSuchTask.class);
        assertThatThrownBy(() -> approve(number, 2, MAYOR)).isInstanceOf(NoSuchTask.class);
    }

    @Test
    void who_gave_the_opinion_does_not_decide_over_it() {
        String number = office.recommendedBy(WICHAI);
        assertThatThrownBy(() -> approve(number, 1, WICHAI))
                .isInstanceOfSatisfying(
                        FourEyes.class, e -> assertThat(e.reason()).isEqualTo(FourEyes.Reason.RECOMMENDED));
        approve(number, 1, DIRECTOR);
    }

    @Test
    void who_decided_at_a_level_does_not_decide_at_the_next() {
        String number = office.recommendedBy(MALEE);
        approve(number, 1, BOTH_LEVELS);
        office.openApproval(number, 2);
        assertThatThrownBy(() -> approve(number, 2, BOTH_LEVELS))
                .isInstanceOfSatisfying(
                        FourEyes.class, e -> assertThat(e.reason()).isEqualTo(FourEyes.Reason.DECIDED_BELOW));
        approve(number, 2, MAYOR);
    }

    @Test
    void sending_back_needs_a_reason_and_leads_to_another_opinion_and_the_first_level_again() {
        String number = office.recommendedBy(MALEE);
        assertThatThrownBy(() -> approvals.sendBack(number, office.version(number), 1, " ", DIRECTOR))
                .isInstanceOf(IllegalArgumentException.class);
        approvals.sendBack(number, office.version(number), 1, "โปรดทบทวนขนาดพื้นที่", DIRECTOR);
        assertThat(applications.get(number).state()).isEqualTo(ApplicationState.IN_REVIEW);
        assertThat(office.heard(SentBack.class)).singleElement();

        office.open(number, TaskKind.RECOMMEND);
        opinions.recommend(number, office.version(number), Recommendation.APPROVE, "ทบทวนแล้ว", MALEE);
        office.openApproval(number, 1);
        approve(number, 1, DIRECTOR);
        assertThat(decisions.of(number)).extracting(Decision::opinion).containsExactly(1, 2);
    }

    @Test
    void of_two_approvers_at_once_one_decides_and_the_other_learns_who_did() throws Exception {
        String number = office.recommendedBy(MALEE);
        int seen = office.version(number);
        Officer deputy = Office.officer("deputy-director", "TYM", Role.APPROVER_1);
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            List<Future<String>> outcomes = Stream.of(DIRECTOR, deputy)
                    .map(officer -> both.submit(() -> {
                        try {
                            approvals.approve(number, seen, 1, "", null, officer);
                            return officer.displayName();
                        } catch (TaskAlreadyDone e) {
                            return "done by " + e.by();
                        }
                    }))
                    .toList();
            List<String> results = List.of(outcomes.get(0).get(), outcomes.get(1).get());
            String winner = decisions.of(number).get(0).officer();
            assertThat(decisions.of(number)).hasSize(1);
            assertThat(results).containsExactlyInAnyOrder(winner, "done by " + winner);
        } finally {
            both.shutdownNow();
        }
    }

    @Test
    void a_page_that_shows_an_older_case_decides_nothing() {
        String number = office.recommendedBy(MALEE);
        int seen = office.version(number) - 1;
        assertThatThrownBy(() -> approvals.approve(number, seen, 1, "", null, DIRECTOR)).isInstanceOf(StaleCase.class);
        assertThat(decisions.of(number)).isEmpty();
    }

    @Test
    void a_decision_freezes_what_it_was_made_over() throws Exception {
        String number = office.recommendedBy(MALEE);
        approve(number, 1, DIRECTOR);
        Decision decision = decisions.of(number).get(0);
        String over = decisions.decidedOver(number, 1, 1).orElseThrow();
        assertThat(over).contains("ร้านสมชาย").contains("ครบถ้วนตามหลักเกณฑ์").contains("\"findings\"");
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(over.getBytes(StandardCharsets.UTF_8));
        assertThat(decision.digest()).isEqualTo(HexFormat.of().formatHex(digest));
        assertThatThrownBy(() -> jdbc.sql("update decision set remark = 'x'").update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> jdbc.sql("delete from decision").update()).isInstanceOf(DataAccessException.class);
    }
}
