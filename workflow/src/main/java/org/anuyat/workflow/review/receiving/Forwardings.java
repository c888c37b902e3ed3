package org.anuyat.workflow.review.receiving;

import java.sql.Timestamp;
import java.sql.Types;
import java.util.Optional;
import org.anuyat.workflow.identity.Officer;
import org.anuyat.workflow.submission.Application;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where applications were sent on to, as it lies in the database. */
@Component
class Forwardings {

    private final JdbcClient jdbc;

    Forwardings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void write(Application of, Forwarding forwarding, Officer officer) {
        jdbc.sql(
                        """
                        insert into forwarding (application_number, agency, to_agency, to_name, to_contact, new_number, reason,
                                                forwarded_by, forwarded_name, forwarded_at)
                        values (:number, :agency, :to, :toName, :toContact, :newNumber, :reason, :by, :name, :now)""")
                .param("number", of.number())
                .param("agency", of.agency())
                .param("to", forwarding.to().code(), Types.VARCHAR)
                .param("toName", forwarding.to().name(), Types.VARCHAR)
                .param("toContact", forwarding.to().contact(), Types.VARCHAR)
                .param("newNumber", forwarding.newNumber(), Types.VARCHAR)
                .param("reason", forwarding.reason())
                .param("by", officer.subject())
                .param("name", officer.displayName())
                .param("now", Timestamp.from(forwarding.at()))
                .update();
    }

    Optional<Forwarding> find(String number) {
        return jdbc.sql(
                        """
                        select to_agency, to_name, to_contact, new_number, reason, forwarded_name, forwarded_at
                          from forwarding where application_number = :number""")
                .param("number", number)
                .query((row, index) -> new Forwarding(
                        new Destination(row.getString("to_agency"), row.getString("to_name"), row.getString("to_contact")),
                        row.getString("reason"),
                        row.getString("new_number"),
                        row.getString("forwarded_name"),
                        row.getTimestamp("forwarded_at").toInstant()))
                .optional();
    }
}
