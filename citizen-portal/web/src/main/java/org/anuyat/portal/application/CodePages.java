package org.anuyat.portal.application;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.anuyat.kit.Field;
import org.anuyat.kit.Problem;
import org.anuyat.workflow.identity.Person;
import org.anuyat.workflow.submission.signature.CodeRefused;
import org.anuyat.workflow.submission.signature.TooManyCodes;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** The page that asks for a one-time code, whatever is signed with it. */
@Component
public class CodePages {

    private static final int WIDTH = 10;

    private final Words words;

    CodePages(Words words) {
        this.words = words;
    }

    /**
     * The page.
     *
     * @param base path below which {@code /confirm} takes the code and {@code /code} sends another
     * @param what the name of what is signed: the keys {@code apply.<what>.title} and {@code apply.<what>.button} are its words
     * @param worksUntil until when the code works that was sent; empty when none does
     */
    public ModelAndView page(
            String base,
            String what,
            Person person,
            Optional<Instant> worksUntil,
            @Nullable String error,
            HttpStatusCode status,
            Locale locale) {
        Field code = Field.of("code", words.say(locale, "apply.code.question"))
                .withHint(words.say(locale, "apply.code.hint"))
                .withWidth(WIDTH)
                .with("inputmode", "numeric")
                .with("autocomplete", "one-time-code")
                .with("maxlength", "12")
                .withError(error);
        ModelAndView page = new ModelAndView("portal/apply/confirm", status);
        page.addObject("base", base);
        page.addObject("title", words.say(locale, "apply." + what + ".title"));
        page.addObject("button", words.say(locale, "apply." + what + ".button"));
        page.addObject("code", code);
        page.addObject("problems", Problem.of(List.of(code)));
        page.addObject("email", masked(person.email()));
        page.addObject(
                "worksUntil", worksUntil.map(words.formats(locale)::dateTime).orElse(null));
        return page;
    }

    /** Why a code was not accepted. */
    public String say(CodeRefused refused, Locale locale) {
        return words.say(locale, "apply.code." + refused.reason().name(), refused.triesLeft());
    }

    /** When the next code may be asked for. */
    public String say(TooManyCodes tooMany, Locale locale) {
        return words.say(locale, "apply.code.too-many", words.formats(locale).dateTime(tooMany.again()));
    }

    private static @Nullable String masked(@Nullable String email) {
        return email == null ? null : email.replaceAll("(?<=^.).*(?=@)", "•••");
    }
}
