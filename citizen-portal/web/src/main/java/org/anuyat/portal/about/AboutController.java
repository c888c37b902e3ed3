package org.anuyat.portal.about;

import java.util.List;
import org.anuyat.workflow.agency.Agencies;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The pages behind the footer's links. */
@Controller
class AboutController {

    private final Agencies agencies;

    AboutController(Agencies agencies) {
        this.agencies = agencies;
    }

    @GetMapping("/accessibility")
    String accessibility(Model model) {
        return page("accessibility", List.of("made", "tried", "gaps", "tell"), model);
    }

    @GetMapping("/privacy")
    String privacy(Model model) {
        return page("privacy", List.of("what", "why", "who", "public", "how-long", "cookies", "rights"), model);
    }

    private String page(String topic, List<String> parts, Model model) {
        model.addAttribute("topic", topic);
        model.addAttribute("parts", parts);
        model.addAttribute("agencies", agencies.all());
        return "portal/about/page";
    }
}
