package org.anuyat.access.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;

/** In a process whose machine speaks Thai with Thai digits. */
class FormatLocaleTest {

    @TempDir
    Path folder;

    @Test
    void a_service_writes_numbers_with_ascii_digits_on_a_machine_with_thai_ones() throws Exception {
        Path written = folder.resolve("written");
        Path output = folder.resolve("output");
        Process service = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Duser.language=th",
                        "-Duser.country=TH",
                        "-Duser.extensions=u-nu-thai",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Service.class.getName(),
                        written.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            assertThat(service.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            service.destroyForcibly();
        }
        assertThat(written).as(Files.readString(output)).exists();
        assertThat(Files.readString(written)).isEqualTo("๐๐๔๒ then 0042 1,234 in th");
    }

    /** Says how it writes numbers before its start and after. */
    static final class Service {

        private Service() {}

        public static void main(String[] arguments) throws Exception {
            String before = "%04d".formatted(42);
            SpringApplication service = new SpringApplication(Service.class);
            service.setWebApplicationType(WebApplicationType.NONE);
            service.run().close();
            Files.writeString(
                    Path.of(arguments[0]),
                    before + " then " + "%04d %,d".formatted(42, 1234) + " in "
                            + Locale.getDefault().getLanguage(),
                    StandardCharsets.UTF_8);
        }
    }
}
