package org.anuyat.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * What holds for the words of every room: Thai and English say the same things, and say something. A module with files under
 * {@code messages} has a test that extends this and nothing else.
 */
public abstract class MessageBundleRules {

    private static final Pattern FILE = Pattern.compile("(.+)_(th|en)\\.properties");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");

    /** The keys of every file, by the names of room and language. */
    private final TreeMap<String, TreeMap<String, Properties>> rooms = new TreeMap<>();

    /** Reads all bundles on the class path. */
    protected MessageBundleRules() throws IOException {
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:messages/*.properties")) {
            Matcher name = FILE.matcher(Objects.requireNonNull(file.getFilename()));
            assertThat(name.matches()).as("%s is named after its room and its language", file.getFilename()).isTrue();
            Properties texts = new Properties();
            try (InputStreamReader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                texts.load(reader);
            }
            Properties twin = rooms.computeIfAbsent(name.group(1), room -> new TreeMap<>()).put(name.group(2), texts);
            assertThat(twin).as("one file %s on the class path", file.getFilename()).isNull();
        }
        assertThat(rooms).as("rooms with messages").isNotEmpty();
    }

    @Test
    void thaiAndEnglishHaveTheSameKeys() {
        rooms.forEach((room, languages) -> {
            assertThat(languages).as("languages of %s", room).containsOnlyKeys("en", "th");
            assertThat(new TreeSet<>(languages.get("en").stringPropertyNames())).as("keys of %s", room)
                    .isEqualTo(new TreeSet<>(languages.get("th").stringPropertyNames()));
        });
    }

    @Test
    void noTextIsEmpty() {
        rooms.forEach((room, languages) -> languages.forEach((language, texts) ->
                assertThat(texts.stringPropertyNames().stream().filter(key -> texts.getProperty(key).isBlank()))
                        .as("empty texts of %s_%s", room, language).isEmpty()));
    }

    @Test
    void bothLanguagesMentionTheSameArguments() {
        rooms.forEach((room, languages) -> languages.get("th").stringPropertyNames().forEach(key ->
                assertThat(arguments(languages.get("en").getProperty(key))).as("arguments of %s", key)
                        .isEqualTo(arguments(languages.get("th").getProperty(key)))));
    }

    @Test
    void textsWithArgumentsCanBeFormatted() {
        rooms.forEach((room, languages) -> languages.forEach((language, texts) -> texts.stringPropertyNames().stream()
                .filter(key -> !arguments(texts.getProperty(key)).isEmpty())
                .forEach(key -> {
                    String text = texts.getProperty(key);
                    assertThat(new MessageFormat(text).getFormatsByArgumentIndex())
                            .as("arguments of %s in %s (a single ' hides them; write it twice)", key, language)
                            .hasSizeGreaterThan(arguments(text).stream().mapToInt(Integer::parseInt).max().orElse(0));
                })));
    }

    @Test
    void noKeyIsUsedByTwoRooms() {
        TreeMap<String, String> owners = new TreeMap<>();
        rooms.forEach((room, languages) -> languages.get("th").stringPropertyNames().forEach(key ->
                assertThat(owners.put(key, room)).as("another room with %s", key).isNull()));
    }

    private static Set<String> arguments(String text) {
        return ARGUMENT.matcher(text).results().map(argument -> argument.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }
}
