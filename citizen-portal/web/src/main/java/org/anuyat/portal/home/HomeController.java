package org.anuyat.portal.home;

import java.util.List;
import java.util.Locale;
import org.anuyat.kit.Link;
import org.anuyat.workflow.catalogue.Services;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The front page: what can be done here. */
@Controller
class HomeController {

    private static final int SHOWN = 6;

    private final Services services;

    HomeController(Services services) {
        this.services = services;
    }

    @GetMapping("/")
    String home(Model model, Locale locale) {
        List<Link> shown = services.all().stream()
                .limit(SHOWN)
                .map(service -> Link.of("/services/" + service.id(), service.title().in(locale)))
                .toList();
        model.addAttribute("services", shown);
        return "portal/home";
    }
}
