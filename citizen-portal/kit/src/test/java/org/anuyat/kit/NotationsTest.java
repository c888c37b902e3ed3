package org.anuyat.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.anuyat.kit.text.Formats;
import org.anuyat.workflow.thai.MalformedValueException;
import org.junit.jupiter.api.Test;

class NotationsTest {

    private final Formats thai = new Formats(Locale.forLanguageTag("th"));
    private final Formats english = new Formats(Locale.ENGLISH);

    @Test
    void thaiPagesShowYearsOfTheBuddhistEra() {
        assertThat(thai.date(LocalDate.of(2026, 11, 20))).isEqualTo("20 พฤศจิกายน 2569");
        assertThat(english.date(LocalDate.of(2026, 11, 20))).isEqualTo("20 November 2026");
        assertThat(thai.shortMonth(1)).isEqualTo("ม.ค.");
        assertThat(english.shortMonth(12)).isEqualTo("Dec");
    }

    @Test
    void instantsAreShownInThailandsTime() {
        assertThat(thai.dateTime(Instant.parse("2026-11-20T18:05:00Z"))).isEqualTo("21 พฤศจิกายน 2569 เวลา 01.05\u00A0น.");
        assertThat(thai.dateTime(null)).isEmpty();
    }

    @Test
    void amountsAreKeptInSatangAndShownInBaht() {
        assertThat(thai.baht(123450)).isEqualTo("1,234.50 บาท");
        assertThat(english.baht(5)).isEqualTo("0.05 baht");
    }

    @Test
    void aNationalIdIsMaskedUnlessItIsNone() {
        assertThat(thai.nationalId("1101700203450")).isEqualTo("1-1017-00203-45-0");
        assertThat(thai.maskedNationalId("1101700203450")).isEqualTo("1-xxxx-xxxxx-45-0");
        assertThat(thai.maskedNationalId("secret")).isEmpty();
    }

    @Test
    void aDateIsTypedInThaiDigitsToo() {
        assertThat(DateAnswer.of("๒๐", "11", " ๒๕๖๙ ").date()).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(DateAnswer.of(LocalDate.of(2026, 2, 1))).isEqualTo(new DateAnswer("1", "2", "2569"));
        assertThat(DateAnswer.of(null, "", "  ").isEmpty()).isTrue();
        assertThatThrownBy(() -> DateAnswer.of("31", "2", "2569").date()).isInstanceOf(MalformedValueException.class);
    }
}
