package org.anuyat.workflow.issuance.signature;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.anuyat.workflow.acts.Actor;
import org.anuyat.workflow.files.FileRefused;
import org.anuyat.workflow.files.FileType;
import org.anuyat.workflow.files.Files;
import org.anuyat.workflow.files.Policy;
import org.anuyat.workflow.files.StoredFile;
import org.anuyat.workflow.identity.Officer;
import org.anuyat.workflow.identity.Role;
import org.anuyat.workflow.issuance.signature.PictureRefused.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Pictures of officers' signatures, which permits bear 14 mm high. Officers look after their own; a permit is made with the
 * picture that there is at that moment and keeps it, whatever becomes of the picture later.
 */
@Component
public class SignaturePictures {

    /** The largest file, in bytes: what a phone makes of a sheet of paper has less. */
    public static final long MOST_BYTES = 5L << 20;

    /** The longest side, in pixels. */
    public static final int LONGEST_SIDE = 6000;

    /** The longer side has at least so many pixels. */
    public static final int LEAST_WIDTH = 150;

    /** The shorter side has at least so many pixels: about 90 to the inch when it is printed. */
    public static final int LEAST_HEIGHT = 50;

    private final JdbcClient jdbc;
    private final Files files;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionTemplate transaction;

    SignaturePictures(
            JdbcClient jdbc,
            Files files,
            ApplicationEventPublisher events,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.files = files;
        this.events = events;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * A picture that is in use.
     *
     * @param file a PNG
     * @param sha256 of its content
     */
    public record Picture(UUID file, String sha256, Instant since) {}

    /** Whether the officer may be the last to decide about a permit, so that a picture of the signature is of use. */
    public static boolean mayEnter(Officer officer) {
        return officer.is(Role.APPROVER_1) || officer.is(Role.APPROVER_2);
    }

    /** The officer's own picture, if there is one. */
    public Optional<Picture> find(Officer officer) {
        return find(officer.agency(), officer.subject());
    }

    /** The content of the officer's own picture, a PNG, if there is one. */
    public Optional<byte[]> content(Officer officer) {
        return find(officer).map(this::read);
    }

    /** The picture that a permit is to bear whose last approver is this one, a PNG, if there is one. */
    public Optional<byte[]> toPrint(String agency, String approver) {
        return find(agency, approver).map(this::read);
    }

    /**
     * Takes in a picture of the officer's signature, in place of the one before. The same picture again changes nothing.
     *
     * @param originalName as the browser sent it
     * @param declaredType as the browser sent it
     * @throws FileRefused when it is no plain PNG or JPEG of up to {@link #MOST_BYTES}
     * @throws PictureRefused when it is a picture, but can't serve as this one, or not for this officer
     */
    public Picture enter(Officer officer, InputStream content, @Nullable String originalName, @Nullable String declaredType) {
        if (!mayEnter(officer)) {
            throw new PictureRefused(Reason.NOT_AN_APPROVER);
        }
        byte[] png = clean(officer.agency(), content, originalName, declaredType);
        return transaction.execute(status -> {
            lock(officer);
            Picture before = find(officer).orElse(null);
            StoredFile kept = files.keep(new ByteArrayInputStream(png), "signature.png", "image/png", officer.agency());
            if (before != null && before.sha256().equals(kept.sha256())) {
                files.remove(kept.id());
                return before;
            }
            Instant now = clock.instant();
            jdbc.sql(
                            """
                            insert into signature_picture (officer, agency, file, since) values (?, ?, ?, ?)
                            on conflict (agency, officer) do update
                                set file = excluded.file, since = excluded.since
                            """)
                    .params(officer.subject(), officer.agency(), kept.id(), Timestamp.from(now))
                    .update();
            Actor actor = Actor.officer(officer.subject(), officer.displayName());
            if (before == null) {
                events.publishEvent(new PictureEntered(officer.agency(), actor, now, kept.sha256()));
            } else {
                files.remove(before.file());
                events.publishEvent(
                        new PictureReplaced(officer.agency(), actor, now, kept.sha256(), before.sha256()));
            }
            return new Picture(kept.id(), kept.sha256(), now);
        });
    }

    /** Removes the officer's own picture; without one, nothing happens. */
    public void remove(Officer officer) {
        transaction.executeWithoutResult(status -> {
            lock(officer);
            find(officer).ifPresent(picture -> {
                jdbc.sql("delete from signature_picture where agency = ? and officer = ?")
                        .params(officer.agency(), officer.subject())
                        .update();
                files.remove(picture.file());
                events.publishEvent(new PictureRemoved(
                        officer.agency(),
                        Actor.officer(officer.subject(), officer.displayName()),
                        clock.instant(),
                        picture.sha256()));
            });
        });
    }

    /** What was handed in goes through the file store's checks and stays no longer than it takes to draw it anew. */
    private byte[] clean(String agency, InputStream content, @Nullable String originalName, @Nullable String declaredType) {
        Policy policy = new Policy(agency, Set.of(FileType.PNG, FileType.JPEG), MOST_BYTES);
        StoredFile handedIn = files.store(content, originalName, declaredType, policy);
        try {
            return InkOnPaper.png(UprightPicture.read(read(handedIn.id())));
        } finally {
            files.remove(handedIn.id());
        }
    }

    /** One change at a time, also while there is no row yet. */
    private void lock(Officer officer) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('signature-picture/' || ?, 0))::text")
                .param(officer.subject())
                .query(String.class)
                .optional();
    }

    private Optional<Picture> find(String agency, String officer) {
        return jdbc.sql(
                        """
                        select p.file, f.sha256, p.since from signature_picture p join file f on f.id = p.file
                        where p.agency = ? and p.officer = ?
                        """)
                .params(agency, officer)
                .query((row, index) -> new Picture(
                        row.getObject("file", UUID.class),
                        row.getString("sha256"),
                        row.getTimestamp("since").toInstant()))
                .optional();
    }

    private byte[] read(Picture picture) {
        return read(picture.file());
    }

    private byte[] read(UUID file) {
        try (InputStream in = files.open(file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the picture of a signature can't be read", e);
        }
    }
}
