package org.anuyat.workflow.thai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {

    @ParameterizedTest
    @ValueSource(strings = {"1234567890121", "1-2345-67890-12-1", " 1 2345 67890 12 1 ", "๑-๒๓๔๕-๖๗๘๙๐-๑๒-๑", "1–2345–67890–12–1",
        "1.2345.67890.12.1", "\u200B1234567890121\u00A0"})
    void a_national_id_is_read_with_any_separators_and_digits(String typed) {
        assertThat(NationalId.parse(typed).digits()).isEqualTo("1234567890121");
    }

    @Test
    void a_national_id_is_shown_whole_masked_and_logged_masked() {
        NationalId id = NationalId.parse("1234567890121");
        assertThat(id.formatted()).isEqualTo("1-2345-67890-12-1");
        assertThat(id.masked()).isEqualTo("1-xxxx-xxxxx-12-1");
        assertThat(id).hasToString("1-xxxx-xxxxx-12-1");
        assertThat(NationalId.parse("1101700230708").digits()).isEqualTo("1101700230708");
    }

    @Test
    void only_one_check_digit_fits() {
        for (int last = 0; last <= 9; last++) {
            String digits = "123456789012" + last;
            if (last == 1) {
                assertThat(NationalId.parse(digits).digits()).isEqualTo(digits);
            } else {
                assertThatExceptionOfType(MalformedValueException.class).isThrownBy(() -> NationalId.parse(digits))
                        .extracting(MalformedValueException::code).isEqualTo("national-id.check-digit");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"'', missing", "123, length", "12345678901211, length", "12345678901x1, characters", "0994000165501, first-digit"})
    void a_wrong_national_id_is_told_by_code_and_never_repeated(String typed, String code) {
        assertThatExceptionOfType(MalformedValueException.class).isThrownBy(() -> NationalId.parse(typed))
                .withMessage("national-id." + code);
    }

    @Test
    void a_juristic_person_has_a_number_of_its_own() {
        assertThat(JuristicId.parse("0-9940-00165-50-1").formatted()).isEqualTo("0-9940-00165-50-1");
        assertThat(JuristicId.parse("0994000160097").digits()).isEqualTo("0994000160097");
        assertThatExceptionOfType(MalformedValueException.class).isThrownBy(() -> JuristicId.parse("1234567890121"))
                .withMessage("juristic-id.first-digit");
    }

    @ParameterizedTest
    @CsvSource({
        "0812345678, MOBILE, 081 234 5678, +66812345678",
        "๐๘๑-๒๓๔-๕๖๗๘, MOBILE, 081 234 5678, +66812345678",
        "+66 81 234 5678, MOBILE, 081 234 5678, +66812345678",
        "+66 (0)81 234 5678, MOBILE, 081 234 5678, +66812345678",
        "0066812345678, MOBILE, 081 234 5678, +66812345678",
        "02-123-4567, FIXED, 02 123 4567, +6621234567",
        "053 123456, FIXED, 053 123 456, +6653123456",
        "1800 123 456, TOLL_FREE, 1800 123 456, +661800123456",
        "1900123456, PREMIUM, 1900 123 456, +661900123456",
        "1111, SHORT, 1111, 1111",
        "1567, SHORT, 1567, 1567",
    })
    void phone_numbers_of_the_numbering_plan_are_read(String typed, PhoneNumber.Kind kind, String shown, String international) {
        PhoneNumber phone = PhoneNumber.parse(typed);
        assertThat(phone.kind()).isEqualTo(kind);
        assertThat(phone.formatted()).isEqualTo(shown);
        assertThat(phone.international()).isEqualTo(international);
    }

    @ParameterizedTest
    @CsvSource({"'', missing", "081234567, unknown", "0112345678, unknown", "08123456789, unknown", "+1 202 555 0100, foreign",
        "081-ABC-5678, characters", "9999, unknown", "012345678, unknown"})
    void other_phone_numbers_are_refused(String typed, String code) {
        assertThatExceptionOfType(MalformedValueException.class).isThrownBy(() -> PhoneNumber.parse(typed))
                .withMessage("phone." + code);
    }

    @ParameterizedTest
    @CsvSource({"10100, 10100", "๙๖๑๑๐, 96110", "' 10 200 ', 10200"})
    void postcodes_are_read(String typed, String digits) {
        assertThat(Postcode.parse(typed).digits()).isEqualTo(digits);
    }

    @ParameterizedTest
    @CsvSource({"'', missing", "1010, length", "abcde, length", "00000, unknown", "99999, unknown"})
    void other_postcodes_are_refused(String typed, String code) {
        assertThatExceptionOfType(MalformedValueException.class).isThrownBy(() -> Postcode.parse(typed))
                .withMessage("postcode." + code);
    }
}
