package org.anuyat.allinone.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataTest {

    @ParameterizedTest
    @CsvSource({
        "id 1234567890121 wrong, id xxxxxxxxxxx21 wrong",
        "1-2345-67890-12-1, xxxxxxxxxxxxxxx-1",
        "เลข ๑๒๓๔๕๖๗๘๙๐๑๒๑, เลข xxxxxxxxxxx๒๑",
        "to=somchai.j+x@example.co.th;, to=***@***;",
        "call 0812345678, call xxxxxxxx78",
        "call 081-234-5678, call xxxxxxxxxx78",
        "call +66 81 234 5678, call xxxxxxxxxxxxx78"
    })
    void masks_national_ids_addresses_of_mail_and_telephone_numbers(String text, String masked) {
        assertThat(PersonalData.mask(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application TYM69-000001-5 moved",
                "in 20 ms",
                "at 2026-11-20T23:06:22.123Z",
                "id 8d3c0c2e-1234-4a6b-9d10-001122334455",
                "sha256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                "port 5439, 1789 rows"
            })
    void leaves_everything_else_alone(String text) {
        assertThat(PersonalData.mask(text)).isEqualTo(text);
    }
}
