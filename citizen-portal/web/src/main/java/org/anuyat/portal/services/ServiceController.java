package org.anuyat.portal.services;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.anuyat.kit.Link;
import org.anuyat.workflow.agency.Agencies;
import org.anuyat.workflow.agency.Agency;
import org.anuyat.workflow.catalogue.ServiceDefinition;
import org.anuyat.workflow.catalogue.Services;
import org.anuyat.workflow.places.Places;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Search and citizen manuals. */
@Controller
class ServiceController {

    private static final int LONGEST_QUESTION = 200;
    private static final int SUGGESTIONS = 12;

    private final Services services;
    private final Agencies agencies;
    private final OpeningTimes openingTimes;
    private final Places places;
    private final MessageSource messages;

    ServiceController(
            Services services, Agencies agencies, OpeningTimes openingTimes, Places places, MessageSource messages) {
        this.services = services;
        this.agencies = agencies;
        this.openingTimes = openingTimes;
        this.places = places;
        this.messages = messages;
    }

    @GetMapping("/services")
    String search(@RequestParam(defaultValue = "") String q, Model model, Locale locale) {
        String question = q.strip().substring(0, Math.min(q.strip().length(), LONGEST_QUESTION));
        model.addAttribute("question", question);
        if (question.isEmpty()) {
            model.addAttribute("all", services.all());
        } else {
            model.addAttribute("hits", services.search(question, locale));
        }
        model.addAttribute("agencies", agencies.all());
        model.addAttribute("locale", locale);
        return "portal/services/search";
    }

    @GetMapping("/services/{id}")
    String manual(@PathVariable String id, Model model, Locale locale) {
        ServiceDefinition service = services.current(id);
        Agency agency = agencies.byCode(service.agency());
        model.addAttribute("service", service);
        model.addAttribute("manual", service.manual());
        model.addAttribute("agency", agency);
        model.addAttribute("hours", openingTimes.lines(agency.code(), locale));
        model.addAttribute("locale", locale);
        model.addAttribute("start", "/services/" + service.id() + "/start");
        model.addAttribute("crumbs", crumbs(locale));
        return "portal/services/manual";
    }

    /** All questions of the form on one page, to read or print before one begins (แบบคำขอตัวอย่าง). */
    @GetMapping("/services/{id}/form")
    String sampleForm(@PathVariable String id, Model model, Locale locale) {
        ServiceDefinition service = services.current(id);
        model.addAttribute("service", service);
        model.addAttribute("locale", locale);
        model.addAttribute("back", "/services/" + service.id());
        return "portal/services/form";
    }

    /** Options for the datalist of a subdistrict; the parameter bears the name of the field in which one types. */
    @GetMapping("/services/places")
    String suggestPlaces(@RequestParam Map<String, String> parameters, Model model) {
        String typed = parameters.values().stream().findFirst().orElse("");
        model.addAttribute(
                "places", places.search(typed.substring(0, Math.min(typed.length(), LONGEST_QUESTION)), SUGGESTIONS));
        return "portal/services/places";
    }

    private List<Link> crumbs(Locale locale) {
        return List.of(
                Link.of("/", messages.getMessage("portal-home.nav.home", null, locale)),
                Link.of("/services", messages.getMessage("portal-home.nav.services", null, locale)));
    }
}
