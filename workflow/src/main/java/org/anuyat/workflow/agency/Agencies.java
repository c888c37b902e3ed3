package org.anuyat.workflow.agency;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The agencies of this installation. */
@Repository
public class Agencies {

    private static final String SELECT =
            """
            select code, name_th, name_en, address_th, address_en, phone, email, website, emblem
              from agency
            """;

    private final JdbcClient jdbc;

    Agencies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The agency with this code.
     *
     * @throws NoSuchAgency if there is none
     */
    public Agency byCode(String code) {
        return find(code).orElseThrow(() -> new NoSuchAgency(code));
    }

    /** The agency with this code, if there is one. */
    public Optional<Agency> find(String code) {
        return jdbc.sql(SELECT + " where code = :code")
                .param("code", code)
                .query(Agency.class)
                .optional();
    }

    /** All agencies, by code. */
    public List<Agency> all() {
        return jdbc.sql(SELECT + " order by code").query(Agency.class).list();
    }
}
