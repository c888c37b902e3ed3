package org.anuyat.portal.status;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.anuyat.kit.text.Bundles;
import org.anuyat.workflow.acts.Act;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.type.filter.AssignableTypeFilter;

class TimelineWordsTest {

    /** Deliberation inside the agency: never on the time line. */
    private static final Set<String> INTERNAL = Set.of("approval.SentBack", "signature.Signed", "raising.Raised");

    private final Bundles words = new Bundles(false);

    @Test
    void everything_that_can_happen_to_a_case_has_words_in_both_languages() {
        assertThat(acts()).isNotEmpty();
        for (String act : acts()) {
            for (Locale locale : List.of(Locale.forLanguageTag("th"), Locale.ENGLISH)) {
                assertThat(words.getMessage("timeline." + act, null, "", locale)).as("%s in %s", act, locale).isNotBlank();
            }
        }
    }

    @Test
    void the_words_mention_every_detail_that_they_are_given() {
        TimelineWords.DETAILS.forEach((act, details) -> {
            assertThat(acts()).contains(act);
            for (Locale locale : List.of(Locale.forLanguageTag("th"), Locale.ENGLISH)) {
                MessageFormat format =
                        new MessageFormat(words.getMessage("timeline." + act + ".words", null, "", locale));
                assertThat(format.getFormatsByArgumentIndex()).as("%s in %s", act, locale).hasSameSizeAs(details);
            }
        });
    }

    private static Set<String> acts() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(Act.class));
        return scanner.findCandidateComponents("org.anuyat.workflow").stream()
                .map(definition -> String.valueOf(definition.getBeanClassName()))
                .map(name -> name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1))
                .filter(name -> !INTERNAL.contains(name))
                .collect(Collectors.toSet());
    }
}
