package org.anuyat.allinone.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.anuyat.allinone.people.Applying;
import org.anuyat.allinone.people.Watch;
import org.anuyat.workflow.payment.FeeBill;
import org.anuyat.workflow.payment.Payments;
import org.anuyat.workflow.submission.ApplicationState;
import org.anuyat.workflow.submission.withdrawal.Withdrawal;
import org.anuyat.workflow.worklist.TaskAlreadyDone;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Applicants who change their mind, at every stage. */
class WithdrawalTests extends Procedure {

    @Autowired
    private Withdrawal withdrawal;

    @Autowired
    private Payments payments;

    @Autowired
    private ManagementService jobs;

    @Test
    void a_withdrawn_application_waits_for_nobody_and_its_bill_is_closed() {
        String number = approved();
        watch.bill(number);

        withdrawal.withdraw(number, somchai, "เปลี่ยนใจ");

        assertThat(watch.state(number)).isEqualTo(ApplicationState.WITHDRAWN);
        Watch.until(() -> payments.of(number).orElseThrow().state() == FeeBill.State.CANCELLED);
        watch.ends(number);
    }

    @Test
    void an_application_withdrawn_before_its_procedure_began_never_reaches_the_officers() {
        for (int i = 0; i < 5; i++) {
            String number = applying.apply(somchai, Applying.restaurant());

            withdrawal.withdraw(number, somchai, "กรอกผิด");

            assertThat(watch.waitingFor(number)).isEmpty();
            watch.ends(number);
            assertThat(jobs.createJobQuery().withException().noRetriesLeft().count()).isZero();
        }
    }

    @Test
    void a_withdrawal_that_meets_the_job_that_begins_the_procedure_is_tried_again(
            @Autowired JobExecutor executor, @Autowired RuntimeService runtime, @Autowired DataSource database, @Autowired JdbcClient jdbc)
            throws Exception {
        ExecutorService citizens = Executors.newSingleThreadExecutor();
        executor.shutdown();
        try (Connection node = database.getConnection()) {
            String number = applying.apply(somchai, Applying.restaurant());
            node.setAutoCommit(false);
            try (PreparedStatement taken = node.prepareStatement("update act_ru_job set rev_ = rev_ + 1 where process_instance_id_ = ?")) {
                taken.setString(1, runtime.createProcessInstanceQuery().processInstanceBusinessKey(number).singleResult().getId());
                assertThat(taken.executeUpdate()).isOne();
            }
            Future<?> withdrawn = citizens.submit(() -> withdrawal.withdraw(number, somchai, "กรอกผิด"));
            Watch.until(() -> jdbc.sql("select count(*) from pg_stat_activity where wait_event_type = 'Lock' and query ilike '%act_ru_job%'")
                            .query(Long.class)
                            .single()
                    > 0);
            node.commit();
            withdrawn.get(1, TimeUnit.MINUTES);
            assertThat(watch.state(number)).isEqualTo(ApplicationState.WITHDRAWN);
            executor.start();
            watch.ends(number);
        } finally {
            executor.start();
            citizens.shutdownNow();
        }
    }

    @Test
    void an_application_withdrawn_during_review_leaves_the_officers_lists() {
        String number = applying.apply(somchai, Applying.restaurant());
        officers.register(number);

        withdrawal.withdraw(number, somchai, "");

        assertThat(watch.waitingFor(number)).isEmpty();
        assertThatThrownBy(() -> officers.findComplete(number)).isInstanceOf(TaskAlreadyDone.class);
        watch.ends(number);
    }
}
