package org.anuyat.workflow.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.anuyat.testing.PdfConformance;
import org.junit.jupiter.api.Test;

class TypesetterTest {

    private final Typesetter typesetter = new Typesetter(SamplePermit.CLOCK);

    @Test
    void a_document_conforms_to_pdf_a_3a_and_pdf_ua_1() throws IOException {
        byte[] one = typesetter.typeset(SamplePermit.withConditions(4).build());
        byte[] many = typesetter.typeset(SamplePermit.withConditions(70).watermark("ตัวอย่าง ไม่ใช่เอกสารราชการ").build());
        Files.createDirectories(Path.of("target/documents"));
        Files.write(Path.of("target/documents/one.pdf"), one);
        Files.write(Path.of("target/documents/many.pdf"), many);
        assertThat(PdfConformance.findings(one)).isEmpty();
        assertThat(PdfConformance.findings(many)).isEmpty();
    }
}
