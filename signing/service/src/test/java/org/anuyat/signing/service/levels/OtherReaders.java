package org.anuyat.signing.service.levels;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;

/** Readers that know nothing of us. */
final class OtherReaders {

    private OtherReaders() {}

    /** Requires that {@code openssl cms} accepts the seal under a root, and {@code pdfsig} every signature. */
    static void agree(Path folder, byte[] root, byte[] pdf) throws Exception {
        Files.write(folder.resolve("raised.pdf"), pdf);
        Files.write(folder.resolve("root.der"), root);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDSignature seal = document.getSignatureDictionaries().stream()
                    .filter(signature -> "ETSI.CAdES.detached".equals(signature.getSubFilter()))
                    .findFirst()
                    .orElseThrow();
            Files.write(folder.resolve("signed"), seal.getSignedContent(pdf));
            byte[] cms = seal.getContents(pdf);
            Files.write(folder.resolve("cms"), Arrays.copyOf(cms, 4 + ((cms[2] & 0xff) << 8 | cms[3] & 0xff)));
        }
        output(folder, "openssl", "x509", "-inform", "DER", "-in", "root.der", "-out", "root.pem");
        assertThat(output(folder, "openssl", "cms", "-verify", "-inform", "DER", "-in", "cms", "-content", "signed", "-binary",
                        "-CAfile", "root.pem", "-purpose", "any", "-out", "verified"))
                .containsIgnoringCase("verification successful");
        assertThat(output(folder, "pdfsig", "raised.pdf"))
                .contains("Signature is Valid", "ETSI.CAdES.detached", "Total document signed")
                .doesNotContain("Signature is Invalid", "Digest Mismatch");
    }

    private static String output(Path folder, String... command) throws Exception {
        Process process =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        return output;
    }
}
