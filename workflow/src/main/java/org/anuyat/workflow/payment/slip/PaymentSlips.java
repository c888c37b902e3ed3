package org.anuyat.workflow.payment.slip;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.anuyat.workflow.acts.Actor;
import org.anuyat.workflow.files.FileRefused;
import org.anuyat.workflow.files.FileType;
import org.anuyat.workflow.files.Files;
import org.anuyat.workflow.files.Policy;
import org.anuyat.workflow.files.StoredFile;
import org.anuyat.workflow.payment.slip.SlipNotTaken.Reason;
import org.anuyat.workflow.payment.slip.SlipPort.Standing;
import org.anuyat.workflow.payment.slip.SlipPort.State;
import org.anuyat.workflow.submission.Application;
import org.anuyat.workflow.submission.Applications;
import org.anuyat.workflow.submission.attachments.Upload;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Slips as their payers hand them in. None of these methods is to be called inside a transaction: an upload may be slow, and the payments' books
 * may be on another machine.
 */
@Component
public class PaymentSlips {

    /** What is taken in. */
    public static final Set<FileType> TYPES = Set.of(FileType.JPEG, FileType.PNG, FileType.PDF);

    /** The largest file. */
    public static final long MOST_BYTES = 5L * 1024 * 1024;

    /** As many slips as are taken in for a bill, refused and repeated ones included. */
    public static final int MOST_SLIPS = 10;

    private static final Logger LOG = LoggerFactory.getLogger(PaymentSlips.class);

    private final Applications applications;
    private final Files files;
    private final SlipPictures pictures;
    private final SlipPort port;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionTemplate transaction;

    PaymentSlips(
            Applications applications,
            Files files,
            SlipPictures pictures,
            SlipPort port,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.applications = applications;
        this.files = files;
        this.pictures = pictures;
        this.port = port;
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    private record Bill(UUID id, String state) {

        private boolean takesSlips() {
            return !state.equals("PAID") && !state.equals("REFUNDED");
        }
    }

    /**
     * Takes in a slip of an application of the applicant's own; it is never counted as a payment.
     *
     * @param hasNone whether its payer says that it has no QR code, as those of counters; else a file without one is most likely a cut or blurred
     *     picture, and its payer can mend that better than an officer
     * @throws FileRefused when the file is not taken in
     * @throws SlipNotTaken when no slip is
     */
    public Standing handIn(String number, Upload upload, boolean hasNone, Actor applicant) {
        Application application = applications.ownedBy(number, applicant.id());
        Bill bill = bill(number);
        if (count(number) >= MOST_SLIPS) {
            throw new SlipNotTaken(Reason.TOO_MANY);
        }
        StoredFile file = files.store(
                upload.content(), upload.name(), upload.declaredType(), new Policy(application.agency(), TYPES, MOST_BYTES));
        UUID id = UUID.randomUUID();
        Instant now = clock.instant();
        Standing taken;
        try {
            List<String> codes = SlipCodes.in(pictures.pages(content(file), file.mediaType()));
            if (codes.isEmpty() && !hasNone) {
                throw new SlipNotTaken(Reason.NO_CODE);
            }
            enter(id, application, file, now, applicant);
            taken = port.submit(id, bill.id(), file.sha256(), codes);
        } catch (RuntimeException e) {
            transaction.executeWithoutResult(status -> {
                jdbc.sql("delete from payment_slip where id = ?").param(id).update();
                files.remove(file.id());
            });
            throw e;
        }
        transaction.executeWithoutResult(status -> events.publishEvent(new SlipHandedIn(
                number, application.agency(), applicant, now, id, taken.state() == State.REPEATED, file.sha256())));
        return taken;
    }

    private Bill bill(String number) {
        return jdbc.sql("select bill_id, state from fee_bill where application_number = ?")
                .param(number)
                .query((row, index) -> new Bill(row.getObject("bill_id", UUID.class), row.getString("state")))
                .optional()
                .filter(Bill::takesSlips)
                .orElseThrow(() -> new SlipNotTaken(Reason.PAID));
    }

    private int count(String number) {
        return jdbc.sql("select count(*) from payment_slip where application_number = ?")
                .param(number)
                .query(Integer.class)
                .single();
    }

    private void enter(UUID id, Application application, StoredFile file, Instant at, Actor by) {
        jdbc.sql(
                        """
                        insert into payment_slip (id, application_number, agency, file_id, handed_in_at, handed_in_by)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(id, application.number(), application.agency(), file.id(), Timestamp.from(at), by.id())
                .update();
    }

    private byte[] content(StoredFile file) {
        try (InputStream in = files.open(file.id())) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The slips of an application of the applicant's own, oldest first; none as well when the payments' books can't be asked just now: the bill can be
     * shown without them.
     */
    public List<Standing> of(String number, String applicant) {
        applications.ownedBy(number, applicant);
        if (count(number) == 0) {
            return List.of();
        }
        UUID bill = jdbc.sql("select bill_id from fee_bill where application_number = ?").param(number).query(UUID.class).single();
        try {
            return port.toShow(bill);
        } catch (RuntimeException e) {
            LOG.warn("the payments adapter did not say what became of the slips of {}: {}", number, e.getMessage());
            return List.of();
        }
    }

    /** Whether a finance officer has a slip of this application to look at. */
    public boolean isWaiting(String number, UUID billId) {
        return count(number) > 0 && port.ofBill(billId).stream().anyMatch(slip -> slip.state() == State.WAITING);
    }
}
