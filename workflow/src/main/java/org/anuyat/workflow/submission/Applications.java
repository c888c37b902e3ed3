package org.anuyat.workflow.submission;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anuyat.workflow.identity.Person;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * All applications.
 *
 * <p>Locking: whoever acts on a case takes its row by {@link #lock} first and keeps it until the transaction ends; every other
 * row of the case comes after it. So two people who act at once wait for each other instead of deadlocking, and the second
 * sees what the first did.
 */
@Component
public class Applications {

    private final JdbcClient jdbc;
    private final ApplicationRows rows;

    Applications(JdbcClient jdbc, JdbcTemplate batches, JsonMapper json) {
        this.jdbc = jdbc;
        this.rows = new ApplicationRows(jdbc, batches, json);
    }

    /**
     * One application, for officers and the platform.
     *
     * @throws UnknownApplication when there is none
     */
    @Transactional(readOnly = true)
    public Application get(String number) {
        return jdbc.sql("select " + ApplicationRows.COLUMNS + " from application where number = ?")
                .param(number)
                .query(rows)
                .optional()
                .orElseThrow(() -> new UnknownApplication(number));
    }

    /** A person's applications, the newest first. */
    @Transactional(readOnly = true)
    public List<Application> ofApplicant(Person person) {
        return jdbc.sql("select " + ApplicationRows.COLUMNS
                        + " from application where applicant_id = ? order by entered_at desc, number desc")
                .param(person.subject())
                .query(rows)
                .list();
    }

    /**
     * One application, for its applicant.
     *
     * @throws UnknownApplication when there is none, or it is somebody else's
     */
    @Transactional(readOnly = true)
    public Application ownedBy(String number, String applicantId) {
        Application application = get(number);
        if (!application.applicantId().equals(applicantId)) {
            throw new UnknownApplication(number);
        }
        return application;
    }

    /** The application that a draft became, if it did. */
    @Transactional(readOnly = true)
    public Optional<Application> ofDraft(UUID draft) {
        return jdbc.sql("select number from application where draft_id = ?")
                .param(draft)
                .query(String.class)
                .optional()
                .map(this::get);
    }

    /** Everything that was handed in, the confirmation first. */
    @Transactional(readOnly = true)
    public List<Application.Revision> revisions(String number) {
        return rows.revisions(get(number).id());
    }

    /** One application, for its applicant; as {@link #ownedBy(String, String)}. */
    @Transactional(readOnly = true)
    public Application ownedBy(String number, Person person) {
        return ownedBy(number, person.subject());
    }

    /**
     * Takes the case for the rest of the running transaction.
     *
     * @throws UnknownApplication when there is none
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Application lock(String number) {
        // a statement of its own: one that waited for the lock would read the attachments as they were before
        jdbc.sql("select id from application where number = ? for update")
                .param(number)
                .query(UUID.class)
                .optional();
        return get(number);
    }

    /**
     * Moves a case along the life cycle.
     *
     * @throws WrongState when {@link ApplicationState#next()} does not lead there
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Application move(String number, ApplicationState to) {
        Application application = lock(number);
        if (!application.state().next().contains(to)) {
            throw new WrongState(number, application.state(), to.name());
        }
        jdbc.sql("update application set state = ?, version = version + 1 where id = ?")
                .params(to.name(), application.id())
                .update();
        return get(number);
    }

    /**
     * Puts a new application in. The draft may have one only: the database refuses a second one.
     *
     * @param draft that it was made from
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void enter(Application application, UUID draft) {
        rows.insert(application, draft, null);
        rows.writeAttachments(application);
        rows.keepRevision(application, 0, application.enteredAt(), application.applicantName());
    }

    /**
     * Puts in the application that goes on at the agency to which another one was sent. The old one may have one only.
     *
     * @param from number of the old application
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void enterForwarded(Application application, String from) {
        rows.insert(application, null, from);
        rows.writeAttachments(application);
        rows.keepRevision(application, 0, application.enteredAt(), application.applicantName());
    }

    /** The number of the application that one was sent on from; empty when it was made to its agency itself. */
    @Transactional(readOnly = true)
    public Optional<String> forwardedFrom(String number) {
        return jdbc.sql("select forwarded_from from application where number = ? and forwarded_from is not null")
                .param(number)
                .query(String.class)
                .optional();
    }

    /**
     * Replaces answers and attachments of a locked case and keeps the new state of both as a revision.
     *
     * @param madeBy display name of who handed it in
     * @return the revision's number
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int revise(
            String number, ObjectNode answers, List<Attachment> attachments, Instant at, String madeBy) {
        return rows.revise(lock(number), answers, attachments, at, madeBy);
    }

    /** The next application number of an agency. */
    @Transactional(propagation = Propagation.MANDATORY)
    public ApplicationNumber nextNumber(String agency, int buddhistYear) {
        long running = jdbc.sql("select nextval('application_number')")
                .query(Long.class)
                .single();
        return new ApplicationNumber(agency, buddhistYear % 100, running);
    }
}
