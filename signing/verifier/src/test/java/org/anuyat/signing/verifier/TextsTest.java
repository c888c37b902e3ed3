package org.anuyat.signing.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class TextsTest {

    @Test
    void both_languages_have_the_same_texts() throws Exception {
        assertThat(bundle("th").stringPropertyNames())
                .isNotEmpty()
                .containsExactlyInAnyOrderElementsOf(bundle("en").stringPropertyNames());
    }

    private static Properties bundle(String language) throws IOException {
        Properties texts = new Properties();
        try (InputStream in = TextsTest.class.getResourceAsStream("/messages/verifier_" + language + ".properties")) {
            texts.load(in);
        }
        return texts;
    }
}
