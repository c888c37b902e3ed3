package org.anuyat.workflow.thai;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WholeWordsTest {

    @Test
    void all_places_are_found_in_order() {
        String text = "หน่วยงานเพิกถอนใบรับรองแล้ว permit เพิกถอน";
        assertThat(words(text)).containsExactly("เพิกถอน", "ใบรับรอง", "เพิกถอน");
        assertThat(words("")).isEmpty();
        assertThat(words("เพิกถอ")).isEmpty();
    }

    @Test
    void a_word_that_goes_on_is_another_word() {
        assertThat(words("แฮชิ")).isEmpty();
        assertThat(words("แฮช์ แฮช")).containsExactly("แฮช");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ถูกเพิกถอน", "เจ้าพนักงานท้องถิ่น", "ได้รับใบรับรองแล้ว", "ออกใบเสร็จรับเงิน", "ตามข้อเท็จจริง", "การกระทำ", "ออกกฎกระทรวง"})
    void the_dictionary_would_end_a_line_within_it(String text) {
        BreakIterator breaks = BreakIterator.getLineInstance(new ULocale("th"));
        breaks.setText(text);
        assertThat(WholeWords.in(text)).isNotEmpty().anyMatch(place -> breaks.following(place.start()) < place.end());
    }

    private static List<String> words(String text) {
        return WholeWords.in(text).stream().map(place -> text.substring(place.start(), place.end())).toList();
    }
}
