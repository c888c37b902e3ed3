package org.anuyat.workflow.submission;

import static org.anuyat.workflow.submission.Applicant.DECLARATION;
import static org.anuyat.workflow.submission.Applicant.pdf;
import static org.anuyat.workflow.submission.Applicant.somying;
import static org.anuyat.workflow.submission.Applicant.typed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.anuyat.testing.SettableClock;
import org.anuyat.workflow.acts.Actor;
import org.anuyat.workflow.identity.Person;
import org.anuyat.workflow.submission.ApplyTestApplication.Heard;
import org.anuyat.workflow.submission.attachments.NotAskedFor;
import org.anuyat.workflow.submission.corrections.Change;
import org.anuyat.workflow.submission.corrections.Corrected;
import org.anuyat.workflow.submission.corrections.Correcting;
import org.anuyat.workflow.submission.corrections.Correction;
import org.anuyat.workflow.submission.corrections.CorrectionChanged;
import org.anuyat.workflow.submission.corrections.CorrectionItem;
import org.anuyat.workflow.submission.corrections.CorrectionItem.Kind;
import org.anuyat.workflow.submission.corrections.Corrections;
import org.anuyat.workflow.submission.corrections.CorrectionsOver;
import org.anuyat.workflow.submission.corrections.Resubmission;
import org.anuyat.workflow.submission.signature.CodeRefused;
import org.anuyat.workflow.submission.signature.OneTimeCodes;
import org.anuyat.workflow.submission.signature.Signatures;
import org.anuyat.workflow.submission.withdrawal.Withdrawal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(classes = ApplyTestApplication.class)
@Import(Applicant.class)
class CorrectionsTest {

    static final Actor OFFICER = Actor.officer("officer-1", "นางมาลี ตรวจดี");
    static final CorrectionItem AREA = new CorrectionItem(Kind.FIELD, "place.areaSqm", "พื้นที่ไม่ตรงกับแบบแปลน");
    static final CorrectionItem MAP = new CorrectionItem(Kind.DOCUMENT, "locationMap", "แผนที่ไม่ชัดเจน");
    static final CorrectionItem CAPACITY = new CorrectionItem(Kind.FIELD, "applicant.capacity", "ยื่นแทนนิติบุคคลหรือไม่");

    @Autowired
    Applicant applicant;

    @Autowired
    Applications applications;

    @Autowired
    Corrections corrections;

    @Autowired
    Correcting correcting;

    @Autowired
    Resubmission resubmission;

    @Autowired
    Withdrawal withdrawal;

    @Autowired
    Signatures signatures;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    SettableClock clock;

    @Autowired
    Heard heard;

    Person somying = somying();
    String number = "";

    @BeforeEach
    void anApplicationInReview() {
        clock.set(ApplyTestApplication.FRIDAY_NOON);
        number = applicant.apply(somying).number();
        heard.forget();
    }

    @Test
    void only_what_was_asked_for_can_be_changed() {
        ask(AREA, MAP);
        assertThatThrownBy(() -> correcting.saveField(number, "place.nameTh", typed("place.nameTh", "ครัวใหม่"), somying))
                .isInstanceOf(NotAskedFor.class);
        assertThatThrownBy(() -> correcting.attach(number, "sanitationPlan", pdf("a.pdf"), somying))
                .isInstanceOf(NotAskedFor.class);

        Corrected smuggled = correcting.saveField(
                number, "place.areaSqm", typed("place.areaSqm", "300", "place.nameTh", "ครัวใหม่"), somying);
        assertThat(smuggled.reading().hasUnknownFields()).isTrue();
        assertThat(smuggled.correction().answers().at("/place/areaSqm").asDouble()).isEqualTo(250.5);
    }

    @Test
    void sending_in_keeps_before_and_after_of_everything_that_was_asked_for() {
        ask(AREA, MAP);
        assertThat(correcting.saveField(number, "place.areaSqm", typed("place.areaSqm", "312"), somying)
                        .reading()
                        .isComplete())
                .isTrue();
        Correction ready = correcting.attach(number, "locationMap", pdf("แผนที่ใหม่.pdf"), somying);
        assertThat(ready.complete()).isTrue();

        send(ready);

        Application corrected = applications.get(number);
        assertThat(corrected.answers().at("/place/areaSqm").asDouble()).isEqualTo(312);
        assertThat(corrected.attachmentsFor("locationMap")).extracting(Attachment::name).containsExactly("แผนที่ใหม่.pdf");
        assertThat(corrected.attachments()).hasSize(5);
        List<Change> changes = corrections.changes(number);
        assertThat(changes).hasSize(2).allMatch(Change::isDifferent);
        assertThat(changes.get(0).before().asDouble()).isEqualTo(250.5);
        assertThat(changes.get(0).after().asDouble()).isEqualTo(312);
        assertThat(changes.get(1).before().get(0).get("name").asString()).isEqualTo("locationMap.pdf");
        assertThat(changes.get(1).after().get(0).get("name").asString()).isEqualTo("แผนที่ใหม่.pdf");
        assertThat(applications.revisions(number)).hasSize(2);
        assertThat(applications.revisions(number).get(0).answers().at("/place/areaSqm").asDouble()).isEqualTo(250.5);
        assertThat(signatures.of(number)).hasSize(2).allMatch(Signatures::isIntact);
        assertThat(heard.last(Resubmitted.class).corrected()).containsExactly("place.areaSqm", "locationMap");
    }

    @Test
    void sending_in_twice_is_as_good_as_once() {
        ask(AREA);
        Correction ready = correcting
                .saveField(number, "place.areaSqm", typed("place.areaSqm", "312"), somying)
                .correction();
        send(ready);
        resubmission.resubmit(number, ready.version(), "", DECLARATION, somying);
        assertThat(heard.all(Resubmitted.class)).hasSize(1);
        assertThat(applications.revisions(number)).hasSize(2);
    }

    @Test
    void corrections_are_signed_with_a_one_time_code_of_their_own() {
        ask(AREA);
        Correction ready = correcting
                .saveField(number, "place.areaSqm", typed("place.areaSqm", "312"), somying)
                .correction();
        assertThat(refusal(ready, "123456")).isEqualTo(CodeRefused.Reason.NONE_REQUESTED);
        String first = code(ready);
        assertThat(heard.last(CodeRequested.class).applicationNumber()).isEqualTo(number);
        assertThat(resubmission.codeWorksUntil(number, somying))
                .contains(clock.instant().plus(OneTimeCodes.LIFE));

        assertThat(refusal(ready, other(first))).isEqualTo(CodeRefused.Reason.WRONG);
        clock.advance(Duration.ofMinutes(11));
        assertThat(refusal(ready, first)).isEqualTo(CodeRefused.Reason.EXPIRED);
        assertThat(applications.revisions(number)).as("nothing went in by a refused code").hasSize(1);

        resubmission.resubmit(number, ready.version(), code(ready), DECLARATION, somying);

        assertThat(signatures.of(number)).extracting(Signatures.Evidence::codeId).doesNotContainNull().doesNotHaveDuplicates();
        assertThat(signatures.of(number).get(1).content()).contains("312");
    }

    @Test
    void an_answer_with_errors_is_not_taken_over() {
        ask(AREA);
        Corrected wrong = correcting.saveField(number, "place.areaSqm", typed("place.areaSqm", "กว้างมาก"), somying);
        assertThat(wrong.reading().errors()).extracting("field").containsExactly("place.areaSqm");
        assertThat(wrong.correction().complete()).isFalse();
    }

    @Test
    void a_corrected_answer_may_call_for_more_and_then_that_is_listed_too() {
        ask(CAPACITY);
        Correction after = correcting
                .saveField(number, "applicant.capacity", typed("applicant.capacity", "JURISTIC"), somying)
                .correction();

        assertThat(after.items()).filteredOn(Correction.Item::consequence)
                .extracting(item -> item.asked().key())
                .contains("juristicCertificate", "applicant.principalName");
        assertThat(after.complete()).isFalse();
        assertThatThrownBy(() -> resubmission.requestCode(number, after.version(), somying))
                .isInstanceOf(CorrectionChanged.class);

        Correction back = correcting
                .saveField(number, "applicant.capacity", typed("applicant.capacity", "SELF"), somying)
                .correction();
        assertThat(back.items()).hasSize(1);
        assertThat(back.complete()).isTrue();
    }

    @Test
    void what_another_window_changed_is_looked_at_again_before_it_is_sent_in() {
        ask(AREA);
        Correction seen = correcting
                .saveField(number, "place.areaSqm", typed("place.areaSqm", "312"), somying)
                .correction();
        correcting.saveField(number, "place.areaSqm", typed("place.areaSqm", "400"), somying);
        assertThatThrownBy(() -> resubmission.requestCode(number, seen.version(), somying))
                .isInstanceOf(CorrectionChanged.class);
    }

    @Test
    void after_the_deadline_nothing_can_be_corrected() {
        ask(AREA);
        Correction ready = correcting
                .saveField(number, "place.areaSqm", typed("place.areaSqm", "312"), somying)
                .correction();
        clock.advance(Duration.ofDays(16));
        assertThatThrownBy(() -> correcting.find(number, somying)).isInstanceOf(CorrectionsOver.class);
        assertThatThrownBy(() -> send(ready))
                .isInstanceOf(CorrectionsOver.class);
    }

    @Test
    void another_person_corrects_nothing() {
        ask(AREA);
        Person other = somying();
        assertThatThrownBy(() -> correcting.find(number, other)).isInstanceOf(UnknownApplication.class);
        assertThatThrownBy(() -> correcting.saveField(number, "place.areaSqm", typed("place.areaSqm", "1"), other))
                .isInstanceOf(UnknownApplication.class);
    }

    @Test
    void withdrawing_closes_the_list() {
        ask(AREA);
        withdrawal.withdraw(number, somying, "");
        assertThat(corrections.current(number)).isEmpty();
        assertThatThrownBy(() -> correcting.find(number, somying)).isInstanceOf(CorrectionsOver.class);
    }

    @Test
    void one_list_at_a_time() {
        ask(AREA);
        assertThatThrownBy(() -> ask(MAP)).isInstanceOf(RuntimeException.class);
        assertThat(corrections.current(number)).hasValueSatisfying(open -> assertThat(open.round()).isEqualTo(1));
    }

    private String code(Correction correction) {
        resubmission.requestCode(number, correction.version(), somying);
        return heard.last(CodeRequested.class).code();
    }

    private void send(Correction correction) {
        resubmission.resubmit(number, correction.version(), code(correction), DECLARATION, somying);
    }

    private CodeRefused.Reason refusal(Correction correction, String code) {
        return catchThrowableOfType(
                        CodeRefused.class,
                        () -> resubmission.resubmit(number, correction.version(), code, DECLARATION, somying))
                .reason();
    }

    private static String other(String code) {
        return code.equals("000000") ? "000001" : "000000";
    }

    private void ask(CorrectionItem... items) {
        Instant deadline = clock.instant().plus(Duration.ofDays(15));
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            if (applications.lock(number).state() == ApplicationState.SUBMITTED) {
                applications.move(number, ApplicationState.IN_REVIEW);
                applications.move(number, ApplicationState.CORRECTION_REQUESTED);
            }
            corrections.open(number, List.of(items), deadline, OFFICER);
        });
    }
}
