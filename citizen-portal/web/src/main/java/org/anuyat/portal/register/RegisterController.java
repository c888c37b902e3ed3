package org.anuyat.portal.register;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.anuyat.kit.Field;
import org.anuyat.kit.Option;
import org.anuyat.kit.part.Pages;
import org.anuyat.workflow.catalogue.Services;
import org.anuyat.workflow.registry.PermitStatus;
import org.anuyat.workflow.registry.PublicRegister;
import org.anuyat.workflow.registry.RegisterEntry;
import org.anuyat.workflow.registry.RegisterPage;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Searching the register. */
@Controller
class RegisterController {

    private static final int PER_PAGE = 25;
    private static final int LAST_PAGE = 10_000;

    private final PublicRegister register;
    private final Services services;
    private final MessageSource messages;

    RegisterController(PublicRegister register, Services services, MessageSource messages) {
        this.register = register;
        this.services = services;
        this.messages = messages;
    }

    /** A line of the list. */
    record Line(RegisterEntry entry, String kind) {}

    @GetMapping("/register")
    String search(RegisterQuery query, @RequestParam(defaultValue = "1") String page, Locale locale, Model model) {
        int wanted = Math.min(Pages.asked(page), LAST_PAGE);
        RegisterPage found =
                register.search(query.text(), query.serviceId(), query.permitStatus(), wanted - 1, PER_PAGE);
        model.addAttribute("filters", filters(query, locale));
        model.addAttribute(
                "lines",
                found.entries().stream()
                        .map(entry -> new Line(
                                entry,
                                services.version(entry.serviceId(), entry.serviceVersion())
                                        .permit()
                                        .title()
                                        .in(locale)))
                        .toList());
        model.addAttribute("total", found.total());
        model.addAttribute("everything", query.isEverything());
        model.addAttribute("csv", query.at("/register/export.csv", false));
        model.addAttribute("pages", Pages.of(wanted, found.total(), PER_PAGE, query.at("/register", true)));
        return "portal/register/search";
    }

    private List<Field> filters(RegisterQuery query, Locale locale) {
        List<Option> kinds = new ArrayList<>();
        kinds.add(Option.of("", say("register.all-services", locale)));
        services.all().forEach(service -> kinds.add(
                Option.of(service.id(), service.title().in(locale))));
        List<Option> statuses = new ArrayList<>();
        statuses.add(Option.of("", say("register.all-statuses", locale)));
        Arrays.stream(PermitStatus.values())
                .forEach(status ->
                        statuses.add(Option.of(status.name(), say("permit.status." + status.name(), locale))));
        return List.of(
                Field.of("q", say("register.text", locale))
                        .withHint(say("register.text.hint", locale))
                        .withValue(query.text())
                        .with("type", "search")
                        .with("maxlength", "200"),
                Field.of("service", say("permit.service", locale))
                        .withOptions(kinds)
                        .withValue(query.serviceId()),
                Field.of("status", say("register.status", locale))
                        .withOptions(statuses)
                        .withValue(query.permitStatus()));
    }

    private String say(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
