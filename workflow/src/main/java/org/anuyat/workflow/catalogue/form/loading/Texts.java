package org.anuyat.workflow.catalogue.form.loading;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.anuyat.workflow.language.LocalizedText;
import tools.jackson.databind.JsonNode;

/** The texts of a form in both languages. */
final class Texts {

    private final Map<String, String> thai;
    private final Map<String, String> english;
    private final Set<String> used = new HashSet<>();

    Texts(JsonNode thai, JsonNode english) {
        this.thai = read(FormDefinitions.THAI, thai);
        this.english = read(FormDefinitions.ENGLISH, english);
        requireNothingMissing(FormDefinitions.ENGLISH, this.thai.keySet(), this.english.keySet());
        requireNothingMissing(FormDefinitions.THAI, this.english.keySet(), this.thai.keySet());
    }

    LocalizedText required(String key) {
        LocalizedText text = optional(key);
        if (text.isEmpty()) {
            throw new BadForm(FormDefinitions.THAI, "/" + key, "the text is missing");
        }
        return text;
    }

    LocalizedText optional(String key) {
        used.add(key);
        return new LocalizedText(thai.getOrDefault(key, ""), english.getOrDefault(key, ""));
    }

    /** The texts below a key, by the rest of their keys. */
    Map<String, LocalizedText> below(String prefix) {
        Map<String, LocalizedText> found = new TreeMap<>();
        thai.keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .forEach(key -> found.put(key.substring(prefix.length()), optional(key)));
        return found;
    }

    void requireAllUsed() {
        Set<String> unused = new TreeSet<>(thai.keySet());
        unused.removeAll(used);
        if (!unused.isEmpty()) {
            throw new BadForm(FormDefinitions.THAI, "", "texts that belong to nothing: " + unused);
        }
    }

    private static Map<String, String> read(String file, JsonNode node) {
        Map<String, String> texts = new TreeMap<>();
        node.properties().forEach(property -> {
            if (!property.getValue().isString() || property.getValue().asString().isBlank()) {
                throw new BadForm(file, "/" + property.getKey(), "not a text");
            }
            texts.put(property.getKey(), property.getValue().asString());
        });
        return texts;
    }

    private static void requireNothingMissing(String file, Set<String> wanted, Set<String> there) {
        Set<String> missing = new TreeSet<>(wanted);
        missing.removeAll(there);
        if (!missing.isEmpty()) {
            throw new BadForm(file, "", "texts that the other language has are missing: " + missing);
        }
    }
}
