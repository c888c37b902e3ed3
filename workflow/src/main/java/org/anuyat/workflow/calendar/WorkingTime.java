package org.anuyat.workflow.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.EnumMap;
import java.util.Map;
import org.anuyat.workflow.calendar.OfficeHours.Opening;
import org.anuyat.workflow.thai.BuddhistDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reckons with the office hours and holidays of an agency, always in Thai time (UTC+7, no daylight saving). */
@Service
public class WorkingTime {

    /** Nobody is on holiday that long: a longer search means that the hours of an agency are empty. */
    private static final int MOST_DAYS_OFF = 60;

    private final JdbcClient jdbc;
    private final Holidays holidays;

    WorkingTime(JdbcClient jdbc, Holidays holidays) {
        this.jdbc = jdbc;
        this.holidays = holidays;
    }

    /**
     * When a request that entered the system counts as received (section 10 of the Electronic Performance of Government
     * Service Act B.E. 2565): at that very moment within office hours, else when the next working day opens.
     */
    public Instant legalReceipt(String agency, Instant entered) {
        ZonedDateTime at = entered.atZone(BuddhistDate.ZONE);
        OfficeHours hours = officeHours(agency);
        LocalDate today = at.toLocalDate();
        if (isWorkingDay(agency, hours, today)) {
            Opening opening = opening(hours, today);
            if (opening.contains(at.toLocalTime())) {
                return entered;
            }
            if (at.toLocalTime().isBefore(opening.opens())) {
                return instant(today, opening.opens());
            }
        }
        LocalDate next = workingDayFrom(agency, hours, today.plusDays(1));
        return instant(next, opening(hours, next).opens());
    }

    /** Whether the agency works on that day. */
    public boolean isWorkingDay(String agency, LocalDate day) {
        return isWorkingDay(agency, officeHours(agency), day);
    }

    /**
     * The end of a period of calendar days: the close of office hours on its last day, or on the next working day if that
     * one is off (section 193/8 of the Civil and Commercial Code, section 64 of the Administrative Procedure Act B.E. 2539).
     * The day on which the period begins is not counted.
     */
    public Instant deadlineAfterDays(String agency, Instant from, int calendarDays) {
        OfficeHours hours = officeHours(agency);
        LocalDate last = from.atZone(BuddhistDate.ZONE).toLocalDate().plusDays(calendarDays);
        LocalDate day = workingDayFrom(agency, hours, last);
        return instant(day, opening(hours, day).closes());
    }

    /** The end of a period of working days (วันทำการ); the day on which it begins is not counted. */
    public Instant deadlineAfterWorkingDays(String agency, Instant from, int workingDays) {
        OfficeHours hours = officeHours(agency);
        LocalDate day = from.atZone(BuddhistDate.ZONE).toLocalDate();
        for (int counted = 0; counted < workingDays; counted++) {
            day = workingDayFrom(agency, hours, day.plusDays(1));
        }
        day = workingDayFrom(agency, hours, day);
        return instant(day, opening(hours, day).closes());
    }

    /** The office hours of an agency. */
    public OfficeHours officeHours(String agency) {
        Map<DayOfWeek, Opening> days = new EnumMap<>(DayOfWeek.class);
        jdbc.sql("select weekday, opens, closes from office_hours where agency = :agency")
                .param("agency", agency)
                .query(row -> {
                    days.put(
                            DayOfWeek.of(row.getInt("weekday")),
                            new Opening(
                                    row.getObject("opens", LocalTime.class), row.getObject("closes", LocalTime.class)));
                });
        if (days.isEmpty()) {
            throw new IllegalStateException("agency " + agency + " has no office hours");
        }
        return new OfficeHours(days);
    }

    /** Replaces the office hours of an agency. */
    @Transactional
    public void change(String agency, OfficeHours hours) {
        if (hours.days().isEmpty()) {
            throw new IllegalArgumentException("an agency works on at least one day");
        }
        jdbc.sql("delete from office_hours where agency = :agency")
                .param("agency", agency)
                .update();
        hours.days()
                .forEach((day, opening) -> jdbc.sql(
                                """
                                insert into office_hours (agency, weekday, opens, closes)
                                values (:agency, :weekday, :opens, :closes)
                                """)
                        .param("agency", agency)
                        .param("weekday", day.getValue())
                        .param("opens", opening.opens())
                        .param("closes", opening.closes())
                        .update());
    }

    private boolean isWorkingDay(String agency, OfficeHours hours, LocalDate day) {
        return hours.on(day.getDayOfWeek()).isPresent() && !holidays.isHoliday(agency, day);
    }

    private LocalDate workingDayFrom(String agency, OfficeHours hours, LocalDate first) {
        for (LocalDate day = first; day.isBefore(first.plusDays(MOST_DAYS_OFF)); day = day.plusDays(1)) {
            if (isWorkingDay(agency, hours, day)) {
                return day;
            }
        }
        throw new IllegalStateException(
                "agency %s has no working day within %d days of %s".formatted(agency, MOST_DAYS_OFF, first));
    }

    private static Opening opening(OfficeHours hours, LocalDate day) {
        return hours.on(day.getDayOfWeek()).orElseThrow();
    }

    private static Instant instant(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(BuddhistDate.ZONE).toInstant();
    }
}
