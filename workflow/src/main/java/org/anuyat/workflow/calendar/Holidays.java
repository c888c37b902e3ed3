package org.anuyat.workflow.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import org.anuyat.workflow.acts.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The table of official holidays (ตารางวันหยุดราชการ). The cabinet sets them year by year, so they are kept as data that an
 * administrator edits.
 */
@Repository
public class Holidays {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Holidays(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** The holidays of a year of the common era, those of single agencies too, by date. */
    public List<Holiday> of(Year year) {
        return jdbc.sql(
                        """
                        select day, agency, kind, name_th, name_en, source
                          from holiday
                         where day between :first and :last
                         order by day, agency nulls first
                        """)
                .param("first", year.atDay(1))
                .param("last", year.atDay(year.length()))
                .query(Holiday.class)
                .list();
    }

    /** Whether the day is a holiday of this agency. */
    public boolean isHoliday(String agency, LocalDate day) {
        return jdbc.sql(
                        """
                        select exists (select from holiday
                                        where day = :day and (agency is null or agency = :agency))
                        """)
                .param("day", day)
                .param("agency", agency)
                .query(Boolean.class)
                .single();
    }

    /** Whether any holiday of that year is known: without, a deadline in it is only an estimate. */
    public boolean areKnown(Year year) {
        return !of(year).isEmpty();
    }

    /**
     * Adds a holiday or puts it in the place of the one that is there on this day for the same agency.
     *
     * @param agency in whose record it is kept: that of the officer
     * @param by who enters it
     */
    @Transactional
    public void put(Holiday holiday, String agency, Actor by) {
        jdbc.sql(
                        """
                        insert into holiday (day, agency, kind, name_th, name_en, source)
                        values (:day, :agency, :kind, :nameTh, :nameEn, :source)
                        on conflict (day, agency) do update
                           set kind = excluded.kind, name_th = excluded.name_th,
                               name_en = excluded.name_en, source = excluded.source
                        """)
                .param("day", holiday.day())
                .param("agency", holiday.agency())
                .param("kind", holiday.kind().name())
                .param("nameTh", holiday.nameTh())
                .param("nameEn", holiday.nameEn())
                .param("source", holiday.source())
                .update();
        events.publishEvent(new HolidayEntered(agency, by, clock.instant(), holiday));
    }

    /**
     * Takes a holiday out of the table.
     *
     * @param of the agency for which alone it is one; null when it is one of every agency
     * @param agency in whose record it is kept: that of the officer
     * @param by who removes it
     * @return whether there was one
     */
    @Transactional
    public boolean remove(LocalDate day, @Nullable String of, String agency, Actor by) {
        boolean removed = jdbc.sql("delete from holiday where day = :day and agency is not distinct from :agency")
                        .param("day", day)
                        .param("agency", of)
                        .update()
                > 0;
        if (removed) {
            events.publishEvent(new HolidayRemoved(agency, by, clock.instant(), day, of == null));
        }
        return removed;
    }
}
