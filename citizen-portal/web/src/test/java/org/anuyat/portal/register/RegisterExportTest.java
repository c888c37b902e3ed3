package org.anuyat.portal.register;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegisterExportTest {

    @ParameterizedTest
    @ValueSource(strings = {"=cmd()", "+66", "-1", "@SUM(A1)", "＝1", "\t=1"})
    void no_spreadsheet_takes_a_name_for_a_formula(String name) {
        assertThat(RegisterExportController.plain(name)).isEqualTo("'" + name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"นายสมชาย ใจดี", "", "TYM-00001/2569"})
    void everything_else_stays_as_it_is(String text) {
        assertThat(RegisterExportController.plain(text)).isEqualTo(text);
    }
}
