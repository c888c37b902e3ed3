package org.anuyat.kit.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The words of all rooms: every {@code messages/<room>_th.properties} and {@code _en.properties} on the class path, found by
 * itself. A room only adds its two files; keys begin with the room's name, so that rooms don't collide.
 */
public final class Bundles extends ResourceBundleMessageSource {

    private static final Pattern FILE = Pattern.compile("(.+)_(th|en)\\.properties");

    private final boolean strict;

    /**
     * Finds the bundles.
     *
     * @param strict a key without words is an error instead of being shown as it is; for tests
     */
    public Bundles(boolean strict) {
        this.strict = strict;
        setBasenames(names().stream().map("messages/"::concat).toArray(String[]::new));
        setDefaultEncoding("UTF-8");
        setFallbackToSystemLocale(false);
        setDefaultLocale(Locale.forLanguageTag("th"));
    }

    /** The rooms that have brought messages, in alphabetical order. */
    public static List<String> names() {
        try {
            Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties");
            return Stream.of(files).map(Resource::getFilename).filter(Objects::nonNull)
                    .map(FILE::matcher).filter(java.util.regex.Matcher::matches).map(name -> name.group(1))
                    .distinct().sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected @Nullable String getDefaultMessage(String code) {
        if (strict) {
            throw new IllegalStateException("no words for " + code);
        }
        return super.getDefaultMessage(code);
    }
}
