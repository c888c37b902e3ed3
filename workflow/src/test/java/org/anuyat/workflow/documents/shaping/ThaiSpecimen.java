package org.anuyat.workflow.documents.shaping;

import java.util.ArrayList;
import java.util.List;

/** Every consonant with every vowel sign and every tone mark, followed by ก so that the advance shows. */
public final class ThaiSpecimen {

    private static final String[] VOWELS = {"", "ั", "ิ", "ี", "ึ", "ื", "ุ", "ู", "ํ", "ำ", "็", "า", "ฺ"};
    private static final String[] TONES = {"", "่", "้", "๊", "๋", "์"};

    private ThaiSpecimen() {
    }

    /** All of them, 3,432 words. */
    public static List<String> words() {
        List<String> all = new ArrayList<>();
        for (char consonant = 'ก'; consonant <= 'ฮ'; consonant++) {
            all.addAll(of(consonant));
        }
        return all;
    }

    static List<String> of(char consonant) {
        List<String> words = new ArrayList<>();
        for (String vowel : VOWELS) {
            for (String tone : TONES) {
                boolean spacing = vowel.equals("ำ") || vowel.equals("า");
                words.add(consonant + (spacing ? tone + vowel : vowel + tone) + "ก");
            }
        }
        return words;
    }
}
