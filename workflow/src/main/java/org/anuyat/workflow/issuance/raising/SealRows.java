package org.anuyat.workflow.issuance.raising;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anuyat.workflow.files.StoredFile;
import org.anuyat.workflow.issuance.raising.SealProgress.Progress;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of {@code permit_seal} and {@code permit_former_document}, and what of {@code permit} is the seal's. */
@Component
class SealRows {

    /** What the signing service follows nothing of has this level and keeps it. */
    private static final String AS_SEALED = "PAdES_BASELINE_B";

    private final JdbcClient jdbc;

    SealRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A sealed permit's document. */
    record Sealed(String number, String agency, String applicationNumber, UUID file, String sha256) {

        /** Under which it was sealed. */
        String key() {
            return "permit/" + number;
        }
    }

    /** The document of a permit. */
    Sealed sealed(String permitNumber) {
        return sealed(permitNumber, "");
    }

    /** The same, kept from others who would replace it; nobody who reads or downloads waits. */
    Sealed lock(String permitNumber) {
        return sealed(permitNumber, " for no key update");
    }

    private Sealed sealed(String permitNumber, String locking) {
        return jdbc.sql("select * from permit where number = ? and sealed_file is not null" + locking)
                .param(permitNumber)
                .query((row, index) -> new Sealed(
                        row.getString("number"),
                        row.getString("agency"),
                        row.getString("application_number"),
                        row.getObject("sealed_file", UUID.class),
                        row.getString("sealed_sha256")))
                .single();
    }

    Optional<SealState> find(String permitNumber) {
        return jdbc.sql("select * from permit_seal where permit_number = ?")
                .param(permitNumber)
                .query((row, index) -> new SealState(
                        row.getString("wanted"),
                        row.getString("reached"),
                        instant(row.getTimestamp("stamp_ends")),
                        row.getTimestamp("looked_at").toInstant(),
                        row.getTimestamp("next_look").toInstant(),
                        row.getInt("attempts"),
                        row.getString("problem"),
                        former(permitNumber)))
                .optional();
    }

    private List<String> former(String permitNumber) {
        return jdbc.sql("select sha256 from permit_former_document where permit_number = ? order by replaced_at")
                .param(permitNumber)
                .query(String.class)
                .list();
    }

    /** Keeps what was seen; {@code progress} null when there is nothing to follow. */
    void write(String permitNumber, @Nullable Progress progress, Instant now, Instant next, int attempts) {
        jdbc.sql(
                        """
                        insert into permit_seal (permit_number, wanted, reached, version, stamp_ends, looked_at, next_look,
                                                 attempts, problem)
                        values (:number, :wanted, :reached, :version, :ends, :now, :next, :attempts, :problem)
                        on conflict (permit_number) do update set wanted = excluded.wanted, reached = excluded.reached,
                            version = excluded.version, stamp_ends = excluded.stamp_ends, looked_at = excluded.looked_at,
                            next_look = excluded.next_look, attempts = excluded.attempts, problem = excluded.problem
                        """)
                .param("number", permitNumber)
                .param("wanted", progress == null ? null : progress.wanted())
                .param("reached", progress == null ? AS_SEALED : progress.reached())
                .param("version", progress == null ? 0 : progress.version())
                .param("ends", progress == null ? null : timestamp(progress.stampEnds()))
                .param("now", Timestamp.from(now))
                .param("next", Timestamp.from(next))
                .param("attempts", attempts)
                .param("problem", progress == null ? null : progress.problem())
                .update();
    }

    /** Keeps that a look was in vain. */
    void fail(String permitNumber, Instant now, Instant next, String problem) {
        jdbc.sql(
                        """
                        insert into permit_seal (permit_number, reached, looked_at, next_look, attempts, problem)
                        values (:number, :reached, :now, :next, 1, :problem)
                        on conflict (permit_number) do update set looked_at = excluded.looked_at, next_look = excluded.next_look,
                            attempts = permit_seal.attempts + 1, problem = excluded.problem
                        """)
                .param("number", permitNumber)
                .param("reached", AS_SEALED)
                .param("now", Timestamp.from(now))
                .param("next", Timestamp.from(next))
                .param("problem", problem)
                .update();
    }

    /** Puts a raised document in the place of the one before, whose digest stays known. */
    void replace(Sealed before, StoredFile raised, Instant now) {
        jdbc.sql("insert into permit_former_document (sha256, permit_number, replaced_at) values (?, ?, ?)")
                .params(before.sha256(), before.number(), Timestamp.from(now))
                .update();
        jdbc.sql("update permit set sealed_file = ?, sealed_sha256 = ? where number = ?")
                .params(raised.id(), raised.sha256(), before.number())
                .update();
    }

    /** Takes permits that should have been looked at before a moment; nobody else takes them before another. */
    List<String> claim(Instant before, Instant again, int most) {
        return jdbc.sql(
                        """
                        update permit_seal set next_look = :again where permit_number in (
                            select permit_number from permit_seal where next_look < :before
                            order by next_look limit :most for update skip locked)
                        returning permit_number
                        """)
                .param("again", Timestamp.from(again))
                .param("before", Timestamp.from(before))
                .param("most", most)
                .query(String.class)
                .list();
    }

    private static @Nullable Instant instant(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
