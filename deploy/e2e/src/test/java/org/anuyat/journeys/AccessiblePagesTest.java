package org.anuyat.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import java.util.List;
import org.anuyat.journeys.citizen.Citizen;
import org.anuyat.journeys.citizen.Draft;
import org.anuyat.journeys.office.Office;
import org.anuyat.journeys.running.Visitor;
import org.anuyat.journeys.running.Visitors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** axe-core finds nothing wrong with the main pages in Thai. */
@ExtendWith(Visitors.InJourneys.class)
class AccessiblePagesTest {

    @Test
    void of_the_public(Visitors visitors) {
        Visitor anybody = visitors.comes("anybody");
        for (String page : List.of("/", "/services?q=อาหาร", "/services/food-licence", "/services/food-licence/start", "/register", "/verify", "/nowhere")) {
            accessible(anybody.open(page), page);
        }
    }

    @Test
    void of_citizens(Visitors visitors) {
        Visitor nida = visitors.comes("nida");
        accessible(nida.open("/applications"), "sign-in");
        Draft draft = new Citizen(nida, "nida").start();
        accessible(nida, "tasks");
        for (String page : List.of("/pages/who", "/pages/premises", "/pages/staff", "/documents", "/check", "/delete")) {
            accessible(nida.open(draft.path() + page), page);
        }
        draft.page("สถานประกอบการ").save();
        accessible(nida, "page with errors");
        accessible(nida.open("/applications"), "/applications");
    }

    @Test
    void of_officers(Visitors visitors) {
        Visitor rap = visitors.comes("rap");
        Office.signIn(rap, "rap");
        for (String page : List.of("/backoffice", "/backoffice/tasks", "/backoffice/holidays")) {
            accessible(rap.open(page), page);
        }
        Visitor audit = visitors.comes("audit");
        Office.signIn(audit, "audit");
        accessible(audit.open("/backoffice/audit"), "/backoffice/audit");
    }

    private static void accessible(Visitor visitor, String page) {
        assertThat(new AxeBuilder(visitor.page()).analyze().getViolations())
                .as(page)
                .flatMap(rule -> rule.getNodes().stream()
                        .map(node -> rule.getId() + ": " + node.getHtml())
                        .toList())
                .isEmpty();
    }
}
