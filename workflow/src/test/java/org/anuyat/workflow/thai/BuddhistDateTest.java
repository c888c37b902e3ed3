package org.anuyat.workflow.thai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuddhistDateTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Instant MORNING = Instant.parse("2026-11-20T01:30:59Z");

    @Test
    void is_written_in_the_buddhist_era() {
        assertThat(BuddhistDate.full(DAY)).isEqualTo("20 พฤศจิกายน 2569");
        assertThat(BuddhistDate.brief(DAY)).isEqualTo("20 พ.ย. 2569");
        assertThat(BuddhistDate.formal(DAY)).isEqualTo("20 พฤศจิกายน พ.ศ. 2569");
        assertThat(BuddhistDate.withTime(MORNING)).isEqualTo("20 พฤศจิกายน 2569 เวลา 08.30 น.");
        assertThat(BuddhistDate.time(LocalTime.of(8, 30), Locale.forLanguageTag("th"))).isEqualTo("08.30 น.");
        assertThat(ThaiDigits.toThai(BuddhistDate.full(DAY))).isEqualTo("๒๐ พฤศจิกายน ๒๕๖๙");
    }

    @Test
    void is_written_in_the_common_era_for_readers_of_english() {
        assertThat(BuddhistDate.full(DAY, Locale.ENGLISH)).isEqualTo("20 November 2026");
        assertThat(BuddhistDate.brief(DAY, Locale.UK)).isEqualTo("20 Nov 2026");
        assertThat(BuddhistDate.withTime(MORNING, Locale.ENGLISH)).isEqualTo("20 November 2026, 08:30");
        assertThat(BuddhistDate.time(LocalTime.of(8, 30), Locale.ENGLISH)).isEqualTo("08:30");
    }

    @Test
    void an_instant_belongs_to_the_day_of_bangkok() {
        assertThat(BuddhistDate.full(Instant.parse("2025-12-31T16:59:59Z"))).isEqualTo("31 ธันวาคม 2568");
        assertThat(BuddhistDate.full(Instant.parse("2025-12-31T17:00:00Z"))).isEqualTo("1 มกราคม 2569");
    }

    @ParameterizedTest
    @CsvSource({"20, 11, 2569", "๒๐, ๑๑, ๒๕๖๙", "' 20 ', พฤศจิกายน, 2569", "20, พ.ย., ๒๕๖๙"})
    void is_read_in_either_digits(String day, String month, String year) {
        assertThat(BuddhistDate.parse(day, month, year)).isEqualTo(DAY);
    }

    @Test
    void reads_what_it_wrote_for_every_day_of_a_century() {
        for (LocalDate day = LocalDate.of(1950, 1, 1); day.getYear() < 2050; day = day.plusDays(1)) {
            String[] parts = ThaiDigits.toThai(BuddhistDate.full(day)).split(" ");
            assertThat(BuddhistDate.parse(parts[0], parts[1], parts[2])).isEqualTo(day);
        }
    }

    @ParameterizedTest
    @CsvSource({
        ",,, date.missing",
        ", 1, 2569, date.day.missing",
        "1,, 2569, date.month.missing",
        "1, 1,, date.year.missing",
        "32, 1, 2569, date.day",
        "0, 1, 2569, date.day",
        "x, 1, 2569, date.day",
        "1, 13, 2569, date.month",
        "1, 1, 69, date.year",
        "1, 1, 99999, date.year",
        "1, 1, 2026, date.year.common-era",
        "31, 4, 2569, date.impossible",
        "29, 2, 2569, date.impossible",
    })
    void says_which_part_is_wrong(String day, String month, String year, String code) {
        assertThatExceptionOfType(MalformedValueException.class)
                .isThrownBy(() -> BuddhistDate.parse(day, month, year))
                .extracting(MalformedValueException::code).isEqualTo(code);
    }
}
