package org.anuyat.portal.mailbox;

import java.util.Locale;
import java.util.UUID;
import org.anuyat.kit.Field;
import org.anuyat.kit.error.Refusal;
import org.anuyat.workflow.delivery.Message;
import org.anuyat.workflow.delivery.Messages;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What would have been sent by e-mail, for everybody to read; the bean doesn't exist outside of demonstrations. */
@Controller
@ConditionalOnProperty(name = "anuyat.mode", havingValue = "demonstration")
class MailboxController {

    private static final int SHOWN = 100;

    private final Messages messages;
    private final MessageSource words;
    private final Links links;

    MailboxController(
            Messages messages, MessageSource words, @Value("${anuyat.base-url:http://localhost:8080}") String baseUrl) {
        this.messages = messages;
        this.words = words;
        this.links = new Links(baseUrl);
    }

    @GetMapping("/mailbox")
    String list(@RequestParam(defaultValue = "") String address, Model model, Locale locale) {
        String wanted = address.strip();
        model.addAttribute(
                "address",
                Field.of("address", words.getMessage("mailbox.address", null, locale))
                        .withValue(wanted)
                        .with("type", "email")
                        .with("autocomplete", "off"));
        model.addAttribute("messages", messages.latest(wanted, SHOWN));
        return "portal/mailbox/list";
    }

    @GetMapping("/mailbox/{id}")
    String open(@PathVariable UUID id, Model model) {
        Message message;
        try {
            message = messages.get(id);
        } catch (Messages.UnknownMessage unknown) {
            throw Refusal.notFound();
        }
        model.addAttribute("message", message);
        model.addAttribute("pieces", links.in(message.body()));
        model.addAttribute("back", "/mailbox");
        return "portal/mailbox/message";
    }
}
