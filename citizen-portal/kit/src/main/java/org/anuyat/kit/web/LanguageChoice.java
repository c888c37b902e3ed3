package org.anuyat.kit.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;

/** Keeps the language that the reader has chosen by {@code ?lang=th} or {@code ?lang=en}; anything else is ignored. */
final class LanguageChoice implements HandlerInterceptor {

    static final String PARAMETER = "lang";

    private final LocaleResolver locales;

    LanguageChoice(LocaleResolver locales) {
        this.locales = locales;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        String chosen = request.getParameter(PARAMETER);
        if (chosen != null) {
            Language.of(chosen).ifPresent(language -> locales.setLocale(request, response, language.locale()));
        }
        return true;
    }
}
