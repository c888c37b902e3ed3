package org.anuyat.kit.web;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** Remembers the reader's language for a year in a cookie that says nothing else. */
final class LanguageCookie extends CookieLocaleResolver {

    LanguageCookie() {
        super("language");
        setDefaultLocale(Language.TH.locale());
        setCookieMaxAge(Duration.ofDays(365));
        setCookieHttpOnly(true);
        setCookieSameSite("Lax");
        setRejectInvalidCookies(false);
    }

    /** A cookie of a language that we don't speak counts as none. */
    @Override
    protected @Nullable Locale parseLocaleValue(String cookie) {
        return Language.of(cookie).map(Language::locale).orElse(null);
    }
}
