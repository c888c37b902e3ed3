package org.anuyat.workflow.catalogue.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class FormMessagesTest {

    @Test
    void both_languages_say_the_same_things() throws IOException {
        assertThat(keys("th")).isEqualTo(keys("en")).isNotEmpty();
    }

    private static java.util.Set<Object> keys(String language) throws IOException {
        Properties properties = new Properties();
        properties.load(new InputStreamReader(
                FormMessagesTest.class.getResourceAsStream("/messages/form_" + language + ".properties"),
                StandardCharsets.UTF_8));
        return properties.keySet();
    }
}
