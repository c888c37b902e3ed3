package org.anuyat.journeys;

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
            anybody.open(page).accessible(page);
        }
    }

    @Test
    void of_citizens(Visitors visitors) {
        Visitor nida = visitors.comes("nida");
        nida.open("/applications").accessible("sign-in");
        Draft draft = new Citizen(nida, "nida").start();
        nida.accessible("tasks");
        for (String page : List.of("/pages/who", "/pages/premises", "/pages/staff", "/documents", "/check", "/delete")) {
            nida.open(draft.path() + page).accessible(page);
        }
        draft.page("สถานประกอบการ").save();
        nida.accessible("page with errors");
        nida.open("/applications").accessible("/applications");
    }

    @Test
    void of_officers(Visitors visitors) {
        Visitor rap = visitors.comes("rap");
        Office.signIn(rap, "rap");
        for (String page : List.of("/backoffice", "/backoffice/tasks", "/backoffice/holidays")) {
            rap.open(page).accessible(page);
        }
        Visitor audit = visitors.comes("audit");
        Office.signIn(audit, "audit");
        audit.open("/backoffice/audit").accessible("/backoffice/audit");
    }
}
