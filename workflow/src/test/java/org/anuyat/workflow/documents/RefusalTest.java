package org.anuyat.workflow.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.zip.CRC32;

import org.anuyat.workflow.documents.DocumentException.Code;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What isn't made into a document, and how clearly it is said. */
class RefusalTest {

    private final Typesetter typesetter = new Typesetter(SamplePermit.CLOCK);

    @ParameterizedTest
    @CsvSource({
        "😀, 'U+1F600 😀 (GRINNING FACE)'",
        "漢, 'U+6F22 漢 (CJK UNIFIED IDEOGRAPHS 6F22)'",
        "ب, 'U+0628 ب (ARABIC LETTER BEH)'",
        "\u202E, 'U+202E (RIGHT-TO-LEFT OVERRIDE)'",
        "\uE000, 'U+E000 (PRIVATE USE AREA E000)'",
        "\uF8FF, 'U+F8FF (PRIVATE USE AREA F8FF)'",
    })
    void a_character_that_cannot_be_printed_is_refused_by_name(String character, String name) {
        refused(Code.CHARACTER, "<p>{{text}}</p>", Map.of("text", "ชื่อ " + character)).withMessage(name);
    }

    @Test
    void a_control_character_is_refused_by_name() {
        refused(Code.CHARACTER, "<p>{{text}}</p>", Map.of("text", "ก\u0007")).withMessage("U+0007 (BEL)");
    }

    @Test
    void a_character_that_only_the_style_sheet_brings_in_is_refused_too() {
        refused(Code.CHARACTER, "<style>p:before { content: '\\6F22' }</style><p>x</p>", Map.of()).withMessageStartingWith("U+6F22");
    }

    @Test
    void a_code_that_cannot_be_is_refused_also_where_nobody_said_how_large() {
        String code = "<object type=\"application/x-%s\" data=\"{{data}}\" title=\"x\"></object>";
        refused(Code.TEMPLATE, code.formatted("qr"), Map.of("data", "ก".repeat(400))).withMessageContaining("1 to 1000 bytes");
        refused(Code.TEMPLATE, code.formatted("code128"), Map.of("data", "ก")).withMessageContaining("characters of ASCII");
    }

    @Test
    void two_attachments_of_one_name_are_refused() {
        EmbeddedFile file = new EmbeddedFile("permit.json", "application/json", "ข้อมูล", new byte[] {'{', '}'});
        DocumentSource.Builder source = DocumentSource.of("<p>x</p>", "ใบอนุญาต").attach(file);
        assertThatIllegalArgumentException().isThrownBy(() -> source.attach(file)).withMessageContaining("permit.json");
    }

    @Test
    void symbols_that_sarabun_lacks_come_from_another_embedded_font() {
        byte[] pdf = typesetter.typeset(DocumentSource.of("<p>☐ ☑ ✓ → ≥ ½ ๛ Ω Ж</p>", "สัญลักษณ์").build());
        assertThat(Paper.text(pdf)).startsWith("☐ ☑ ✓ → ≥ ½ ๛ Ω Ж");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://169.254.169.254/latest/meta-data", "https://example.org/a.png", "file:///etc/passwd",
        "jar:file:///a.jar!/b.png", "classpath:application.properties", "/etc/passwd", "//example.org/a.png", "ftp://example.org/a.png",
        "data:text/html;base64,PGI+", "data:application/pdf;base64,JVBERg=="})
    void nothing_is_loaded_from_anywhere(String address) {
        refused(Code.RESOURCE, "<img src=\"{{address}}\" alt=\"x\">", Map.of("address", address));
        refused(Code.RESOURCE, "<style>p { background-image: url('" + address + "') }</style><p>x</p>", Map.of());
    }

    @Test
    void no_style_sheet_and_no_font_is_loaded_from_anywhere() {
        refused(Code.RESOURCE, "<style>@import url('http://example.org/a.css');</style><p>x</p>", Map.of());
        refused(Code.RESOURCE, "<style>@font-face { font-family: x; src: url('http://example.org/a.ttf') } p { font-family: x }</style><p>x</p>",
                Map.of());
    }

    @Test
    void an_image_must_be_given_whole_and_of_sane_size() {
        refused(Code.RESOURCE, "<img src=\"resource:emblem\" alt=\"x\">", Map.of()).withMessageContaining("resource:emblem");
        refused(Code.RESOURCE, "<img src=\"data:image/png;base64,AAAA\" alt=\"x\">", Map.of()).withMessageContaining("Neither PNG nor JPEG");
        refused(Code.RESOURCE, "<img src=\"{{bomb}}\" alt=\"x\">",
                Map.of("bomb", "data:image/png;base64," + Base64.getEncoder().encodeToString(pngHeader(50_000, 50_000))))
                .withMessageContaining("pixels");
    }

    @Test
    void an_image_within_the_html_is_drawn() {
        String emblem = "data:image/png;base64," + Base64.getEncoder().encodeToString(SamplePermit.emblem());
        assertThat(typesetter.typeset(DocumentSource.of("<img src=\"{{emblem}}\" alt=\"ตรา\">", "รูป").data("emblem", emblem).build()))
                .hasSizeGreaterThan(5_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "<iframe src='http://example.org'></iframe>", "<form><input name='a'></form>",
        "<link rel='stylesheet' href='http://example.org/a.css'>", "<svg></svg>", "<base href='http://example.org'>",
        "<object type='application/pdf' data='x'></object>", "<object type='application/x-qr' data='x'></object>",
        "<img src='resource:emblem'>", "<a href='javascript:alert(1)'>x</a>", "<a href='file:///etc/passwd'>x</a>",
        "{{{raw}}}", "{{&raw}}", "{{=<% %>=}}", "{{> partial}}", "{{#open}}"})
    void a_template_holds_what_belongs_on_paper_only(String template) {
        refused(Code.TEMPLATE, template, Map.of("raw", "x", "open", true));
    }

    @Test
    void values_are_text_and_never_markup() {
        byte[] pdf = typesetter.typeset(DocumentSource.of("<p>{{#thaiDigits}}{{name}}{{/thaiDigits}}</p>", "หนี")
                .data("name", "<script>1</script> ' & \" {{x}} 25").build());
        assertThat(Paper.text(pdf)).startsWith("<script>๑</script> ' & \" {{x}} ๒๕");
    }

    @Test
    void a_name_without_a_value_is_an_error_and_a_value_that_is_null_prints_nothing() {
        refused(Code.DATA, "<p>{{holder}}</p>", Map.of()).withMessageContaining("{{holder}}");
        refused(Code.DATA, "<p>{{holder.class}}</p>", Map.of("holder", "x"));
        refused(Code.DATA, "<p>{{holder}}</p>", Map.of("holder", new Object())).withMessageContaining("java.lang.Object");
        assertThat(Paper.text(typesetter.typeset(DocumentSource.of("<p>[{{holder}}]</p>", "ว่าง").data("holder", null).build())))
                .startsWith("[]");
    }

    @Test
    void absurd_amounts_are_refused_before_they_cost_much() {
        refused(Code.TOO_LARGE, "<p>{{text}}</p>", Map.of("text", "ก".repeat(Typesetter.MOST_CHARACTERS)));
        refused(Code.TOO_LARGE, "<div>".repeat(200) + "x", Map.of());
        refused(Code.TOO_LARGE, "<p style='page-break-after:always'>x</p>".repeat(Typesetter.MOST_PAGES + 2), Map.of())
                .withMessageContaining("pages");
    }

    @Test
    void nonsense_of_ever_new_clusters_is_refused() {
        StringBuilder nonsense = new StringBuilder();
        for (char consonant = 'ก'; consonant <= 'ฮ'; consonant++) {
            for (char vowel = 'ิ'; vowel <= 'ฺ'; vowel++) {
                for (char tone = '็'; tone <= '๎'; tone++) {
                    nonsense.append(consonant).append(vowel).append(tone).append(consonant).append(vowel).append(tone).append('่')
                            .append(consonant).append(tone).append(vowel).append(consonant).append(tone).append(vowel).append('่');
                }
            }
        }
        refused(Code.TOO_LARGE, "<p>{{text}}</p>", Map.of("text", nonsense)).withMessageContaining("letters with marks");
    }

    private ThrowableAssertAlternative<DocumentException> refused(Code code, String template, Map<String, ?> data) {
        return assertThatExceptionOfType(DocumentException.class)
                .isThrownBy(() -> typesetter.typeset(DocumentSource.of(template, "ทดสอบ").data(data).build()))
                .satisfies(refusal -> assertThat(refusal.code()).as(refusal.getMessage()).isEqualTo(code));
    }

    /** The beginning of a PNG file that claims a size. */
    private static byte[] pngHeader(int width, int height) {
        ByteBuffer header = ByteBuffer.allocate(33);
        header.put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'}).putInt(13);
        byte[] ihdr = ByteBuffer.allocate(17).put("IHDR".getBytes(StandardCharsets.US_ASCII)).putInt(width).putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0}).array();
        CRC32 crc = new CRC32();
        crc.update(ihdr);
        return header.put(ihdr).putInt((int) crc.getValue()).array();
    }
}
