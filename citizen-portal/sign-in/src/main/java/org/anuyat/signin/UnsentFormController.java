package org.anuyat.signin;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.anuyat.signin.unsent.UnsentForm;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Offers a form that was sent after the session had ended, to be sent once more. It goes to where it was going, bears the new
 * session's token, and is checked there as any other.
 */
@Controller
class UnsentFormController {

    @GetMapping("/unsent")
    ModelAndView toCitizen(HttpServletRequest request) {
        return offer(request, Realm.CITIZEN);
    }

    @GetMapping("/backoffice/unsent")
    ModelAndView toOfficer(HttpServletRequest request) {
        return offer(request, Realm.OFFICER);
    }

    private static ModelAndView offer(HttpServletRequest request, Realm realm) {
        Optional<PortalUser> user = PortalUser.current();
        Optional<UnsentForm> form = user.flatMap(u -> realm.unsentForms().of(request, u.getName()));
        if (form.isEmpty()) {
            return new ModelAndView("redirect:" + realm.landingPath());
        }
        ModelAndView page = new ModelAndView("kit/unsent");
        page.addObject("form", form.get());
        page.addObject("sender", user.get().displayName());
        return page;
    }
}
