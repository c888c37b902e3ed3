package org.anuyat.workflow.issuance;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The permits that were issued. */
@Component
@Transactional(readOnly = true)
public class Permits {

    private final JdbcClient jdbc;
    private final PermitRows rows;

    Permits(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.rows = new PermitRows(json);
    }

    /** The permit of an application. */
    public Optional<Permit> ofApplication(String applicationNumber) {
        return issued("application_number", applicationNumber);
    }

    /** The permit with this number. */
    public Optional<Permit> numbered(String number) {
        return issued("number", number.strip());
    }

    /** The permit whose verification page has this token. */
    public Optional<Permit> withToken(String token) {
        return issued("token", token);
    }

    /** A holder's permits, the newest first. */
    public List<Permit> ofHolder(String holderId) {
        return jdbc.sql("select * from permit where holder_id = ? and issued_at is not null order by issued_at desc")
                .param(holderId)
                .query(rows)
                .list();
    }

    private Optional<Permit> issued(String column, String value) {
        return jdbc.sql("select * from permit where " + column + " = ? and issued_at is not null")
                .param(value)
                .query(rows)
                .optional();
    }
}
