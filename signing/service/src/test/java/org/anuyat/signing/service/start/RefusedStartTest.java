package org.anuyat.signing.service.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.anuyat.signing.service.SigningService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class RefusedStartTest {

    @TempDir
    Path home;

    @Test
    void the_reason_is_told_in_words_and_without_stack_traces(CapturedOutput output) throws Exception {
        Path store = home.resolve("nowhere.p12");
        Map<String, List<String>> refused = Map.of(
                "anuyat.signing.demonstration.enabled=true is only possible with anuyat.mode=demonstration",
                List.of("--anuyat.signing.demonstration.enabled=true"),
                "can't be read from " + store + ": there is no such file",
                List.of("--anuyat.signing.keys.bma[0].file=" + store, "--anuyat.signing.keys.bma[0].password=secret"),
                "it has no password and no password-file",
                List.of("--anuyat.signing.keys.bma[0].file=" + Files.createFile(home.resolve("empty.p12"))),
                "anuyat.signing.crypto must be jdk or corretto, not fast",
                List.of("--anuyat.signing.crypto=fast"));
        refused.forEach((reason, settings) -> {
            int before = output.getOut().length();
            assertThatException().isThrownBy(() -> start(settings));
            assertThat(output.getOut().substring(before))
                    .contains("APPLICATION FAILED TO START", reason, "signing/README.md")
                    .doesNotContain("\tat ");
        });
    }

    private void start(List<String> settings) {
        new SpringApplicationBuilder(SigningService.class)
                .web(WebApplicationType.NONE)
                .run(Stream.concat(
                                Stream.of("--anuyat.mode=production", "--anuyat.signing.home=" + home), settings.stream())
                        .toArray(String[]::new))
                .close();
    }
}
