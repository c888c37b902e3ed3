package org.anuyat.workflow.submission;

import static org.anuyat.workflow.submission.Applicant.SERVICE;
import static org.anuyat.workflow.submission.Applicant.pdf;
import static org.anuyat.workflow.submission.Applicant.person;
import static org.anuyat.workflow.submission.Applicant.somying;
import static org.anuyat.workflow.submission.Applicant.typed;
import static org.anuyat.workflow.submission.Applicant.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.anuyat.testing.SettableClock;
import org.anuyat.workflow.files.FileRefused;
import org.anuyat.workflow.files.Files;
import org.anuyat.workflow.files.Specimens;
import org.anuyat.workflow.identity.AssuranceLevel;
import org.anuyat.workflow.identity.Person;
import org.anuyat.workflow.identity.PostalAddress;
import org.anuyat.workflow.submission.attachments.NotAskedFor;
import org.anuyat.workflow.submission.attachments.TooManyFiles;
import org.anuyat.workflow.submission.drafts.AssuranceTooLow;
import org.anuyat.workflow.submission.drafts.Draft;
import org.anuyat.workflow.submission.drafts.DraftDocuments;
import org.anuyat.workflow.submission.drafts.Drafts;
import org.anuyat.workflow.submission.drafts.Progress.Standing;
import org.anuyat.workflow.submission.drafts.Saved;
import org.anuyat.workflow.submission.drafts.StalePage;
import org.anuyat.workflow.submission.drafts.UnknownDraft;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

@SpringBootTest(classes = ApplyTestApplication.class)
@Import(Applicant.class)
class DraftsTest {

    @Autowired
    Drafts drafts;

    @Autowired
    DraftDocuments documents;

    @Autowired
    Applicant applicant;

    @Autowired
    Files files;

    @Autowired
    SettableClock clock;

    Person somying = somying();

    @BeforeEach
    void fridayNoon() {
        clock.set(ApplyTestApplication.FRIDAY_NOON);
    }

    @Test
    void a_draft_starts_with_what_is_known_about_the_person() {
        Draft draft = drafts.start(SERVICE, somying);

        assertThat(draft.answers().at("/applicant/fullName").asString()).isEqualTo("สมหญิง ใจดี");
        assertThat(draft.answers().at("/applicant/citizenId").asString()).isEqualTo("1101700230708");
        assertThat(draft.answers().at("/applicant/prefix").asString()).isEqualTo("MISS");
        assertThat(draft.answers().at("/applicant/age").asInt()).isEqualTo(35);
        assertThat(drafts.progress(draft, somying).pages())
                .allSatisfy(page -> assertThat(page.standing()).isEqualTo(Standing.TO_DO));
    }

    @Test
    void a_draft_starts_with_the_address_that_is_known() {
        Person resident = new Person(
                somying.subject(), "นางสาว", "สมหญิง", "ใจดี", null, somying.nationalId(), null, null, null,
                new PostalAddress("99/1", "5", null, "รัตนาธิเบศร์", "บางกระสอ", "เมืองนนทบุรี", "นนทบุรี", "11000"),
                somying.assurance(), somying.authenticator());

        Draft draft = drafts.start(SERVICE, resident);

        assertThat(draft.answers().at("/applicant/address").toString())
                .isEqualTo("{\"houseNo\":\"99/1\",\"moo\":\"5\",\"road\":\"รัตนาธิเบศร์\",\"tambon\":\"บางกระสอ\","
                        + "\"amphoe\":\"เมืองนนทบุรี\",\"province\":\"นนทบุรี\",\"postcode\":\"11000\"}");
    }

    @Test
    void a_weakly_proven_identity_may_not_start() {
        AssuranceTooLow tooLow =
                catchThrowableOfType(AssuranceTooLow.class, () -> drafts.start(SERVICE, person(AssuranceLevel.IAL1_2)));
        assertThat(tooLow.demanded()).isEqualTo(AssuranceLevel.IAL2_1);
        assertThat(tooLow.present()).isEqualTo(AssuranceLevel.IAL1_2);
    }

    @Test
    void starting_twice_without_a_change_gives_the_same_draft() {
        Draft first = drafts.start(SERVICE, somying);
        assertThat(drafts.start(SERVICE, somying).id()).isEqualTo(first.id());

        drafts.savePage(first.id(), "who", 0, Applicant.pages().get("who"), somying);
        assertThat(drafts.start(SERVICE, somying).id()).isNotEqualTo(first.id());
    }

    @Test
    void another_persons_draft_does_not_exist() {
        Draft draft = drafts.start(SERVICE, somying);
        Person other = somying();

        assertThatThrownBy(() -> drafts.find(draft.id(), other)).isInstanceOf(UnknownDraft.class);
        assertThatThrownBy(() -> drafts.savePage(draft.id(), "who", 0, Map.of(), other)).isInstanceOf(UnknownDraft.class);
        assertThatThrownBy(() -> documents.attach(draft.id(), "locationMap", pdf("a.pdf"), other))
                .isInstanceOf(UnknownDraft.class);
        drafts.delete(draft.id(), other);
        assertThat(drafts.find(draft.id(), somying)).isNotNull();
        assertThat(drafts.ofPerson(other)).isEmpty();
        assertThatThrownBy(() -> drafts.find(UUID.randomUUID(), somying)).isInstanceOf(UnknownDraft.class);
    }

    @Test
    void what_was_typed_wrongly_is_kept_beside_what_was_accepted() {
        Draft draft = applicant.answered(somying);
        Map<String, List<String>> wrong = with(Applicant.pages().get("home"), "applicant.phone", "12-345");

        Saved saved = drafts.savePage(draft.id(), "home", draft.page("home").version(), wrong, somying);

        assertThat(saved.accepted()).isFalse();
        assertThat(saved.reading().errors()).extracting("field").containsExactly("applicant.phone");
        Draft later = drafts.find(draft.id(), somying);
        assertThat(later.page("home").typed()).containsEntry("applicant.phone", "12-345");
        assertThat(later.answers().at("/applicant/phone").asString()).isEqualTo("0812345678");
        assertThat(drafts.progress(later, somying).answered()).isFalse();
    }

    @Test
    void two_windows_that_save_different_answers_on_one_page_do_not_overwrite_each_other() {
        Draft draft = drafts.start(SERVICE, somying);
        var first = Applicant.pages().get("operation");
        var second = with(first, "business.foodDetail", "ก๋วยเตี๋ยว");
        drafts.savePage(draft.id(), "operation", 0, first, somying);

        StalePage stale = catchThrowableOfType(
                StalePage.class, () -> drafts.savePage(draft.id(), "operation", 0, second, somying));

        assertThat(stale.draft().answers().at("/business/foodDetail").asString()).isEqualTo("อาหารตามสั่ง");
        drafts.savePage(draft.id(), "operation", stale.draft().page("operation").version(), second, somying);
        assertThat(drafts.find(draft.id(), somying).answers().at("/business/foodDetail").asString()).isEqualTo("ก๋วยเตี๋ยว");
    }

    @Test
    void two_windows_on_different_pages_do_not_disturb_each_other() {
        Draft draft = drafts.start(SERVICE, somying);
        drafts.savePage(draft.id(), "who", 0, Applicant.pages().get("who"), somying);
        documents.attach(draft.id(), "locationMap", pdf("แผนที่.pdf"), somying);

        assertThat(drafts.savePage(draft.id(), "home", 0, Applicant.pages().get("home"), somying).accepted())
                .isTrue();
    }

    @Test
    void the_same_page_sent_twice_is_as_good_as_once() {
        Draft draft = drafts.start(SERVICE, somying);
        var page = Applicant.pages().get("premises");
        Saved once = drafts.savePage(draft.id(), "premises", 0, page, somying);
        Saved twice = drafts.savePage(draft.id(), "premises", 0, page, somying);
        assertThat(twice.draft().version()).isEqualTo(once.draft().version());
    }

    @Test
    void fields_that_the_page_does_not_have_are_refused() {
        Draft draft = drafts.start(SERVICE, somying);
        Saved saved = drafts.savePage(
                draft.id(), "who", 0, with(Applicant.pages().get("who"), "applicant.admin", "true"), somying);
        assertThat(saved.accepted()).isFalse();
        assertThat(saved.reading().hasUnknownFields()).isTrue();
        assertThat(saved.draft().answers().at("/applicant/admin").isMissingNode()).isTrue();
    }

    @Test
    void a_page_that_the_form_does_not_have_is_not_asked_for() {
        Draft draft = drafts.start(SERVICE, somying);
        assertThatThrownBy(() -> drafts.savePage(draft.id(), "secret", 0, Map.of(), somying))
                .isInstanceOf(NotAskedFor.class);
    }

    @Test
    void a_document_is_taken_in_once_however_often_it_is_sent() {
        Draft draft = applicant.answered(somying);
        byte[] map = Specimens.picture("png", 40, 40);
        documents.attach(draft.id(), "locationMap", Applicant.upload("แผนที่.png", map), somying);
        documents.attach(draft.id(), "locationMap", Applicant.upload("แผนที่.png", map), somying);
        assertThat(drafts.find(draft.id(), somying).attachmentsFor("locationMap")).hasSize(1);
    }

    @Test
    void more_files_than_a_requirement_takes_are_refused() {
        Draft draft = applicant.answered(somying);
        for (int i = 1; i <= 3; i++) {
            documents.attach(
                    draft.id(), "locationMap", Applicant.upload(i + ".png", Specimens.picture("png", 40, i)), somying);
        }
        assertThatThrownBy(() -> documents.attach(draft.id(), "locationMap", pdf("4.pdf"), somying))
                .isInstanceOf(TooManyFiles.class);
    }

    @Test
    void a_file_is_replaced_and_removed() {
        Draft draft = applicant.answered(somying);
        documents.attach(draft.id(), "locationMap", pdf("เก่า.pdf"), somying);
        Draft one = drafts.find(draft.id(), somying);
        UUID old = one.attachmentsFor("locationMap").get(0).file();

        documents.replace(
                draft.id(),
                one.attachmentsFor("locationMap").get(0).id(),
                Applicant.upload("ใหม่.png", Specimens.picture("png", 9, 9)),
                somying);

        Draft replaced = drafts.find(draft.id(), somying);
        assertThat(replaced.attachmentsFor("locationMap")).extracting(Attachment::name).containsExactly("ใหม่.png");
        assertThat(files.find(old)).isEmpty();
        UUID present = replaced.attachmentsFor("locationMap").get(0).id();
        documents.detach(draft.id(), present, somying);
        assertThat(drafts.find(draft.id(), somying).attachments()).isEmpty();
        documents.detach(draft.id(), present, somying);
        assertThat(drafts.find(draft.id(), somying).attachments()).isEmpty();
    }

    @Test
    void a_program_called_pdf_is_refused_and_the_draft_stays_as_it_was() {
        Draft draft = applicant.answered(somying);
        assertThatThrownBy(() -> documents.attach(
                        draft.id(), "locationMap", Applicant.upload("แผนที่.pdf", Specimens.program()), somying))
                .isInstanceOf(FileRefused.class);
        assertThat(drafts.find(draft.id(), somying).version()).isEqualTo(draft.version());
    }

    @Test
    void documents_that_the_answers_do_not_call_for_are_not_taken() {
        Draft draft = applicant.answered(somying);
        assertThatThrownBy(() -> documents.attach(draft.id(), "powerOfAttorney", pdf("a.pdf"), somying))
                .isInstanceOf(NotAskedFor.class);
        assertThatThrownBy(() -> documents.attach(draft.id(), "noSuchDocument", pdf("a.pdf"), somying))
                .isInstanceOf(NotAskedFor.class);
    }

    @Test
    void a_draft_that_nobody_changes_expires_and_its_files_go() {
        Draft draft = applicant.answered(somying);
        documents.attach(draft.id(), "locationMap", pdf("a.pdf"), somying);
        Draft withFile = drafts.find(draft.id(), somying);
        clock.advance(Duration.ofDays(89));
        drafts.savePage(draft.id(), "operation", 1, typed("business.year", "2570"), somying);
        clock.advance(Duration.ofDays(89));
        assertThat(drafts.find(draft.id(), somying)).isNotNull();
        clock.advance(Duration.ofDays(2));

        assertThatThrownBy(() -> drafts.find(draft.id(), somying)).isInstanceOf(UnknownDraft.class);
        assertThat(drafts.removeExpired(1000)).isPositive();
        assertThat(files.find(withFile.attachments().get(0).file())).isEmpty();
    }
}
