package org.anuyat.portal.application;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.anuyat.workflow.submission.signature.Declaration;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** What is kept of the press of a confirm button: the words beside it, and where it came from. */
@Component
public class Declarations {

    private final Words words;

    Declarations(Words words) {
        this.words = words;
    }

    /**
     * The act of confirming that a request stands for.
     *
     * @param key message with the declaration that stood beside the button
     */
    public Declaration of(String key, Locale locale, HttpServletRequest request) {
        String userAgent = request.getHeader(HttpHeaders.USER_AGENT);
        return new Declaration(words.say(locale, key), request.getRemoteAddr(), userAgent == null ? "" : userAgent);
    }
}
