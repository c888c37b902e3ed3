package org.anuyat.workflow.registry;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The register of issued permits, open to everybody, current to the moment. */
@Component
@Transactional(readOnly = true)
public class PublicRegister {

    /** Largest page. */
    public static final int LARGEST_PAGE = 100;

    private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");
    private static final TypeReference<LinkedHashMap<String, String>> PARTICULARS = new TypeReference<>() {};

    // a suspension with an end is over on the day after it
    private static final String ENTRIES =
            """
            select p.*, s.standing, s.since, s.until,
                   case when s.standing = 'REVOKED' then 'REVOKED'
                        when p.expires_on < :today then 'EXPIRED'
                        when s.standing = 'SUSPENDED' and (s.until is null or s.until >= :today) then 'SUSPENDED'
                        else 'VALID' end as status
            from permit p left join permit_standing s on s.permit_number = p.number
            where p.issued_at is not null
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    PublicRegister(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    /** The permit whose verification page has this token. */
    public Optional<RegisterEntry> withToken(String token) {
        return one("p.token = :value", token);
    }

    /** The permit with this number. */
    public Optional<RegisterEntry> numbered(String number) {
        return one("p.number = :value", number.strip());
    }

    /** The permit whose sealed document is this very file, or was before its seal was raised. */
    public Optional<RegisterEntry> withDocument(String sha256) {
        Optional<RegisterEntry> current = one("p.sealed_sha256 = :value", sha256);
        return current.isPresent()
                ? current
                : one(
                        "p.number = (select permit_number from permit_former_document where sha256 = :value)",
                        sha256);
    }

    /**
     * Searches the register, the newest permits first.
     *
     * @param text parts of numbers, holders' or places' names, parted by blanks: all must be found; blank for everything
     * @param serviceId only this service's, or null for all
     * @param status only these, or null for all
     * @param page from 0
     * @param size 1 to {@link #LARGEST_PAGE}
     */
    public RegisterPage search(
            String text, @Nullable String serviceId, @Nullable PermitStatus status, int page, int size) {
        return page(new Selection(text, null, serviceId, status), page, size);
    }

    /**
     * Searches the permits of one agency, the newest first.
     *
     * @param text as for {@link #search}
     * @param page from 0
     * @param size 1 to {@link #LARGEST_PAGE}
     */
    public RegisterPage ofAgency(String agency, String text, int page, int size) {
        return page(new Selection(text, agency, null, null), page, size);
    }

    private RegisterPage page(Selection selection, int page, int size) {
        long total = selection
                .bind("select count(*) from (" + ENTRIES + selection.where + ") r" + selection.having)
                .query(Long.class)
                .single();
        int bounded = Math.min(Math.max(size, 1), LARGEST_PAGE);
        List<RegisterEntry> entries = selection
                .bind("select * from (" + ENTRIES + selection.where + ") r" + selection.having
                        + " order by issued_on desc, number desc limit :size offset :offset")
                .param("size", bounded)
                .param("offset", (long) Math.max(page, 0) * bounded)
                .query(this::entry)
                .list();
        return new RegisterPage(entries, Math.max(page, 0), bounded, total);
    }

    /** Hands over everything that a search finds, without holding it in memory: the register as open data. */
    public void export(
            String text, @Nullable String serviceId, @Nullable PermitStatus status, Consumer<RegisterEntry> to) {
        Selection selection = new Selection(text, null, serviceId, status);
        try (var entries = selection
                .bind("select * from (" + ENTRIES + selection.where + ") r" + selection.having
                        + " order by issued_on desc, number desc")
                .withFetchSize(500)
                .query(this::entry)
                .stream()) {
            entries.forEach(to);
        }
    }

    private Optional<RegisterEntry> one(String condition, String value) {
        return jdbc.sql(ENTRIES + " and " + condition)
                .param("today", today())
                .param("value", value)
                .query(this::entry)
                .optional();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(BANGKOK));
    }

    private RegisterEntry entry(ResultSet row, int index) throws SQLException {
        PermitStatus status = PermitStatus.valueOf(row.getString("status"));
        @Nullable LocalDate expiresOn = row.getObject("expires_on", LocalDate.class);
        @Nullable Timestamp since = row.getTimestamp("since");
        Map<String, String> particulars = json.readValue(row.getString("particulars"), PARTICULARS);
        particulars.remove("search");
        return new RegisterEntry(
                row.getString("number"),
                row.getString("agency"),
                row.getString("service_id"),
                row.getInt("service_version"),
                row.getString("holder_name"),
                row.getObject("issued_on", LocalDate.class),
                expiresOn,
                row.getString("token"),
                particulars,
                status,
                switch (status) {
                    case VALID -> null;
                    case EXPIRED -> expiresOn == null ? null : expiresOn.plusDays(1);
                    case SUSPENDED, REVOKED -> since == null
                            ? null
                            : since.toInstant().atZone(BANGKOK).toLocalDate();
                },
                status == PermitStatus.SUSPENDED ? row.getObject("until", LocalDate.class) : null);
    }

    /** The conditions of one search, the same for count, page and export. */
    private final class Selection {

        private final String where;
        private final String having;
        private final List<String> words;
        private final @Nullable String agency;
        private final @Nullable String serviceId;
        private final @Nullable PermitStatus status;

        Selection(
                String text,
                @Nullable String agency,
                @Nullable String serviceId,
                @Nullable PermitStatus status) {
            this.words = List.of(text.strip().split("\\s+")).stream()
                    .filter(word -> !word.isEmpty())
                    .limit(8)
                    .toList();
            this.agency = agency;
            this.serviceId = serviceId;
            this.status = status;
            StringBuilder conditions = new StringBuilder();
            for (int i = 0; i < words.size(); i++) {
                conditions
                        .append(" and (p.number || ' ' || p.holder_name || ' ' ||")
                        .append(" coalesce(p.particulars ->> 'search', '')) ilike :word")
                        .append(i);
            }
            if (agency != null) {
                conditions.append(" and p.agency = :agency");
            }
            if (serviceId != null) {
                conditions.append(" and p.service_id = :service");
            }
            this.where = conditions.toString();
            this.having = status == null ? "" : " where r.status = :status";
        }

        JdbcClient.StatementSpec bind(String sql) {
            JdbcClient.StatementSpec statement = jdbc.sql(sql).param("today", today());
            for (int i = 0; i < words.size(); i++) {
                statement = statement.param("word" + i, "%" + words.get(i).replaceAll("([\\\\%_])", "\\\\$1") + "%");
            }
            if (agency != null) {
                statement = statement.param("agency", agency);
            }
            if (serviceId != null) {
                statement = statement.param("service", serviceId);
            }
            return status == null ? statement : statement.param("status", status.name());
        }
    }
}
