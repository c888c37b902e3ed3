package org.anuyat.workflow.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApplicationNumberTest {

    static Stream<ApplicationNumber> numbers() {
        Random random = new Random(2569);
        return random.ints(300, 0, Integer.MAX_VALUE)
                .mapToObj(i -> new ApplicationNumber(
                        random.ints(2 + i % 7, 'A', 'Z' + 1)
                                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                                .toString(),
                        i % 100,
                        1L + random.nextInt(50_000_000)));
    }

    @Test
    void a_number_reads_as_agency_year_running_number_and_check_digits() {
        assertThat(new ApplicationNumber("TYM", 69, 123).toString()).matches("TYM69-000123-[0-9]{2}");
        assertThat(new ApplicationNumber("TYM", 9, 12_345_678).toString()).startsWith("TYM09-12345678-");
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void what_was_written_is_read_back(ApplicationNumber number) {
        assertThat(ApplicationNumber.parse(number.toString())).contains(number);
        assertThat(ApplicationNumber.isWellFormed(number.toString())).isTrue();
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void every_single_wrong_character_is_found(ApplicationNumber number) {
        String right = number.toString();
        for (int at = 0; at < right.length(); at++) {
            String alphabet = Character.isDigit(right.charAt(at)) ? "0123456789" : "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
            if (right.charAt(at) == '-') {
                continue;
            }
            for (char other : alphabet.toCharArray()) {
                if (other != right.charAt(at)) {
                    String wrong = right.substring(0, at) + other + right.substring(at + 1);
                    assertThat(ApplicationNumber.parse(wrong)).as(wrong).isEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("numbers")
    void two_swapped_neighbours_are_found(ApplicationNumber number) {
        String right = number.toString().replace("-", "");
        for (int at = 0; at + 1 < right.length(); at++) {
            char a = right.charAt(at);
            char b = right.charAt(at + 1);
            if (a != b) {
                String wrong = right.substring(0, at) + b + a + right.substring(at + 2);
                assertThat(ApplicationNumber.parse(wrong)).as(wrong).isEmpty();
            }
        }
    }

    @Test
    void people_may_write_it_their_way() {
        ApplicationNumber number = new ApplicationNumber("TYM", 69, 4711);
        String written = number.toString();
        assertThat(ApplicationNumber.parse(written.toLowerCase())).contains(number);
        assertThat(ApplicationNumber.parse(" " + written.replace("-", " ") + " ")).contains(number);
        assertThat(ApplicationNumber.parse(written.replace("69", "๖๙"))).contains(number);
        assertThat(ApplicationNumber.isWellFormed(written.toLowerCase())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "TYM", "TYM69-000000-00", "TYM69--", "69-000001-00", "TYM69-000001", "'; drop table application; --"})
    void what_is_no_number_is_no_number(String text) {
        assertThat(ApplicationNumber.parse(text)).isEmpty();
    }

    @Test
    void agencies_and_running_numbers_have_bounds() {
        assertThatThrownBy(() -> new ApplicationNumber("tym", 69, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ApplicationNumber("TYM", 2569, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ApplicationNumber("TYM", 69, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
