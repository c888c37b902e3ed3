package org.anuyat.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Locale;
import org.anuyat.kit.text.Bundles;
import org.anuyat.testing.MessageBundleRules;
import org.junit.jupiter.api.Test;
import org.springframework.context.NoSuchMessageException;

class MessagesTest extends MessageBundleRules {

    MessagesTest() throws IOException {
    }

    @Test
    void bundlesOfAllRoomsAreFound() {
        assertThat(Bundles.names()).contains("kit", "sample");
        assertThat(new Bundles(true).getMessage("sample.register", null, Locale.ENGLISH)).isEqualTo("Register of permits");
    }

    @Test
    void whoeverSpeaksNeitherLanguageReadsThai() {
        assertThat(new Bundles(true).getMessage("kit.back", null, Locale.FRENCH)).isEqualTo("กลับ");
    }

    @Test
    void aMissingTextIsAnErrorInTestsAndAGapInProduction() {
        assertThatThrownBy(() -> new Bundles(true).getMessage("no.such.key", null, Locale.ENGLISH))
                .isInstanceOf(IllegalStateException.class).hasMessageContaining("no.such.key");
        assertThatThrownBy(() -> new Bundles(false).getMessage("no.such.key", null, Locale.ENGLISH))
                .isInstanceOf(NoSuchMessageException.class);
    }
}
