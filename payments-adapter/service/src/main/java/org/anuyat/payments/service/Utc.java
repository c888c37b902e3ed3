package org.anuyat.payments.service;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Instants as the database's driver takes them, and the days on which banks live. */
public final class Utc {

    private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");

    private Utc() {}

    public static OffsetDateTime column(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    public static Instant read(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    public static @Nullable Instant readNullable(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }

    /** The day in Bangkok. */
    public static LocalDate day(Instant instant) {
        return instant.atZone(BANGKOK).toLocalDate();
    }

    /** How far a clock in Bangkok that shows this is ahead of UTC. */
    public static ZoneOffset bangkokOffset(LocalDateTime shown) {
        return BANGKOK.getRules().getOffset(shown);
    }

    /** The moment that a clock in Bangkok shows. */
    public static Instant ofBangkok(LocalDateTime shown) {
        return shown.atZone(BANGKOK).toInstant();
    }
}
