package org.anuyat.workflow.documents.shaping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokensTest {

    private final Tokens tokens = new Tokens(cluster -> true);

    @Test
    void what_is_encoded_reads_as_it_was_written() {
        for (String word : ThaiSpecimen.words()) {
            assertThat(decode(tokens.encode(word))).isEqualTo(word);
        }
        Random random = new Random(20261120);
        String letters = "กขญฐปฝฟฎฏนมาำะเแโใไัิีึืุู่้๊๋์ํฺ็ๆฯ ๑๒ABfié\u0301-(),./";
        Tokens few = new Tokens(cluster -> true);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder word = new StringBuilder();
            for (int length = random.nextInt(12); length >= 0; length--) {
                word.append(letters.charAt(random.nextInt(letters.length())));
            }
            assertThat(decode(few, few.encode(word.toString()))).isEqualTo(word.toString());
        }
    }

    @Test
    void a_letter_and_its_marks_are_one_token() {
        assertThat(tokens.encode("ที่น้ำป้าย")).hasSize(5);
        assertThat(tokens.encode("e\u0301")).hasSize(1);
        assertThat(tokens.encode("plain text")).isEqualTo("plain text");
    }

    @Test
    void endless_marks_stay_bounded() {
        String tower = "ก" + "้".repeat(500);
        assertThat(decode(tokens.encode(tower))).isEqualTo(tower);
        List<String> clusters = new ArrayList<>();
        Clusters.each(tower, clusters::add);
        assertThat(clusters).allSatisfy(cluster -> assertThat(cluster).hasSizeLessThanOrEqualTo(9));
    }

    @Test
    void what_leaves_no_trace_on_paper_is_taken_away() {
        assertThat(tokens.encode("\uFEFFใบ\u00ADอนุญาต\u200Dก\uFE0F")).isEqualTo(tokens.encode("ใบอนุญาตก"));
        assertThat(tokens.encode("ก\u2028ข")).isEqualTo("ก\nข");
    }

    @ParameterizedTest
    @CsvSource({"E000, 'U+E000 (PRIVATE USE AREA E000)'", "0007, 'U+0007 (BEL)'", "202E, 'U+202E (RIGHT-TO-LEFT OVERRIDE)'",
        "05D0, 'U+05D0 א (HEBREW LETTER ALEF)'", "FFFF, U+FFFF"})
    void what_would_change_how_the_rest_is_read_is_refused_by_name(String hex, String description) {
        String text = "ก" + Character.toString(Integer.parseInt(hex, 16));
        assertThatExceptionOfType(UnsupportedCharacterException.class).isThrownBy(() -> tokens.encode(text)).withMessage(description);
    }

    @Test
    void lines_break_between_thai_words_and_never_within_a_cluster_or_an_abbreviation() {
        assertThat(lines("พ.ศ. ๒๕๓๕ สถานที่จำหน่ายอาหารญี่ปุ่น"))
                .containsExactly("พ.ศ. ", "๒๕๓๕ ", "สถาน", "ที่", "จำหน่าย", "อาหาร", "ญี่ปุ่น");
    }

    @Test
    void no_line_ends_within_a_word_of_official_thai_that_the_dictionary_takes_apart() {
        assertThat(lines("เจ้าพนักงานท้องถิ่นเพิกถอนใบอนุญาตตามข้อบัญญัติ"))
                .containsExactly("เจ้าพนักงาน", "ท้องถิ่น", "เพิกถอน", "ใบ", "อนุญาต", "ตาม", "ข้อบัญญัติ");
        assertThat(lines("ใบรับรองของตราประทับถูกเพิกถอน")).containsExactly("ใบรับรอง", "ของ", "ตราประทับ", "ถูก", "เพิกถอน");
    }

    private List<String> lines(String text) {
        String encoded = tokens.encode(text);
        LineBreaks breaks = new LineBreaks(tokens::cluster);
        List<String> lines = new ArrayList<>();
        // asking again for the rest, as the layout does, must not move a break
        int from = 0;
        while (from < encoded.length()) {
            breaks.setText(encoded.substring(from));
            int end = from + breaks.next();
            lines.add(decode(encoded.substring(from, end)));
            from = end;
        }
        return lines;
    }

    private String decode(String encoded) {
        return decode(tokens, encoded);
    }

    private static String decode(Tokens tokens, String encoded) {
        StringBuilder text = new StringBuilder();
        encoded.codePoints().forEach(c -> {
            String cluster = tokens.cluster(c);
            text.append(cluster == null ? Character.toString(c) : cluster);
        });
        return text.toString();
    }
}
