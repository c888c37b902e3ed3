package org.anuyat.workflow.places;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** All subdistricts of Thailand, held in memory (about 7,400). */
@Component
public class Places {

    private static final Pattern PREFIXES = Pattern.compile("^(ตำบล|แขวง|อำเภอ|เขต|จังหวัด|ต\\.|อ\\.|จ\\.)\\s*");

    private final List<Place> all = read();
    private final List<String> provinces = all.stream().map(Place::province).distinct().toList();
    private final Map<String, List<Place>> byTambon = all.stream().collect(Collectors.groupingBy(Place::tambon));

    /**
     * Suggestions for what somebody began to type: a subdistrict, a district, a province or a postcode, or several of them
     * separated by blanks, each from its beginning. Subdistricts come first.
     *
     * @param limit how many at most
     */
    public List<Place> search(String text, int limit) {
        List<String> words = Pattern.compile("\\s+")
                .splitAsStream(text.strip())
                .map(Places::bare)
                .filter(word -> !word.isEmpty())
                .toList();
        if (words.isEmpty()) {
            return List.of();
        }
        return all.stream()
                .filter(place -> words.stream().allMatch(word -> begins(place, word)))
                .sorted(Comparator.comparing(place -> !place.tambon().startsWith(words.get(0))))
                .limit(limit)
                .toList();
    }

    /** Whether there is such a subdistrict in such a district of such a province, with such a postcode. */
    public boolean exists(String tambon, String amphoe, String province, String postcode) {
        String wantedAmphoe = bare(amphoe);
        String wantedProvince = bare(province);
        return byTambon.getOrDefault(bare(tambon), List.of()).stream()
                .anyMatch(place -> place.amphoe().equals(wantedAmphoe)
                        && place.province().equals(wantedProvince)
                        && (postcode.isEmpty() || place.postcode().equals(postcode)));
    }

    /** The names of all provinces, in the order of their official codes. */
    public List<String> provinces() {
        return provinces;
    }

    /** The name without the word for its level: "ตำบลช้างเผือก" becomes "ช้างเผือก", and "กรุงเทพฯ" its full form. */
    public static String bare(String name) {
        String stripped = name.strip();
        String bare = PREFIXES.matcher(stripped).replaceFirst("");
        return switch (bare) {
            case "กทม", "กทม.", "กรุงเทพ", "กรุงเทพฯ" -> "กรุงเทพมหานคร";
            // a district may itself begin with such a syllable: never cut a name down to nothing
            case "" -> stripped;
            default -> bare;
        };
    }

    private static boolean begins(Place place, String word) {
        return place.tambon().startsWith(word)
                || place.amphoe().startsWith(word)
                || place.province().startsWith(word)
                || place.postcode().startsWith(word);
    }

    private static List<Place> read() {
        List<Place> places = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new ClassPathResource("places/thailand.txt").getInputStream(), StandardCharsets.UTF_8))) {
            String province = "";
            String amphoe = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("\t\t")) {
                    String[] fields = line.strip().split("\t");
                    places.add(new Place(fields[0], amphoe, province, fields[2], fields[1]));
                } else if (line.startsWith("\t")) {
                    amphoe = line.strip();
                } else if (!line.startsWith("#")) {
                    province = line.strip();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("places/thailand.txt", e);
        }
        return List.copyOf(places);
    }
}
