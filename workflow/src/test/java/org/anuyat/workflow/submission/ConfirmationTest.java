package org.anuyat.workflow.submission;

import static org.anuyat.workflow.submission.Applicant.DECLARATION;
import static org.anuyat.workflow.submission.Applicant.somying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.anuyat.testing.SettableClock;
import org.anuyat.workflow.identity.Person;
import org.anuyat.workflow.submission.ApplyTestApplication.Heard;
import org.anuyat.workflow.submission.acknowledgement.Acknowledgements;
import org.anuyat.workflow.submission.confirmation.Confirmation;
import org.anuyat.workflow.submission.confirmation.NotReady;
import org.anuyat.workflow.submission.confirmation.Receipt;
import org.anuyat.workflow.submission.drafts.Draft;
import org.anuyat.workflow.submission.drafts.DraftDocuments;
import org.anuyat.workflow.submission.drafts.DraftSubmitted;
import org.anuyat.workflow.submission.drafts.Drafts;
import org.anuyat.workflow.submission.drafts.StalePage;
import org.anuyat.workflow.submission.drafts.UnknownDraft;
import org.anuyat.workflow.submission.signature.Signatures;
import org.anuyat.workflow.submission.withdrawal.Withdrawal;
import org.anuyat.workflow.thai.NationalId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(classes = ApplyTestApplication.class)
@Import(Applicant.class)
class ConfirmationTest {

    @Autowired
    Applicant applicant;

    @Autowired
    Confirmation confirmation;

    @Autowired
    Applications applications;

    @Autowired
    Acknowledgements acknowledgements;

    @Autowired
    Drafts drafts;

    @Autowired
    DraftDocuments documents;

    @Autowired
    Signatures signatures;

    @Autowired
    Withdrawal withdrawal;

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
    void confirming_makes_an_application_that_says_what_was_checked() {
        Draft draft = applicant.ready(somying);

        Receipt receipt = applicant.confirm(draft, somying);

        assertThat(ApplicationNumber.isWellFormed(receipt.number())).isTrue();
        assertThat(receipt.number()).startsWith("TYM69-");
        Application application = applications.ownedBy(receipt.number(), somying);
        assertThat(application.state()).isEqualTo(ApplicationState.SUBMITTED);
        assertThat(application.applicantName()).isEqualTo("นางสาวสมหญิง ใจดี");
        assertThat(application.answers().at("/place/nameTh").asString()).isEqualTo("ครัวสมหญิง");
        assertThat(application.attachments()).hasSize(5);
        Submitted submitted = heard.last(Submitted.class);
        assertThat(submitted.applicationNumber()).isEqualTo(receipt.number());
        assertThat(submitted.agency()).isEqualTo("TYM");
    }

    @ParameterizedTest(name = "{0} counts as {1}")
    @CsvSource({
        // office hours 08:30 to 16:30 in Bangkok, which is seven hours ahead
        "2026-11-20T01:29:59.999Z, 2026-11-20T01:30:00Z",
        "2026-11-20T01:30:00Z,     2026-11-20T01:30:00Z",
        "2026-11-20T09:29:59.999Z, 2026-11-20T09:29:59.999Z",
        "2026-11-20T11:00:00Z,     2026-11-23T01:30:00Z",
        "2026-11-21T05:00:00Z,     2026-11-23T01:30:00Z",
        "2026-12-04T10:00:00Z,     2026-12-08T01:30:00Z",
        "2026-12-31T05:00:00Z,     2027-01-04T01:30:00Z",
    })
    void the_legal_time_of_receipt_is_the_next_opening_outside_of_office_hours(Instant entered, Instant received) {
        clock.set(entered);
        Receipt receipt = applicant.apply(somying);
        assertThat(receipt.enteredAt()).isEqualTo(entered);
        assertThat(receipt.receivedAt()).isEqualTo(received);
    }

    @Test
    void two_confirms_at_once_make_one_application() throws Exception {
        Draft draft = applicant.ready(somying);
        String code = applicant.code(draft, somying);
        Callable<Receipt> confirm = () -> confirmation.confirm(draft.id(), draft.version(), code, DECLARATION, somying);

        ExecutorService windows = Executors.newFixedThreadPool(4);
        List<Future<Receipt>> receipts = windows.invokeAll(List.of(confirm, confirm, confirm, confirm));
        windows.shutdown();

        Receipt first = receipts.get(0).get();
        for (Future<Receipt> receipt : receipts) {
            assertThat(receipt.get()).isEqualTo(first);
        }
        assertThat(applications.ofApplicant(somying)).hasSize(1);
        assertThat(heard.all(Submitted.class)).hasSize(1);
    }

    @Test
    void confirming_again_gives_the_same_receipt_whatever_the_code() {
        Draft draft = applicant.ready(somying);
        Receipt receipt = applicant.confirm(draft, somying);
        clock.advance(Duration.ofDays(3));
        assertThat(confirmation.confirm(draft.id(), 0, "", DECLARATION, somying)).isEqualTo(receipt);
        assertThatThrownBy(() -> confirmation.requestCode(draft.id(), somying)).isInstanceOf(DraftSubmitted.class);
        assertThatThrownBy(() -> drafts.savePage(draft.id(), "who", 1, Applicant.pages().get("who"), somying))
                .isInstanceOf(DraftSubmitted.class);
    }

    @Test
    void a_national_id_other_than_the_proven_one_is_told_at_its_field_and_not_confirmed() {
        Draft draft = applicant.ready(somying);
        Person proven = new Person(
                somying.subject(), "นางสาว", "สมหญิง", "ใจดี", null, new NationalId("3101200456711"), null, null, null, null,
                somying.assurance(), somying.authenticator());

        NotReady refused = catchThrowableOfType(
                NotReady.class, () -> confirmation.confirm(draft.id(), draft.version(), "", DECLARATION, proven));

        assertThat(refused.progress().pages().stream().flatMap(page -> page.errors().stream()))
                .extracting("page", "field", "code")
                .containsExactly(tuple("who", "applicant.citizenId", "not-as-proven"));
        assertThat(applications.ofApplicant(somying)).isEmpty();

        drafts.savePage(draft.id(), "who", draft.page("who").version(), Applicant.pages().get("who"), proven);
        Draft mended = drafts.find(draft.id(), proven);
        assertThat(mended.answers().at("/applicant/citizenId").asString()).isEqualTo("3101200456711");
        assertThat(applicant.confirm(mended, proven)).isNotNull();
    }

    @Test
    void people_who_confirm_at_once_get_different_numbers() throws Exception {
        List<Callable<Receipt>> all = IntStream.range(0, 8)
                .<Callable<Receipt>>mapToObj(i -> {
                    Person person = somying();
                    Draft draft = applicant.ready(person);
                    String code = applicant.code(draft, person);
                    return () -> confirmation.confirm(draft.id(), draft.version(), code, DECLARATION, person);
                })
                .toList();
        ExecutorService people = Executors.newFixedThreadPool(8);
        List<Future<Receipt>> receipts = people.invokeAll(all);
        people.shutdown();
        assertThat(receipts.stream().map(ConfirmationTest::number).distinct()).hasSize(8);
    }

    @Test
    void what_changed_after_it_was_checked_is_not_confirmed() {
        Draft checked = applicant.ready(somying);
        String code = applicant.code(checked, somying);
        documents.detach(checked.id(), checked.attachmentsFor("locationMap").get(0).id(), somying);
        assertThatThrownBy(() -> confirmation.confirm(checked.id(), checked.version(), code, DECLARATION, somying))
                .isInstanceOf(StalePage.class);
    }

    @Test
    void an_incomplete_draft_is_not_confirmed() {
        Draft draft = applicant.answered(somying);
        NotReady notReady = catchThrowableOfType(NotReady.class, () -> confirmation.requestCode(draft.id(), somying));
        assertThat(notReady.progress().answered()).isTrue();
        assertThat(notReady.progress().documented()).isFalse();
    }

    @Test
    void another_person_confirms_nothing() {
        Draft draft = applicant.ready(somying);
        String code = applicant.code(draft, somying);
        Person other = somying();
        assertThatThrownBy(() -> confirmation.confirm(draft.id(), draft.version(), code, DECLARATION, other))
                .isInstanceOf(UnknownDraft.class);
        Receipt receipt = confirmation.confirm(draft.id(), draft.version(), code, DECLARATION, somying);
        assertThatThrownBy(() -> applications.ownedBy(receipt.number(), other)).isInstanceOf(UnknownApplication.class);
        assertThat(applications.ofApplicant(other)).isEmpty();
    }

    @Test
    void the_signature_is_kept_with_the_very_text_that_was_signed() {
        Receipt receipt = applicant.apply(somying);
        Signatures.Evidence evidence = signatures.of(receipt.number()).get(0);
        assertThat(Signatures.isIntact(evidence)).isTrue();
        assertThat(evidence.signerId()).isEqualTo(somying.subject());
        assertThat(evidence.assurance()).isEqualTo("IAL2.3");
        assertThat(evidence.address()).isEqualTo("192.0.2.7");
        assertThat(evidence.codeId()).isNotNull();
        assertThat(evidence.content()).contains(receipt.number(), "ครัวสมหญิง", "ข้าพเจ้าขอรับรอง");
        assertThat(evidence.sha256()).isEqualTo(heard.last(Submitted.class).contentSha256());
    }

    @Test
    void the_acknowledgement_is_made_once() {
        Receipt receipt = applicant.apply(somying);
        var first = acknowledgements.issue(receipt.number());
        var second = acknowledgements.issue(receipt.number());
        assertThat(second).isEqualTo(first);
        assertThat(first.mediaType()).isEqualTo("application/pdf");
        assertThat(heard.all(Acknowledged.class)).hasSize(1);
    }

    @Test
    void an_application_is_taken_back_once_and_never_after_its_end() {
        Receipt receipt = applicant.apply(somying);
        Person other = somying();
        assertThatThrownBy(() -> withdrawal.withdraw(receipt.number(), other, "")).isInstanceOf(UnknownApplication.class);

        withdrawal.withdraw(receipt.number(), somying, " เปลี่ยนแผน ");
        withdrawal.withdraw(receipt.number(), somying, "อีกครั้ง");

        assertThat(heard.all(Withdrawn.class)).singleElement().extracting(Withdrawn::reason).isEqualTo("เปลี่ยนแผน");
        assertThat(applications.get(receipt.number()).state()).isEqualTo(ApplicationState.WITHDRAWN);
    }

    @ParameterizedTest
    @CsvSource({"ISSUING", "ISSUED", "REFUSED", "RETURNED"})
    void what_is_too_late_to_take_back_is_said_so(ApplicationState state) {
        Receipt receipt = applicant.apply(somying);
        jdbc.sql("update application set state = ? where number = ?").params(state.name(), receipt.number()).update();
        assertThatThrownBy(() -> withdrawal.withdraw(receipt.number(), somying, "")).isInstanceOf(WrongState.class);
    }

    private static String number(Future<Receipt> receipt) {
        try {
            return receipt.get().number();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
