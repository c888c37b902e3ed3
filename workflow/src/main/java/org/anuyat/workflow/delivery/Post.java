package org.anuyat.workflow.delivery;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.mail.MailParseException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/**
 * The way out: SMTP where {@code spring.mail.host} is set. Without it a demonstration keeps messages for its mailbox page, and
 * an installation in production refuses to start.
 */
@Component
class Post {

    private final @Nullable JavaMailSender sender;
    private final String from;
    private final boolean demonstration;

    Post(
            ObjectProvider<JavaMailSender> sender,
            @Value("${anuyat.mail.from:no-reply@anuyat.invalid}") String from,
            @Value("${anuyat.mode:}") String mode) {
        this.sender = sender.getIfAvailable();
        this.from = from;
        this.demonstration = mode.equals("demonstration");
        if (this.sender == null && mode.equals("production")) {
            throw new IllegalStateException(
                    "production needs a mail server: set spring.mail.host and anuyat.mail.from");
        }
    }

    void send(Message message) {
        if (sender == null) {
            if (!demonstration) {
                throw new IllegalStateException("there is no mail server: set spring.mail.host");
            }
            return;
        }
        MimeMessage mail = sender.createMimeMessage();
        try {
            MimeMessageHelper helper = new MimeMessageHelper(mail, StandardCharsets.UTF_8.name());
            helper.setFrom(from);
            helper.setTo(message.address());
            helper.setSubject(message.subject());
            helper.setText(message.body());
            // the reader's mail program may drop a repetition
            mail.setHeader("X-Anuyat-Message", message.id().toString());
        } catch (MessagingException e) {
            throw new MailParseException("message " + message.id() + " can't be written as a mail", e);
        }
        sender.send(mail);
    }
}
