package org.anuyat.workflow.review.receiving;

import java.time.Instant;
import org.anuyat.workflow.review.cases.ReceiveNumber;
import org.anuyat.workflow.thai.BuddhistDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Gives out receive numbers without gaps. The counter's row stays locked until the registration commits, and rolls back with
 * it: registrations of one agency queue here, for a few milliseconds each.
 */
@Component
class ReceiveNumbers {

    private final JdbcClient jdbc;

    ReceiveNumbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    ReceiveNumber next(String agency, Instant at) {
        int year = at.atZone(BuddhistDate.ZONE).getYear() + BuddhistDate.ERA;
        int running = jdbc.sql(
                        """
                        insert into receive_counter as counter (agency, be_year, last) values (:agency, :year, 1)
                        on conflict (agency, be_year) do update set last = counter.last + 1
                        returning last""")
                .param("agency", agency)
                .param("year", year)
                .query(Integer.class)
                .single();
        return new ReceiveNumber(year, running);
    }
}
