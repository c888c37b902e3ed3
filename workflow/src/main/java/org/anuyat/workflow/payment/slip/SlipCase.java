package org.anuyat.workflow.payment.slip;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.anuyat.workflow.acts.Actor;
import org.anuyat.workflow.files.Files;
import org.anuyat.workflow.files.StoredFile;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Slips as officers look at them and decide about them. The payments' books may be on another machine, so a decision is recorded before the books
 * are told: a crash in between leaves a decision that can be repeated, never money moved by nobody.
 */
@Component
public class SlipCase {

    private final Files files;
    private final SlipPictures pictures;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SlipCase(Files files, SlipPictures pictures, JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.files = files;
        this.pictures = pictures;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** The file of a slip of an agency. */
    @Transactional(readOnly = true)
    public Optional<StoredFile> file(String agency, UUID slip) {
        return jdbc.sql("select file_id from payment_slip where id = ? and agency = ?")
                .params(slip, agency)
                .query(UUID.class)
                .optional()
                .flatMap(files::find);
    }

    /** The content of such a file, to be closed by the caller. */
    public InputStream open(StoredFile file) {
        return files.open(file.id());
    }

    /** How many pages of it can be shown as pictures. */
    public int pages(StoredFile file) {
        return pictures.count(bytes(file), file.mediaType());
    }

    /**
     * A page as a picture that the platform drew itself (PNG): whatever else the file holds stays behind.
     *
     * @param page from 1
     * @return empty when there is no such page, or it can't be drawn within bounds
     */
    public Optional<byte[]> preview(StoredFile file, int page) {
        return pictures.png(bytes(file), file.mediaType(), page);
    }

    private byte[] bytes(StoredFile file) {
        try (InputStream in = files.open(file.id())) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Records a decision; call it before the books are told. */
    @Transactional
    public void decided(SlipWord word, String agency, Actor by) {
        events.publishEvent(new SlipDecided(agency, by, clock.instant(), word));
    }

    /** Records that the books refused the slip by that decision; the applicant is told. */
    @Transactional
    public void refused(SlipWord word, String agency, Actor by) {
        events.publishEvent(new SlipRefused(word.applicationNumber(), agency, by, clock.instant(), word.slip(), word.reason()));
    }

    /**
     * Records that the books did not take a decision.
     *
     * @param cause the stable name of why
     */
    @Transactional
    public void rejected(SlipWord word, String agency, Actor by, String cause) {
        events.publishEvent(new SlipRejected(agency, by, clock.instant(), word, cause));
    }
}
