package org.anuyat.workflow.worklist;

import static org.anuyat.workflow.worklist.Lists.MONDAY;
import static org.anuyat.workflow.worklist.Lists.application;
import static org.anuyat.workflow.worklist.Lists.officer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.anuyat.testing.SettableClock;
import org.anuyat.workflow.identity.Officer;
import org.anuyat.workflow.identity.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(classes = Lists.class)
class WorklistTest {

    @Autowired
    Worklist worklist;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    SettableClock clock;

    Officer malee = officer("มาลี", "TYM", Role.REVIEWER);
    Officer wichai = officer("วิชัย", "TYM", Role.REVIEWER);
    Officer ofAnotherAgency = officer("สมศรี", "TYN", Role.REVIEWER);
    Officer receiving = officer("ปราณี", "TYM", Role.RECEIVING_OFFICER);

    @BeforeEach
    void oneToCheck() {
        jdbc.sql("truncate worklist_task").update();
        clock.set(MONDAY);
        worklist.open(application("TYM69-1", "TYM", "นายสมชาย ใจดี", MONDAY), TaskKind.CHECK, MONDAY.plus(Duration.ofDays(1)));
    }

    Task require(Officer officer) {
        return transaction.execute(status -> worklist.requireOpen("TYM69-1", TaskKind.CHECK, officer));
    }

    void doIt(Officer officer) {
        transaction.executeWithoutResult(
                status -> worklist.done(worklist.requireOpen("TYM69-1", TaskKind.CHECK, officer), officer));
    }

    @Test
    void opening_twice_opens_once() {
        worklist.open(application("TYM69-1", "TYM", "นายสมชาย ใจดี", MONDAY), TaskKind.CHECK, MONDAY);
        assertThat(worklist.of("TYM69-1")).hasSize(1);
    }

    @Test
    void an_act_needs_a_transaction_around_it() {
        assertThatThrownBy(() -> worklist.requireOpen("TYM69-1", TaskKind.CHECK, malee))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void an_officer_without_the_role_is_refused() {
        assertThatThrownBy(() -> require(receiving)).isInstanceOf(NotYourTask.class);
    }

    @Test
    void an_officer_of_another_agency_learns_nothing() {
        assertThatThrownBy(() -> require(ofAnotherAgency)).isInstanceOf(NoSuchTask.class);
        long id = require(malee).id();
        assertThatThrownBy(() -> worklist.claim(id, ofAnotherAgency)).isInstanceOf(NoSuchTask.class);
    }

    @Test
    void who_comes_second_learns_who_did_it_and_when() {
        doIt(malee);
        TaskAlreadyDone refused = catchThrowableOfType(TaskAlreadyDone.class, () -> doIt(wichai));
        assertThat(refused.by()).isEqualTo("นางมาลี");
        assertThat(refused.at()).isEqualTo(MONDAY);
        assertThat(refused.done()).isTrue();
    }

    @Test
    void a_task_that_fell_away_was_done_by_nobody() {
        worklist.closeAll("TYM69-1");
        TaskAlreadyDone refused = catchThrowableOfType(TaskAlreadyDone.class, () -> doIt(wichai));
        assertThat(refused.done()).isFalse();
    }

    @Test
    void what_was_done_stays_the_officers_when_the_procedure_closes_it_too() {
        doIt(malee);
        worklist.close("TYM69-1", TaskKind.CHECK);
        assertThat(catchThrowableOfType(TaskAlreadyDone.class, () -> doIt(wichai)).done()).isTrue();
    }

    @Test
    void of_two_officers_at_once_one_does_it() throws Exception {
        ExecutorService both = Executors.newFixedThreadPool(2);
        CountDownLatch start = new CountDownLatch(1);
        try {
            List<Future<Boolean>> outcomes = Stream.of(malee, wichai)
                    .map(officer -> both.submit(() -> {
                        start.await();
                        try {
                            doIt(officer);
                            return true;
                        } catch (TaskAlreadyDone e) {
                            return false;
                        }
                    }))
                    .toList();
            start.countDown();
            assertThat(List.of(outcomes.get(0).get(), outcomes.get(1).get())).containsExactlyInAnyOrder(true, false);
        } finally {
            both.shutdownNow();
        }
    }

    @Test
    void a_claimed_task_is_left_to_who_claimed_it_until_it_is_given_back_or_taken_over() {
        long id = require(malee).id();
        worklist.claim(id, malee);
        assertThat(require(malee).isClaimedBy(malee)).isTrue();
        assertThatThrownBy(() -> require(wichai)).isInstanceOf(TaskClaimed.class);
        assertThatThrownBy(() -> worklist.claim(id, wichai)).isInstanceOf(TaskClaimed.class);
        assertThatThrownBy(() -> worklist.release(id, wichai)).isInstanceOf(TaskClaimed.class);

        worklist.takeOver(id, wichai);
        assertThat(require(wichai).isClaimedBy(wichai)).isTrue();

        worklist.release(id, wichai);
        assertThat(require(malee).taken()).isEmpty();
    }

    @Test
    void levels_of_approval_are_tasks_of_their_own() {
        Officer head = officer("หัวหน้า", "TYM", Role.APPROVER_1);
        Officer mayor = officer("นายก", "TYM", Role.APPROVER_2);
        WorkedCase application = application("TYM69-2", "TYM", "นางสาวสุดา", MONDAY);
        worklist.openApproval(application, 1, Role.APPROVER_1, MONDAY);
        worklist.openApproval(application, 2, Role.APPROVER_2, MONDAY);
        assertThat(requireApproval(1, head).role()).isEqualTo(Role.APPROVER_1);
        assertThatThrownBy(() -> requireApproval(2, head)).isInstanceOf(NotYourTask.class);
        assertThat(requireApproval(2, mayor).role()).isEqualTo(Role.APPROVER_2);
    }

    private Task requireApproval(int level, Officer officer) {
        return transaction.execute(
                status -> worklist.requireOpen("TYM69-2", TaskKind.APPROVE, level, officer));
    }
}
