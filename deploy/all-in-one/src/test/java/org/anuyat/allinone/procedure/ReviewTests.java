package org.anuyat.allinone.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.anuyat.allinone.people.Applying;
import org.anuyat.workflow.audit.AuditEntry;
import org.anuyat.workflow.audit.AuditTrail;
import org.anuyat.workflow.payment.FeeBill;
import org.anuyat.workflow.review.Recommendation;
import org.anuyat.workflow.submission.ApplicationState;
import org.anuyat.workflow.submission.Applications;
import org.anuyat.workflow.submission.Attachment;
import org.anuyat.workflow.submission.corrections.Correcting;
import org.anuyat.workflow.submission.corrections.Correction;
import org.anuyat.workflow.submission.corrections.Corrections;
import org.anuyat.workflow.submission.corrections.Resubmission;
import org.anuyat.workflow.worklist.TaskAlreadyDone;
import org.anuyat.workflow.worklist.TaskKind;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ways through the review: corrected, returned, sent elsewhere, inspected again, opined on again. */
class ReviewTests extends Procedure {

    @Autowired
    private Applications applications;

    @Autowired
    private Corrections corrections;

    @Autowired
    private Correcting correcting;

    @Autowired
    private Resubmission resubmission;

    @Autowired
    private AuditTrail audit;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void corrections_are_asked_for_once_and_what_was_corrected_is_checked_again() {
        String number = applying.apply(somchai, Applying.restaurant());
        officers.register(number);
        officers.requestCorrections(number, Map.of("point.placeName", "โปรดระบุชื่อให้ตรงกับทะเบียนพาณิชย์"));
        assertThat(watch.state(number)).isEqualTo(ApplicationState.CORRECTION_REQUESTED);
        assertThat(watch.waitingFor(number)).isEmpty();

        Correction correction = corrections.current(number).orElseThrow();
        assertThat(correction.items()).isNotEmpty();
        correcting.saveField(number, "place.nameTh", Map.of("place.nameTh", List.of("ครัวใจดีมาก")), somchai);
        for (Correction.Item item : correcting.find(number, somchai).items()) {
            if (!item.done()) {
                correcting.saveField(
                        number,
                        item.asked().key(),
                        Map.of(item.asked().key(), List.of(Applying.restaurant().getOrDefault(item.asked().key(), "Jai Dee Kitchen"))),
                        somchai);
            }
        }
        int version = correcting.find(number, somchai).version();
        resubmission.requestCode(number, version, somchai);
        resubmission.resubmit(number, version, applying.code(somchai), Applying.DECLARATION, somchai);

        assertThat(watch.state(number)).isEqualTo(ApplicationState.IN_REVIEW);
        assertThat(watch.waitingFor(number)).containsExactly(TaskKind.CHECK);
        assertThat(applications.get(number).answers().at("/place/nameTh").asString()).isEqualTo("ครัวใจดีมาก");
        officers.findComplete(number);
        assertThat(watch.waitingFor(number)).containsExactly(TaskKind.INSPECT);
    }

    @Test
    void an_application_that_is_not_corrected_in_time_is_returned() {
        String number = applying.apply(somchai, Applying.restaurant());
        officers.register(number);
        officers.requestCorrections(number, Map.of("point.placeName", "ไม่ชัดเจน"));
        jdbc.sql(
                        """
                        update correction_request
                        set requested_at = requested_at - interval '60 days', deadline = deadline - interval '60 days'
                        where application_number = ?
                        """)
                .param(number)
                .update();

        watch.fireTimer(number, "correctionDue");

        watch.reach(number, ApplicationState.RETURNED);
        watch.ends(number);
    }

    @Test
    void an_application_for_somebody_else_is_sent_there() {
        String number = applying.apply(somchai, Applying.restaurant());

        String there = officers.forward(number);

        assertThat(watch.state(number)).isEqualTo(ApplicationState.FORWARDED);
        assertThat(watch.waitingFor(number)).isEmpty();
        watch.ends(number);
        officers.see(there);
        assertThat(watch.waitingFor(there)).containsExactly(TaskKind.REGISTER);
        assertThat(applications.get(there).attachments())
                .extracting(Attachment::sha256)
                .containsExactlyElementsOf(applications.get(number).attachments().stream().map(Attachment::sha256).toList());
        assertThat(audit.ofApplication("TYN", there)).extracting(AuditEntry::act).contains("submission.ReceivedFromAgency");
        assertThat(audit.check("TYN").faults()).isEmpty();
    }

    @Test
    void premises_that_failed_are_inspected_again_before_the_opinion() {
        String number = applying.apply(somchai, Applying.restaurant());
        officers.register(number);
        officers.findComplete(number);
        officers.inspect(number, false);
        assertThat(watch.waitingFor(number)).containsExactly(TaskKind.RECOMMEND);

        officers.inspectAgain(number);

        assertThat(watch.waitingFor(number)).containsExactly(TaskKind.INSPECT);
        officers.inspect(number, true);
        assertThat(watch.waitingFor(number)).containsExactly(TaskKind.RECOMMEND);
        officers.recommend(number, Recommendation.APPROVE);
        assertThat(watch.waitingFor(number)).containsExactly(TaskKind.APPROVE);
    }

    @Test
    void what_an_approver_sends_back_is_opined_on_again() {
        String number = applying.apply(somchai, Applying.restaurant());
        officers.passToApproval(number);
        officers.approve(number, 1);

        officers.sendBack(number, 2);

        assertThat(watch.state(number)).isEqualTo(ApplicationState.IN_REVIEW);
        assertThat(watch.waitingFor(number)).containsExactly(TaskKind.RECOMMEND);
        officers.recommend(number, Recommendation.APPROVE);
        assertThat(watch.waitingFor(number)).containsExactly(TaskKind.APPROVE);
        officers.approve(number, 1);
        officers.approve(number, 2);
        assertThat(watch.bill(number).state()).isEqualTo(FeeBill.State.OPEN);
    }

    @Test
    void two_officers_who_register_at_once_register_once() {
        String number = applying.apply(somchai, Applying.restaurant());
        officers.register(number);

        assertThatThrownBy(() -> officers.register(number)).isInstanceOf(TaskAlreadyDone.class);
        assertThat(audit.ofApplication("TYM", number).stream()
                        .filter(entry -> entry.act().equals("review.Registered")))
                .hasSize(1);
    }
}
