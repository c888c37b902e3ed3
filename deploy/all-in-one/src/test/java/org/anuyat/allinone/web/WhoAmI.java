package org.anuyat.allinone.web;

import java.util.Optional;
import java.util.stream.Collectors;
import org.anuyat.backoffice.security.CurrentOfficer;
import org.anuyat.portal.security.CurrentCitizen;
import org.anuyat.workflow.identity.Role;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Pages that say who the platform takes one for. */
@TestComponent
@RestController
class WhoAmI {

    @GetMapping("/account/test/me")
    String citizen(CurrentCitizen citizen) {
        return "citizen %s %s".formatted(citizen.person().displayName(), citizen.person().assurance().code());
    }

    @PostMapping("/account/test/form")
    String form(CurrentCitizen citizen, @RequestParam(defaultValue = "nothing") String answer) {
        return "taken " + answer;
    }

    @GetMapping("/services/test/me")
    String perhaps(Optional<CurrentCitizen> citizen) {
        return citizen.map(c -> c.person().firstName()).orElse("nobody");
    }

    @GetMapping("/backoffice/test/me")
    String officer(CurrentOfficer officer) {
        return "officer %s of %s: %s"
                .formatted(
                        officer.officer().username(),
                        officer.officer().agency(),
                        officer.officer().roles().stream().map(Role::name).collect(Collectors.joining(",")));
    }

    @GetMapping("/backoffice/test/form")
    String officersForm(CsrfToken token) {
        return "<input name=\"_csrf\" value=\"%s\">".formatted(token.getToken());
    }

    @GetMapping("/backoffice/test/money")
    @PreAuthorize("hasRole('FINANCE')")
    String money() {
        return "money";
    }
}
