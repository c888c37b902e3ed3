package org.anuyat.signing.service.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.anuyat.signing.api.DocumentKind;
import org.anuyat.signing.api.DocumentSealing;
import org.anuyat.signing.api.SealOrder;
import org.anuyat.signing.api.SealedDocument;
import org.anuyat.signing.service.SamplePermit;
import org.anuyat.signing.service.SigningService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

class SealedStoreTest {

    @TempDir
    Path home;

    @Test
    void a_repeated_order_gets_its_document_also_from_a_file_of_before() throws IOException {
        try (ConfigurableApplicationContext service = new SpringApplicationBuilder(SigningService.class)
                .web(WebApplicationType.NONE)
                .run("--anuyat.mode=demonstration", "--anuyat.signing.home=" + home)) {
            SealOrder order = new SealOrder("receipt/1", "bma", DocumentKind.RECEIPT, SamplePermit.pdf(), "", "");
            DocumentSealing sealing = service.getBean(DocumentSealing.class);
            SealedDocument sealed = sealing.seal(order);
            assertThat(sealing.seal(order)).usingRecursiveComparison().isEqualTo(sealed);

            Path kept = only(".sealed");
            byte[] file = Files.readAllBytes(kept);
            int end = file.length - sealed.pdf().length - 1;
            assertThat(file).endsWith(sealed.pdf());
            String line = new String(Arrays.copyOf(file, end), StandardCharsets.UTF_8);
            String before = line.replace("\"pdf\":\"\"", "\"pdf\":\"" + Base64.getEncoder().encodeToString(sealed.pdf()) + "\"");
            assertThat(before).isNotEqualTo(line);
            Files.writeString(kept, before);

            assertThat(sealing.seal(order)).usingRecursiveComparison().isEqualTo(sealed);
        }
    }

    private Path only(String ending) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            List<Path> found = files.filter(file -> file.toString().endsWith(ending)).toList();
            assertThat(found).hasSize(1);
            return found.get(0);
        }
    }
}
