package org.anuyat.workflow.thai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BahtTextTest {

    @ParameterizedTest
    @CsvSource({
        "0, ศูนย์บาทถ้วน",
        "1, หนึ่งสตางค์",
        "10, สิบสตางค์",
        "11, สิบเอ็ดสตางค์",
        "25, ยี่สิบห้าสตางค์",
        "100, หนึ่งบาทถ้วน",
        "121, หนึ่งบาทยี่สิบเอ็ดสตางค์",
        "1000, สิบบาทถ้วน",
        "1100, สิบเอ็ดบาทถ้วน",
        "2000, ยี่สิบบาทถ้วน",
        "2100, ยี่สิบเอ็ดบาทถ้วน",
        "10100, หนึ่งร้อยเอ็ดบาทถ้วน",
        "200000, สองพันบาทถ้วน",
        "12345678, หนึ่งแสนสองหมื่นสามพันสี่ร้อยห้าสิบหกบาทเจ็ดสิบแปดสตางค์",
        "100000000, หนึ่งล้านบาทถ้วน",
        "100000100, หนึ่งล้านเอ็ดบาทถ้วน",
        "2100000000, ยี่สิบเอ็ดล้านบาทถ้วน",
        "100000000000000, หนึ่งล้านล้านบาทถ้วน",
    })
    void reads_amounts_as_the_royal_society_does(long satang, String words) {
        assertThat(BahtText.of(satang)).isEqualTo(words);
    }

    @Test
    void the_words_say_exactly_the_amount() {
        LongStream small = LongStream.rangeClosed(0, 200_000);
        LongStream large = new Random(20261120).longs(20_000, 0, Long.MAX_VALUE).map(n -> n >> (n & 31));
        LongStream.concat(LongStream.concat(small, large), LongStream.of(Long.MAX_VALUE))
                .forEach(satang -> assertThat(amountOf(BahtText.of(satang))).as("%s", satang).isEqualTo(satang));
    }

    @Test
    void no_wrong_reading_ever_appears() {
        LongStream.range(0, 3_000_000).map(n -> n * 37).forEach(satang ->
                assertThat(BahtText.of(satang)).doesNotContain("สองสิบ", "หนึ่งสิบ", "สิบหนึ่ง", "ร้อยหนึ่งบาท", "ศูนย์บาทสิบ"));
    }

    @Test
    void a_negative_amount_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> BahtText.of(-1));
    }

    /** Reads the words back: an independent inverse. */
    private static long amountOf(String words) {
        String rest = words.replace("ถ้วน", "");
        long satang = 0;
        int baht = rest.indexOf("บาท");
        if (baht >= 0) {
            satang = number(rest.substring(0, baht)) * 100;
            rest = rest.substring(baht + "บาท".length());
        }
        return rest.isEmpty() ? satang : satang + number(rest.replace("สตางค์", ""));
    }

    private static long number(String words) {
        int million = words.lastIndexOf("ล้าน");
        if (million >= 0) {
            return number(words.substring(0, million)) * 1_000_000 + number(words.substring(million + "ล้าน".length()));
        }
        List<String> digits = List.of("ศูนย์", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า");
        String rest = words.replace("เอ็ด", "หนึ่ง").replace("ยี่", "สอง");
        long number = 0;
        int digit = 0;
        while (!rest.isEmpty()) {
            String left = rest;
            String read = digits.stream().filter(left::startsWith).findFirst().orElse("");
            rest = rest.substring(read.length());
            digit = digits.indexOf(read);
            String[] places = {"สิบ", "ร้อย", "พัน", "หมื่น", "แสน"};
            for (int place = 0; place < places.length; place++) {
                if (rest.startsWith(places[place])) {
                    number += Math.max(digit, 1) * (long) Math.pow(10, place + 1);
                    digit = 0;
                    rest = rest.substring(places[place].length());
                }
            }
        }
        return number + Math.max(digit, 0);
    }
}
