package org.anuyat.workflow.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Year;
import java.util.Map;
import org.anuyat.testing.TestPostgres;
import org.anuyat.workflow.acts.Actor;
import org.anuyat.workflow.catalogue.CatalogueTestApplication;
import org.anuyat.workflow.calendar.OfficeHours.Opening;
import org.anuyat.workflow.thai.BuddhistDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.transaction.annotation.Transactional;

@SpringBootTest(classes = CatalogueTestApplication.class)
@Import(TestPostgres.class)
@Transactional
class WorkingTimeTest {

    private static final String AGENCY = "TYM";

    @Autowired
    private WorkingTime workingTime;

    @Autowired
    private Holidays holidays;

    @ParameterizedTest(name = "what enters {0} is received {1} ({2})")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    2026-11-20T10:15 | 2026-11-20T10:15 | Friday within office hours
                    2026-11-20T08:30 | 2026-11-20T08:30 | the very opening
                    2026-11-20T16:30 | 2026-11-20T16:30 | the very close
                    2026-11-20T12:30 | 2026-11-20T12:30 | the counter has its break, the system has none
                    2026-11-20T18:00 | 2026-11-23T08:30 | Friday evening: Monday's opening
                    2026-11-20T16:30:00.001 | 2026-11-23T08:30 | a moment after the close
                    2026-11-20T03:00 | 2026-11-20T08:30 | before the opening of the same day
                    2026-11-21T10:00 | 2026-11-23T08:30 | Saturday
                    2026-11-22T23:59 | 2026-11-23T08:30 | Sunday
                    2026-12-10T09:00 | 2026-12-11T08:30 | Constitution Day
                    2026-12-04T17:00 | 2026-12-08T08:30 | 5 December is a Saturday, Monday is off in its place
                    2026-12-30T16:31 | 2027-01-04T08:30 | over New Year and the weekend after it
                    2026-04-10T20:00 | 2026-04-16T08:30 | over Songkran
                    """)
    void legal_receipt(LocalDateTime entered, LocalDateTime received, String why) {
        assertThat(workingTime.legalReceipt(AGENCY, bangkok(entered))).as(why).isEqualTo(bangkok(received));
    }

    @Test
    void thai_time_counts_wherever_the_server_stands() {
        Instant fridayHalfPastSixInLondon = Instant.parse("2026-07-10T18:30:00Z");
        assertThat(workingTime.legalReceipt(AGENCY, fridayHalfPastSixInLondon))
                .isEqualTo(bangkok(LocalDateTime.parse("2026-07-13T08:30")));
    }

    @ParameterizedTest(name = "{1} days from {0} end {2}")
    @CsvSource({
        "2026-11-20T10:00, 15, 2026-12-08T16:30",
        "2026-11-20T10:00, 30, 2026-12-21T16:30",
        "2026-11-19T10:00, 1, 2026-11-20T16:30",
        "2026-11-20T10:00, 1, 2026-11-23T16:30"
    })
    void a_period_of_days_ends_at_the_close_of_its_last_day_or_of_the_next_working_day(
            LocalDateTime from, int days, LocalDateTime end) {
        assertThat(workingTime.deadlineAfterDays(AGENCY, bangkok(from), days)).isEqualTo(bangkok(end));
    }

    @Test
    void a_period_of_working_days_skips_weekends_and_holidays() {
        Instant friday = bangkok(LocalDateTime.parse("2026-12-04T10:00"));
        assertThat(workingTime.deadlineAfterWorkingDays(AGENCY, friday, 3))
                .isEqualTo(bangkok(LocalDateTime.parse("2026-12-11T16:30")));
    }

    @Test
    void a_holiday_of_one_agency_is_none_of_another() {
        LocalDate day = LocalDate.of(2026, 11, 24);
        holidays.put(new Holiday(
                day, "TYN", Holiday.Kind.LOCAL, "วันสถาปนาเทศบาล", "Municipality Day", "ประกาศเทศบาลตำบลตัวอย่างเหนือ"),
                "TYN",
                Actor.SYSTEM);

        assertThat(workingTime.isWorkingDay("TYN", day)).isFalse();
        assertThat(workingTime.isWorkingDay(AGENCY, day)).isTrue();
    }

    @Test
    void an_added_holiday_counts_at_once_and_a_removed_one_no_longer() {
        LocalDate monday = LocalDate.of(2026, 11, 23);
        Holiday special = new Holiday(
                monday, null, Holiday.Kind.SPECIAL, "วันหยุดกรณีพิเศษ", "Special holiday", "มติคณะรัฐมนตรี");
        Instant friday = bangkok(LocalDateTime.parse("2026-11-20T18:00"));

        holidays.put(special, AGENCY, Actor.SYSTEM);
        holidays.put(special, AGENCY, Actor.SYSTEM);
        assertThat(workingTime.legalReceipt(AGENCY, friday))
                .isEqualTo(bangkok(LocalDateTime.parse("2026-11-24T08:30")));

        assertThat(holidays.remove(monday, null, AGENCY, Actor.SYSTEM)).isTrue();
        assertThat(holidays.remove(monday, null, AGENCY, Actor.SYSTEM)).isFalse();
        assertThat(workingTime.legalReceipt(AGENCY, friday))
                .isEqualTo(bangkok(LocalDateTime.parse("2026-11-23T08:30")));
    }

    @Test
    void an_agency_may_open_at_eight_and_on_saturdays() {
        workingTime.change(
                "TYN",
                new OfficeHours(Map.of(
                        DayOfWeek.FRIDAY, new Opening(LocalTime.of(8, 0), LocalTime.of(16, 0)),
                        DayOfWeek.SATURDAY, new Opening(LocalTime.of(9, 0), LocalTime.NOON))));

        assertThat(workingTime.legalReceipt("TYN", bangkok(LocalDateTime.parse("2026-11-20T16:10"))))
                .isEqualTo(bangkok(LocalDateTime.parse("2026-11-21T09:00")));
    }

    @Test
    void every_holiday_names_its_source() {
        assertThat(holidays.of(Year.of(2026))).hasSizeGreaterThan(15).allMatch(holiday -> !holiday.source()
                .isBlank());
        assertThat(holidays.of(Year.of(2027))).anyMatch(holiday -> holiday.kind() == Holiday.Kind.COMPENSATION);
        assertThat(holidays.areKnown(Year.of(2031))).isFalse();
    }

    private static Instant bangkok(LocalDateTime local) {
        return local.atZone(BuddhistDate.ZONE).toInstant();
    }
}
