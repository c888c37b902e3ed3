package org.anuyat.workflow.review;

import static org.anuyat.workflow.review.Office.INSPECTOR;
import static org.anuyat.workflow.review.Office.MALEE;
import static org.anuyat.workflow.review.Office.MONDAY;
import static org.anuyat.workflow.review.Office.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import javax.imageio.ImageIO;
import org.anuyat.testing.SettableClock;
import org.anuyat.workflow.files.FileType;
import org.anuyat.workflow.files.Files;
import org.anuyat.workflow.files.Policy;
import org.anuyat.workflow.files.StoredFile;
import org.anuyat.workflow.identity.Officer;
import org.anuyat.workflow.review.cases.WrongStage;
import org.anuyat.workflow.review.ReinspectionOrdered;
import org.anuyat.workflow.review.inspection.Inspection;
import org.anuyat.workflow.review.inspection.Inspections;
import org.anuyat.workflow.review.inspection.Photo;
import org.anuyat.workflow.review.inspection.TooEarly;
import org.anuyat.workflow.review.inspection.UnlawfulAppointment;
import org.anuyat.workflow.review.inspection.UnlawfulAppointment.Reason;
import org.anuyat.workflow.review.opinion.Opinions;
import org.anuyat.workflow.submission.ApplicationState;
import org.anuyat.workflow.submission.Applications;
import org.anuyat.workflow.worklist.NotYourTask;
import org.anuyat.workflow.worklist.TaskKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(classes = Office.Rooms.class)
class InspectionsAndOpinionsTest {

    static final Instant TUESDAY_AT_TEN = Instant.parse("2026-11-24T03:00:00Z");

    @Autowired
    Office office;

    @Autowired
    Inspections inspections;

    @Autowired
    Opinions opinions;

    @Autowired
    Applications applications;

    @Autowired
    Files files;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @BeforeEach
    void onMonday() {
        clock.set(MONDAY);
        office.acts.clear();
    }

    private void appoint(String number, Instant at, Officer inspector) {
        inspections.schedule(number, office.version(number), at, inspector, "เตรียมผู้ดูแลสถานที่", INSPECTOR);
    }

    private void refused(Reason reason, Instant at, Officer inspector) {
        String number = office.complete();
        assertThatThrownBy(() -> appoint(number, at, inspector))
                .isInstanceOfSatisfying(UnlawfulAppointment.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }

    @Test
    void appointments_are_made_in_office_hours_ahead_with_an_inspector_of_the_agency() {
        refused(Reason.PAST, MONDAY, INSPECTOR);
        refused(Reason.OUTSIDE_OFFICE_HOURS, Instant.parse("2026-11-28T03:00:00Z"), INSPECTOR);
        refused(Reason.OUTSIDE_OFFICE_HOURS, Instant.parse("2026-11-24T10:00:00Z"), INSPECTOR);
        refused(Reason.OUTSIDE_OFFICE_HOURS, Instant.parse("2026-12-10T03:00:00Z"), INSPECTOR);
        refused(Reason.NO_INSPECTOR, TUESDAY_AT_TEN, MALEE);
        refused(Reason.NO_INSPECTOR, TUESDAY_AT_TEN, STRANGER);
    }

    @Test
    void an_appointment_tells_the_applicant_and_can_be_moved() {
        String number = office.complete();
        appoint(number, TUESDAY_AT_TEN, INSPECTOR);
        appoint(number, TUESDAY_AT_TEN.plus(Duration.ofDays(1)), INSPECTOR);
        assertThat(inspections.of(number)).extracting(Inspection::superseded).containsExactly(false, true);
        assertThat(inspections.latest(number)).get().satisfies(one -> {
            assertThat(one.at()).isEqualTo(TUESDAY_AT_TEN.plus(Duration.ofDays(1)));
            assertThat(one.outcome()).isEmpty();
        });
        assertThat(office.heard(InspectionScheduled.class)).extracting(InspectionScheduled::note)
                .containsExactly("เตรียมผู้ดูแลสถานที่", "เตรียมผู้ดูแลสถานที่");
    }

    @Test
    void a_result_needs_an_appointment_and_says_what_was_seen() {
        String number = office.complete();
        assertThatThrownBy(() -> inspections.record(number, office.version(number), true, "สะอาด", INSPECTOR))
                .isInstanceOf(WrongStage.class);
        appoint(number, TUESDAY_AT_TEN, INSPECTOR);
        assertThatThrownBy(() -> inspections.record(number, office.version(number), true, " ", INSPECTOR))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> inspections.record(number, office.version(number), true, "สะอาด", MALEE))
                .isInstanceOf(NotYourTask.class);
        assertThatThrownBy(() -> inspections.record(number, office.version(number), false, "ไม่มีบ่อดักไขมัน", INSPECTOR))
                .isInstanceOf(TooEarly.class);
        clock.set(TUESDAY_AT_TEN);
        inspections.record(number, office.version(number), false, "ไม่มีบ่อดักไขมัน", INSPECTOR);
        assertThat(inspections.latest(number).flatMap(Inspection::outcome)).get().satisfies(result -> {
            assertThat(result.passed()).isFalse();
            assertThat(result.findings()).isEqualTo("ไม่มีบ่อดักไขมัน");
        });
    }

    private StoredFile picture() throws IOException {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "jpg", jpeg);
        return files.store(
                new ByteArrayInputStream(jpeg.toByteArray()),
                "kitchen.jpg",
                "image/jpeg",
                new Policy("TYM", Set.of(FileType.JPEG), 1_000_000));
    }

    @Test
    void photographs_are_added_and_removed_until_the_result_is_recorded() throws IOException {
        String number = office.complete();
        appoint(number, TUESDAY_AT_TEN, INSPECTOR);
        StoredFile kitchen = picture();
        inspections.addPhoto(number, kitchen, "ครัว", INSPECTOR);
        inspections.addPhoto(number, picture(), "", INSPECTOR);
        inspections.removePhoto(number, kitchen.id(), INSPECTOR);
        assertThat(inspections.photos(number)).singleElement().satisfies(photo -> assertThat(photo.sha256()).hasSize(64));
        assertThat(files.find(kitchen.id())).isEmpty();

        clock.set(TUESDAY_AT_TEN);
        inspections.record(number, office.version(number), true, "สะอาด", INSPECTOR);
        assertThat(office.heard(Inspected.class)).singleElement().satisfies(act -> assertThat(act.photos()).isOne());
        StoredFile late = picture();
        assertThatThrownBy(() -> inspections.addPhoto(number, late, "", INSPECTOR)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void a_place_that_failed_is_inspected_again_and_what_was_seen_before_stays() throws IOException {
        String number = office.complete();
        appoint(number, TUESDAY_AT_TEN, INSPECTOR);
        StoredFile drain = picture();
        inspections.addPhoto(number, drain, "บ่อดักไขมัน", INSPECTOR);
        clock.set(TUESDAY_AT_TEN);
        inspections.record(number, office.version(number), false, "ไม่มีบ่อดักไขมัน", INSPECTOR);
        office.open(number, TaskKind.RECOMMEND);
        assertThatThrownBy(() -> inspections.orderAgain(number, office.version(number), " ", MALEE))
                .isInstanceOf(IllegalArgumentException.class);

        inspections.orderAgain(number, office.version(number), "โปรดติดตั้งบ่อดักไขมัน", MALEE);

        assertThat(office.heard(ReinspectionOrdered.class))
                .singleElement()
                .satisfies(act -> assertThat(act.reason()).isEqualTo("โปรดติดตั้งบ่อดักไขมัน"));
        office.open(number, TaskKind.INSPECT);
        assertThat(inspections.ahead(number)).isEmpty();
        Instant thursday = TUESDAY_AT_TEN.plus(Duration.ofDays(2));
        appoint(number, thursday, INSPECTOR);
        inspections.removePhoto(number, drain.id(), INSPECTOR);
        StoredFile repaired = picture();
        inspections.addPhoto(number, repaired, "บ่อดักไขมันใหม่", INSPECTOR);
        clock.set(thursday);
        inspections.record(number, office.version(number), true, "ติดตั้งแล้ว", INSPECTOR);

        assertThat(inspections.of(number)).extracting(one -> one.outcome().orElseThrow().passed()).containsExactly(true, false);
        assertThat(inspections.of(number).get(1).repetition())
                .isNotNull()
                .satisfies(again -> assertThat(again.by()).isEqualTo(MALEE.displayName()));
        assertThat(inspections.photosOf(number).get(1)).extracting(Photo::file).containsExactly(drain.id());
        assertThat(inspections.photosOf(number).get(2)).extracting(Photo::file).containsExactly(repaired.id());
    }

    @Test
    void a_place_that_passed_is_not_inspected_again() {
        String number = office.inspected();
        assertThatThrownBy(() -> inspections.orderAgain(number, office.version(number), "อีกครั้ง", MALEE))
                .isInstanceOf(WrongStage.class);
    }

    @Test
    void photographs_follow_an_appointment_that_is_moved() throws IOException {
        String number = office.complete();
        appoint(number, TUESDAY_AT_TEN, INSPECTOR);
        inspections.addPhoto(number, picture(), "", INSPECTOR);
        appoint(number, TUESDAY_AT_TEN.plus(Duration.ofDays(1)), INSPECTOR);
        assertThat(inspections.photosOf(number)).containsOnlyKeys(2);
    }

    @Test
    void no_opinion_without_the_inspection_that_the_service_demands() {
        String number = office.complete();
        office.open(number, TaskKind.RECOMMEND);
        assertThatThrownBy(() -> opinions.recommend(
                        number, office.version(number), Recommendation.APPROVE, "ครบถ้วน", MALEE))
                .isInstanceOf(WrongStage.class);
    }

    @Test
    void an_opinion_gives_reasons_goes_to_the_approvers_and_is_never_changed() {
        String number = office.inspected();
        assertThatThrownBy(() -> opinions.recommend(number, office.version(number), Recommendation.REFUSE, "", MALEE))
                .isInstanceOf(IllegalArgumentException.class);
        opinions.recommend(number, office.version(number), Recommendation.APPROVE, "ครบถ้วน", MALEE);
        assertThat(applications.get(number).state()).isEqualTo(ApplicationState.IN_APPROVAL);
        assertThat(opinions.latest(number)).get().satisfies(opinion -> {
            assertThat(opinion.position()).isEqualTo("ตำแหน่ง malee");
            assertThat(opinion.recommendation()).isEqualTo(Recommendation.APPROVE);
        });
        assertThatThrownBy(() -> jdbc.sql("update opinion set opinion = 'x'").update())
                .isInstanceOf(DataAccessException.class);
    }
}
