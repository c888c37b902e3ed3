package org.anuyat.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Map;
import org.anuyat.kit.sample.Sample;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;

@SpringBootTest(classes = Sample.class)
class WordsKeptWholeTest {

    private static final String SAID = "ใบรับรอง <ใหม่> ถูกเพิกถอนแล้ว";
    private static final String DRAWING = "<svg><title>ถูกเพิกถอน</title></svg>";

    @Autowired
    private TemplateEngine templates;

    @Test
    void words_that_no_line_may_end_within_are_marked_where_lines_end() {
        Document page = Jsoup.parse(templates.process(
                "sample/words", new Context(Locale.forLanguageTag("th"), Map.of("said", SAID, "drawing", DRAWING))));
        assertThat(page.select("h1").text()).isEqualTo(SAID);
        assertThat(page.select("h1 > .kit-word").eachText()).containsExactly("ใบรับรอง", "เพิกถอน");
        assertThat(page.title()).isEqualTo("ใบอนุญาตถูกเพิกถอน");
        assertThat(page.select("p").attr("title")).isEqualTo("ถูกเพิกถอน");
        assertThat(page.select("textarea").text()).isEqualTo(SAID);
        assertThat(page.select("option").text()).isEqualTo(SAID);
        assertThat(page.select("div").html().replaceAll("\\s+", "")).isEqualTo(DRAWING);
        assertThat(page.select(".kit-word")).hasSize(2);
    }
}
