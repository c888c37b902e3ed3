package org.anuyat.allinone.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** In a process of its own: the way in which a process logs is decided while it starts. */
class JsonLogsTest {

    @Test
    void every_line_is_an_object_with_the_application_and_without_personal_data() throws Exception {
        List<JsonNode> lines = linesOf("--anuyat.logs=json").stream()
                .map(line -> JsonMapper.shared().readTree(line))
                .toList();
        JsonNode said = lines.stream()
                .filter(line -> line.path("message").asString().endsWith("said"))
                .findFirst()
                .orElseThrow();
        assertThat(said.path("message").asString()).isEqualTo("xxxxxxxxxxx21 said");
        assertThat(said.path("application").asString()).isEqualTo("TYM69-000001-1");
        assertThat(said.path("reference").asString()).isEqualTo("BCDFG-23456");
        assertThat(said.at("/log/level").asString()).isEqualTo("WARN");
        assertThat(said.at("/error/type").asString()).isEqualTo("java.lang.IllegalStateException");
        assertThat(lines.toString()).doesNotContain("somchai@mail.example", "1234567890121");
    }

    @Test
    void text_names_the_application_as_well() throws Exception {
        assertThat(linesOf("--anuyat.logs=text"))
                .anySatisfy(line -> assertThat(line).contains("[BCDFG-23456 TYM69-000001-1] ", "xxxxxxxxxxx21 said"))
                .noneSatisfy(line -> assertThat(line).contains("somchai@mail.example"));
    }

    private static List<String> linesOf(String setting) throws IOException, InterruptedException {
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        ProcessBuilder command = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        Speaking.class.getName(),
                        setting,
                        "--spring.main.banner-mode=off")
                .redirectErrorStream(true);
        command.environment().put("CLASSPATH", classes);
        Process process = command.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.lines().toList();
    }
}
