package org.anuyat.accounts.password;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.anuyat.accounts.Realms;
import org.anuyat.kit.Field;
import org.anuyat.kit.Problem;
import org.anuyat.signin.Realm;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The provider's login page. */
@Controller
class LoginController {

    private static final int MINUTE = 60;

    private final ObjectProvider<DemonstrationPasswords> demonstration;
    private final MessageSource messages;

    LoginController(ObjectProvider<DemonstrationPasswords> demonstration, MessageSource messages) {
        this.demonstration = demonstration;
        this.messages = messages;
    }

    @GetMapping("/idp/login")
    String login(
            HttpServletRequest request,
            @RequestParam(required = false) @Nullable String error,
            @RequestParam(required = false) @Nullable String expired,
            @RequestParam(required = false) @Nullable Long wait,
            Locale locale,
            Model model) {
        Realm realm = Realms.of(request);
        Field username = Field.of("username", text("accounts.login.username", locale))
                .withWidth(20)
                .with("autocomplete", "username")
                .with("autocapitalize", "none")
                .with("spellcheck", "false");
        model.addAttribute("realm", realm.id());
        model.addAttribute("officers", realm == Realm.OFFICER);
        model.addAttribute("username", username);
        model.addAttribute(
                "password",
                Field.of("password", text("accounts.login.password", locale))
                        .withWidth(20)
                        .with("type", "password")
                        .with("autocomplete", "current-password"));
        problem(error, expired, wait, locale)
                .ifPresent(problem -> model.addAttribute("problems", List.of(new Problem(problem, "#" + username.id()))));
        demonstration.ifAvailable(passwords -> {
            model.addAttribute("demonstrationAccounts", passwords.accounts(realm));
            model.addAttribute("demonstrationPassword", passwords.password());
        });
        return "accounts/login";
    }

    private Optional<String> problem(
            @Nullable String error, @Nullable String expired, @Nullable Long wait, Locale locale) {
        if (wait != null && wait > 0) {
            return Optional.of(
                    wait <= MINUTE
                            ? text("accounts.login.wait.seconds", locale, wait)
                            : text("accounts.login.wait.minutes", locale, (wait + MINUTE - 1) / MINUTE));
        }
        if (error != null) {
            return Optional.of(text("accounts.login.failed", locale));
        }
        return expired == null ? Optional.empty() : Optional.of(text("accounts.login.expired", locale));
    }

    private String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}
