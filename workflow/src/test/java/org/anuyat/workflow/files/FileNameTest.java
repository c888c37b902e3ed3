package org.anuyat.workflow.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.anuyat.workflow.files.FileRefused.Code;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names as browsers send them, and as somebody might who means no good. */
class FileNameTest {

    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd.pdf, passwd.pdf",
        "C:\\fakepath\\แผนที่.pdf, แผนที่.pdf",
        "a\u0000b.pdf, ab.pdf",
        "รายงาน\u202Efdp.pdf, รายงานfdp.pdf",
        "'a   b\tc.pdf', a bc.pdf",
        "a:b*c?.pdf, a_b_c_.pdf",
    })
    void names_are_made_safe(String given, String kept) {
        assertThat(FileName.cleaned(given).text()).isEqualTo(kept);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"passport", ".pdf", ""})
    void a_name_without_an_ending_is_refused(@Nullable String given) {
        assertThatExceptionOfType(FileRefused.class)
                .isThrownBy(() -> FileName.cleaned(given))
                .extracting(FileRefused::code)
                .isEqualTo(Code.NAME);
    }

    @Test
    void a_long_name_is_cut_but_keeps_its_ending() {
        assertThat(FileName.cleaned("ก".repeat(400) + ".pdf").text()).hasSize(150).endsWith("ก.pdf");
    }
}
