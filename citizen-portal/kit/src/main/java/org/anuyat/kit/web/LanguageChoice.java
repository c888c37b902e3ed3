package org.anuyat.kit.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.LocaleResolver;

/**
 * Keeps the language that the reader has chosen by {@code ?lang=th} or {@code ?lang=en}; anything else is ignored. A filter before
 * those of the security, so that the choice holds also for a page that leads to the sign-in first. Read off the address alone: the
 * body of the request is left to whoever answers it.
 */
final class LanguageChoice extends OncePerRequestFilter {

    static final String PARAMETER = "lang";

    private final LocaleResolver locales;

    LanguageChoice(LocaleResolver locales) {
        this.locales = locales;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String query = request.getQueryString();
        if (query != null) {
            List<String> parameters = List.of(query.split("&"));
            Stream.of(Language.values())
                    .filter(language -> parameters.contains(PARAMETER + "=" + language.code()))
                    .findFirst()
                    .ifPresent(language -> locales.setLocale(request, response, language.locale()));
        }
        chain.doFilter(request, response);
    }
}
