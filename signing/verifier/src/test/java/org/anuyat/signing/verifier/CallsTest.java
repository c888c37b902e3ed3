package org.anuyat.signing.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the program is called, in the two languages that its results have. */
class CallsTest {

    @TempDir
    Path folder;

    @Test
    void the_help_is_in_the_language_of_the_results() throws Exception {
        Jar.Run thai = Jar.run("documents", "--language", "th", "--help");

        assertThat(thai).returns(0, Jar.Run::code);
        assertThat(thai.out())
                .contains("วิธีใช้: anuyat-verify documents", "--revocation=FOLDER", "ตามนโยบายที่เข้มงวด", "ถูกต้องทุกรายการ")
                // no line begins with a mark that belongs to the letter before it
                .doesNotContainPattern("(?m)^\\s*[\\u0e31\\u0e34-\\u0e3a\\u0e47-\\u0e4e]")
                .doesNotContain("Usage", "Show this");
        assertThat(Jar.run("--help").out()).contains("Usage: anuyat-verify", "Exit codes:").doesNotContain("ตรวจสอบ");
        assertThat(Jar.run("--language=TH", "-h").out()).contains("คำสั่ง:", "documents", "audit", "token");
    }

    @Test
    void what_is_wrong_with_a_call_is_told_in_that_language_too() throws Exception {
        assertWrong("ยังไม่ได้ระบุ --trust=PATH", "documents", "--language", "th", folder);
        assertWrong("Missing: --trust=PATH", "documents", folder);
        assertWrong("โปรดระบุสิ่งที่จะตรวจสอบ", "--language", "th");
        assertWrong("ใช้ค่า yesterday กับ --at=INSTANT ไม่ได้", "documents", "--language=th", "--trust", folder, "--at", "yesterday", folder);
        assertWrong("ระบุ --trust=PATH ได้เพียงครั้งเดียว", "documents", "--language=th", "--trust", folder, "--trust", folder, folder);
        assertWrong("ไม่รู้จัก --trusted", "documents", "--language=th", "--trust", folder, "--trusted", folder);
        assertWrong("Did you mean: documents", "document");
        assertWrong("The value 0 is not possible for --threads", "documents", "--threads", "0", "--trust", folder, folder);
        assertWrong("ไม่มีใบรับรอง", "documents", "--language=th", "--trust", folder, folder);
        assertWrong("--head และ --contains ใช้ได้กับไฟล์เดียวเท่านั้น", "audit", "--language=th", "--head", "00", folder, folder);
    }

    private static void assertWrong(String text, Object... arguments) throws Exception {
        assertThat(Jar.run(arguments))
                .returns(2, Jar.Run::code)
                .returns("", Jar.Run::out)
                .satisfies(run -> assertThat(run.err()).contains(text).contains("anuyat-verify").doesNotContain("\tat "));
    }
}
