package org.anuyat.backoffice.security;

import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Says why an officer's sign-in failed, and how to try again. */
@Controller("officerSignInFailedController")
class SignInFailedController {

    private static final Set<String> EXPLAINED = Set.of("access_denied", "not_an_officer", "authorization_request_not_found");

    @GetMapping("/backoffice/sign-in-failed")
    String failed(@RequestParam(defaultValue = "other") String reason, Model model) {
        model.addAttribute("reason", EXPLAINED.contains(reason) ? reason : "other");
        return "backoffice/sign-in-failed";
    }
}
