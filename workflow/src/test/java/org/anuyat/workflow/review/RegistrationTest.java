package org.anuyat.workflow.review;

import static org.anuyat.workflow.review.Office.MALEE;
import static org.anuyat.workflow.review.Office.MONDAY;
import static org.anuyat.workflow.review.Office.PRANEE;
import static org.anuyat.workflow.review.Office.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.anuyat.testing.SettableClock;
import org.anuyat.workflow.identity.Officer;
import org.anuyat.workflow.identity.Role;
import org.anuyat.workflow.review.cases.ReviewCases;
import org.anuyat.workflow.review.receiving.Destination;
import org.anuyat.workflow.review.receiving.Registration;
import org.anuyat.workflow.submission.Application;
import org.anuyat.workflow.submission.ApplicationState;
import org.anuyat.workflow.submission.Applications;
import org.anuyat.workflow.submission.ReceivedFromAgency;
import org.anuyat.workflow.worklist.NoSuchTask;
import org.anuyat.workflow.worklist.NotYourTask;
import org.anuyat.workflow.worklist.TaskAlreadyDone;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(classes = Office.Rooms.class)
class RegistrationTest {

    @Autowired
    Office office;

    @Autowired
    Registration registration;

    @Autowired
    ReviewCases cases;

    @Autowired
    Applications applications;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    SettableClock clock;

    @BeforeEach
    void onMonday() {
        clock.set(MONDAY);
        office.acts.clear();
    }

    private int last() {
        return jdbc.sql("select coalesce(max(last), 0) from receive_counter where agency = 'TYM' and be_year = 2569")
                .query(Integer.class)
                .single();
    }

    @Test
    void registering_gives_the_next_number_of_the_buddhist_year_and_starts_the_review() {
        String number = office.submitted();
        int before = last();
        assertThat(registration.register(number, PRANEE).receiveNumber()).hasToString((before + 1) + "/2569");
        assertThat(applications.get(number).state()).isEqualTo(ApplicationState.IN_REVIEW);
        assertThat(office.heard(Registered.class)).singleElement().satisfies(act -> {
            assertThat(act.name()).isEqualTo("review.Registered");
            assertThat(act.receiveNumber()).isEqualTo((before + 1) + "/2569");
            assertThat(act.actor().displayName()).isEqualTo("นางpranee");
        });
    }

    @Test
    void the_year_changes_at_midnight_in_thailand() {
        clock.set(Instant.parse("2030-12-31T17:00:00Z"));
        assertThat(registration.register(office.submitted(), PRANEE).receiveNumber()).hasToString("1/2574");
    }

    @Test
    void a_registration_that_is_rolled_back_leaves_no_gap() {
        int before = last();
        String abandoned = office.submitted();
        transaction.executeWithoutResult(status -> {
            registration.register(abandoned, PRANEE);
            status.setRollbackOnly();
        });
        assertThat(cases.find(abandoned)).isEmpty();
        assertThat(registration.register(office.submitted(), PRANEE).receiveNumber().running()).isEqualTo(before + 1);
        assertThat(registration.register(abandoned, PRANEE).receiveNumber().running()).isEqualTo(before + 2);
    }

    @Test
    void registrations_at_the_same_time_get_numbers_without_gaps_or_doubles() throws Exception {
        int before = last();
        List<String> numbers = IntStream.range(0, 24).mapToObj(i -> office.submitted()).toList();
        ExecutorService officers = Executors.newFixedThreadPool(8);
        try {
            List<Future<Integer>> running = new ArrayList<>();
            for (String number : numbers) {
                running.add(officers.submit(
                        () -> registration.register(number, PRANEE).receiveNumber().running()));
            }
            List<Integer> given = new ArrayList<>();
            for (Future<Integer> one : running) {
                given.add(one.get());
            }
            assertThat(given)
                    .containsExactlyInAnyOrderElementsOf(
                            IntStream.rangeClosed(before + 1, before + 24).boxed().toList());
        } finally {
            officers.shutdownNow();
        }
    }

    @Test
    void of_two_officers_who_register_at_once_one_does() throws Exception {
        String number = office.submitted();
        Officer second = Office.officer("second", "TYM", Role.RECEIVING_OFFICER);
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            List<Future<Object>> outcomes = List.of(PRANEE, second).stream()
                    .map(officer -> both.submit(() -> {
                        try {
                            return (Object) registration.register(number, officer);
                        } catch (TaskAlreadyDone e) {
                            return e;
                        }
                    }))
                    .toList();
            List<Object> results = List.of(outcomes.get(0).get(), outcomes.get(1).get());
            assertThat(results).hasAtLeastOneElementOfType(TaskAlreadyDone.class);
            assertThat(office.heard(Registered.class)).hasSize(1);
        } finally {
            both.shutdownNow();
        }
    }

    @Test
    void only_receiving_officers_of_the_agency_register() {
        String number = office.submitted();
        assertThatThrownBy(() -> registration.register(number, MALEE)).isInstanceOf(NotYourTask.class);
        assertThatThrownBy(() -> registration.register(number, STRANGER)).isInstanceOf(NoSuchTask.class);
    }

    @Test
    void what_belongs_to_another_agency_that_offers_the_service_goes_on_there() {
        String number = office.submitted();
        assertThatThrownBy(() -> registration.forward(number, Destination.here("TYN"), " ", PRANEE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> registration.forward(number, Destination.here("TYM"), "เหตุผล", PRANEE))
                .isInstanceOf(IllegalArgumentException.class);

        String there = registration
                .forward(number, Destination.here("TYN"), "แผงค้าตั้งอยู่ในเขตเทศบาลตำบลตัวอย่างเหนือ", PRANEE)
                .newNumber();

        Application old = applications.get(number);
        assertThat(old.state()).isEqualTo(ApplicationState.FORWARDED);
        assertThat(registration.forwarding(number)).get().satisfies(sent -> {
            assertThat(sent.to().code()).isEqualTo("TYN");
            assertThat(sent.reason()).startsWith("แผงค้า");
            assertThat(sent.newNumber()).isEqualTo(there);
        });
        Application goesOn = applications.get(there);
        assertThat(goesOn.agency()).isEqualTo("TYN");
        assertThat(goesOn.state()).isEqualTo(ApplicationState.SUBMITTED);
        assertThat(goesOn.receivedAt()).as("the legal time of receipt stays").isEqualTo(old.receivedAt());
        assertThat(goesOn.enteredAt()).isEqualTo(old.enteredAt());
        assertThat(goesOn.answers()).isEqualTo(old.answers());
        assertThat(goesOn.applicantId()).isEqualTo(old.applicantId());
        assertThat(applications.forwardedFrom(there)).contains(number);
        assertThat(office.heard(Forwarded.class)).singleElement().satisfies(act -> assertThat(act.newNumber()).isEqualTo(there));
        assertThat(office.heard(ReceivedFromAgency.class))
                .singleElement()
                .satisfies(act -> assertThat(act.agency()).isEqualTo("TYN"));
        assertThatThrownBy(() -> registration.register(number, PRANEE)).isInstanceOf(TaskAlreadyDone.class);
    }

    @Test
    void what_belongs_to_an_agency_elsewhere_ends_here_with_its_contact() {
        String number = office.submitted();
        assertThatThrownBy(() -> Destination.elsewhere("กรมตัวอย่าง", " ")).isInstanceOf(IllegalArgumentException.class);

        registration.forward(number, Destination.elsewhere("กรมตัวอย่าง", "โทร 02 555 2000"), "เป็นอำนาจของกรม", PRANEE);

        assertThat(registration.forwarding(number)).get().satisfies(sent -> {
            assertThat(sent.to().contact()).isEqualTo("โทร 02 555 2000");
            assertThat(sent.newNumber()).isNull();
        });
        assertThat(office.heard(Forwarded.class).get(0).details()).containsEntry("toAgency", "กรมตัวอย่าง");
        assertThat(office.heard(ReceivedFromAgency.class)).isEmpty();
    }
}
