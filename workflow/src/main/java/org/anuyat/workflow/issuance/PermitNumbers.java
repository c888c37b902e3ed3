package org.anuyat.workflow.issuance;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Numbers of permits (เลขที่ใบอนุญาต): they run without gaps per agency, service and Buddhist-era year. */
@Component
class PermitNumbers {

    private static final Pattern PLACE = Pattern.compile("\\{(agency|year|yy|running)(?::(\\d))?}");

    private final JdbcClient jdbc;

    PermitNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A number that was taken. */
    record Taken(int year, int running, String number) {}

    /**
     * Takes the next number.
     *
     * @param pattern with the places {@code {agency}}, {@code {year}}, {@code {yy}} and {@code {running:width}}
     * @param year of the Buddhist era
     */
    @Transactional(propagation = Propagation.MANDATORY)
    Taken next(String agency, String serviceId, String pattern, int year) {
        int running = jdbc.sql(
                        """
                        insert into permit_counter (agency, service_id, year, last) values (?, ?, ?, 1)
                        on conflict (agency, service_id, year) do update set last = permit_counter.last + 1
                        returning last
                        """)
                .params(agency, serviceId, year)
                .query(Integer.class)
                .single();
        return new Taken(year, running, write(pattern, agency, year, running));
    }

    static String write(String pattern, String agency, int year, int running) {
        return PLACE.matcher(pattern).replaceAll(place -> Matcher.quoteReplacement(switch (place.group(1)) {
            case "agency" -> agency;
            case "year" -> Integer.toString(year);
            case "yy" -> "%02d".formatted(year % 100);
            default -> place.group(2) == null
                    ? Integer.toString(running)
                    : ("%0" + place.group(2) + "d").formatted(running);
        }));
    }
}
