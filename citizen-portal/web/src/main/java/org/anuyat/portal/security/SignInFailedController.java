package org.anuyat.portal.security;

import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Says why a sign-in failed, and how to try again. */
@Controller
class SignInFailedController {

    private static final Set<String> EXPLAINED = Set.of("access_denied", "account_disabled", "authorization_request_not_found");

    @GetMapping("/sign-in-failed")
    String failed(@RequestParam(defaultValue = "other") String reason, Model model) {
        model.addAttribute("reason", EXPLAINED.contains(reason) ? reason : "other");
        return "portal/sign-in-failed";
    }
}
