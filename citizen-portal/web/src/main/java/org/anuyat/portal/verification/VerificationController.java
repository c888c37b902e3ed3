package org.anuyat.portal.verification;

import java.util.List;
import java.util.Locale;
import org.anuyat.kit.Field;
import org.anuyat.kit.Problem;
import org.anuyat.kit.error.Refusal;
import org.anuyat.signing.api.token.PermitFacts;
import org.anuyat.signing.api.token.PermitTokens;
import org.anuyat.signing.api.token.TokenReport;
import org.anuyat.signing.api.token.TokenText;
import org.anuyat.workflow.registry.PublicRegister;
import org.anuyat.workflow.registry.RegisterEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Verifying a permit by its number, or by the token that its QR code leads to. Answers hold for the moment: never kept by a cache. */
@Controller
class VerificationController {

    private static final int LONGEST_NUMBER = 100;

    private final PublicRegister register;
    private final PermitViews views;
    private final PermitTokens tokens;
    private final MessageSource messages;

    VerificationController(
            PublicRegister register, PermitViews views, PermitTokens tokens, MessageSource messages) {
        this.register = register;
        this.views = views;
        this.tokens = tokens;
        this.messages = messages;
    }

    @GetMapping("/verify")
    ModelAndView ask(@RequestParam(required = false) @Nullable String number, Locale locale) {
        if (number == null) {
            return page("", null, null, HttpStatus.OK, locale);
        }
        String wanted = number.strip();
        if (wanted.isEmpty() || wanted.length() > LONGEST_NUMBER) {
            return page(
                    wanted,
                    messages.getMessage("verify.number.missing", null, locale),
                    null,
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    locale);
        }
        return register.numbered(wanted)
                .map(entry -> result(entry, locale))
                .orElseGet(() -> page(
                        wanted,
                        messages.getMessage("verify.number.unknown", new Object[] {wanted}, locale),
                        null,
                        HttpStatus.NOT_FOUND,
                        locale));
    }

    @GetMapping("/verify/{token:[A-Za-z0-9_-]{8,64}}")
    ModelAndView byToken(@PathVariable String token, Locale locale) {
        return register.withToken(token)
                .map(entry -> result(entry, locale))
                .orElseThrow(() -> new Refusal(HttpStatus.NOT_FOUND, "verify.unknown"));
    }

    /** A code that says by itself what the permit says: first whether its agency signed it, then what the register says today. */
    @GetMapping("/verify/{text:[A-Za-z2-7]{100,1500}}")
    ModelAndView bySignedCode(@PathVariable String text, Locale locale) {
        TokenReport report = tokens.check(new TokenText(text));
        PermitFacts facts = report.facts();
        if (facts == null) {
            throw new Refusal(HttpStatus.NOT_FOUND, "verify.unknown");
        }
        RegisterEntry entry = register.withToken(facts.id()).orElse(null);
        CodeVerdict verdict = CodeVerdict.of(report, entry);
        ModelAndView page =
                entry != null && verdict.mayShowPermit() ? result(entry, locale) : new ModelAndView("portal/verification/code");
        page.addObject("code", verdict);
        page.addObject("report", report);
        return page;
    }

    private ModelAndView result(RegisterEntry entry, Locale locale) {
        ModelAndView page = new ModelAndView("portal/verification/permit");
        page.addObject("permit", views.of(entry, locale));
        page.addObject("token", entry.token());
        return page;
    }

    /** The page with both questions. */
    ModelAndView page(
            String number, @Nullable String wrongNumber, @Nullable String wrongFile, HttpStatus status, Locale locale) {
        Field numberField = Field.of("number", messages.getMessage("verify.number", null, locale))
                .withHint(messages.getMessage("verify.number.hint", null, locale))
                .withValue(number)
                .withError(wrongNumber)
                .withWidth(30);
        Field fileField = fileField(wrongFile, locale);
        ModelAndView page = new ModelAndView("portal/verification/ask", status);
        page.addObject("number", numberField);
        page.addObject("file", fileField);
        page.addObject("problems", Problem.of(List.of(numberField, fileField)));
        return page;
    }

    /** The question for the file. */
    Field fileField(@Nullable String wrong, Locale locale) {
        return Field.of("document", messages.getMessage("verify.file", null, locale))
                .withHint(messages.getMessage("verify.file.hint", null, locale))
                .withError(wrong)
                .with("accept", ".pdf,application/pdf");
    }
}
