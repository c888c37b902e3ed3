package org.anuyat.payments.service.bills;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceTest {

    @Test
    void theStandardsOwnExampleKeepsItsCheckDigit() {
        // ISO/IEC 7064 MOD 11,10: 0794 has the check digit 5
        assertThat(Reference.isSound("07945")).isTrue();
    }

    @Test
    void everySingleWrongDigitIsFound() {
        for (long running = 1; running < 100_000_000_000L; running = running * 7 + 3) {
            String reference = Reference.of(running);
            assertThat(reference).matches("[0-9]{12}");
            assertThat(Reference.isSound(reference)).isTrue();
            for (int place = 0; place < reference.length(); place++) {
                for (char digit = '0'; digit <= '9'; digit++) {
                    if (digit != reference.charAt(place)) {
                        String wrong = reference.substring(0, place) + digit + reference.substring(place + 1);
                        assertThat(Reference.isSound(wrong)).as(wrong).isFalse();
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"099400016550100,true", "099400016550101,true", "099400016550200,false", "09940001655010,false", "09940001655010A,false"})
    void aBillerIdNeedsATaxIdWithARightCheckDigit(String billerId, boolean sound) {
        assertThat(BillerId.isSound(billerId)).isEqualTo(sound);
    }
}
