package org.anuyat.workflow.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssuranceLevelTest {

    @ParameterizedTest
    @CsvSource({"IAL2.3,IAL2_3", "2.3,IAL2_3", "ial2,IAL2_1", "IAL1,IAL1_1", "3,IAL3", "IAL2_2,IAL2_2"})
    void is_read_however_standards_and_providers_write_it(String text, AssuranceLevel level) {
        assertThat(AssuranceLevel.of(text)).contains(level);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "IAL", "4", "2.4", "high"})
    void is_nothing_else(String text) {
        assertThat(AssuranceLevel.of(text)).isEmpty();
    }

    @Test
    void a_higher_level_is_enough_where_a_lower_one_is_demanded() {
        assertThat(AssuranceLevel.IAL2_3.isAtLeast(AssuranceLevel.IAL2_1)).isTrue();
        assertThat(AssuranceLevel.IAL2_1.isAtLeast(AssuranceLevel.IAL2_1)).isTrue();
        assertThat(AssuranceLevel.IAL1_3.isAtLeast(AssuranceLevel.IAL2_1)).isFalse();
    }
}
