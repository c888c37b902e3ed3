package org.anuyat.workflow.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Messages wait in the transaction that writes them and are sent by a job, again and again until they are gone. */
@Component
public class Messages {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Post post;
    private final Clock clock;
    private final TransactionTemplate outside;
    private final boolean demonstration;

    Messages(
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Post post,
            Clock clock,
            PlatformTransactionManager transactions,
            @Value("${anuyat.mode:production}") String mode) {
        this.jdbc = jdbc;
        this.demonstration = mode.equals("demonstration");
        this.events = events;
        this.post = post;
        this.clock = clock;
        this.outside = new TransactionTemplate(transactions);
        this.outside.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    }

    /**
     * Queues a message; it leaves after the running transaction has committed.
     *
     * @return its id
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID queue(
            String agency,
            String recipientId,
            String address,
            @Nullable String applicationNumber,
            String kind,
            String subject,
            String body) {
        UUID id = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into message (id, agency, recipient_id, address, application_number, kind, subject, body, queued_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        id,
                        agency,
                        recipientId,
                        address,
                        applicationNumber,
                        kind,
                        subject,
                        body,
                        Timestamp.from(clock.instant()))
                .update();
        events.publishEvent(new MessageQueued(id));
        return id;
    }

    /** Sends a message that still waits; a message may reach its reader twice when the platform is killed right after. */
    @Transactional
    public void send(UUID id) {
        Message message = get(id);
        if (message.sentAt() != null) {
            return;
        }
        // the process of a message is keyed by the message: for the log, too, it belongs to the application
        try (var named = MDC.putCloseable("application", message.applicationNumber())) {
            outside.executeWithoutResult(status -> post.send(message));
        }
        // a code that was sent has no business in the database any longer; only a demonstration shows it on its mailbox page
        boolean forget = Correspondence.CODES.contains(message.kind()) && !demonstration;
        jdbc.sql("update message set sent_at = ?, body = case when ? then '' else body end where id = ?")
                .params(Timestamp.from(clock.instant()), forget, id)
                .update();
    }

    /** The newest messages of everybody, for the mailbox page of the demonstration. */
    @Transactional(readOnly = true)
    public List<Message> latest(String address, int size) {
        return jdbc.sql("select * from message where ? = '' or address = ? order by queued_at desc, id limit ?")
                .params(address, address, size)
                .query(Messages::message)
                .list();
    }

    /** One message. */
    @Transactional(readOnly = true)
    public Message get(UUID id) {
        return jdbc.sql("select * from message where id = ?")
                .param(id)
                .query(Messages::message)
                .optional()
                .orElseThrow(() -> new UnknownMessage(id));
    }

    private static Message message(ResultSet row, int index) throws SQLException {
        @Nullable Timestamp sentAt = row.getTimestamp("sent_at");
        return new Message(
                row.getObject("id", UUID.class),
                row.getString("agency"),
                row.getString("recipient_id"),
                row.getString("address"),
                row.getString("application_number"),
                row.getString("kind"),
                row.getString("subject"),
                row.getString("body"),
                row.getTimestamp("queued_at").toInstant(),
                sentAt == null ? null : sentAt.toInstant());
    }

    /** There is no such message. */
    public static class UnknownMessage extends RuntimeException {

        UnknownMessage(UUID id) {
            super("no message " + id);
        }
    }
}
