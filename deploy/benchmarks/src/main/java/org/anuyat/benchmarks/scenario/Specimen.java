package org.anuyat.benchmarks.scenario;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** A real PDF of a certain size, of which no two copies are equal: the file store keeps equal contents once. */
final class Specimen {

    private static final String MARK = "specimen 00000000";

    private final byte[] pdf;
    private final int mark;

    private Specimen(byte[] pdf, int mark) {
        this.pdf = pdf;
        this.mark = mark;
    }

    /** One page, and an incompressible picture's worth of bytes beside it. */
    static Specimen ofBytes(int size) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            StringBuilder index = new StringBuilder();
            out.write("%PDF-1.4\n".getBytes(StandardCharsets.ISO_8859_1));
            byte[] noise = new byte[size - 900];
            new Random(4).nextBytes(noise);
            byte[][] objects = {
                ascii("<< /Type /Catalog /Pages 2 0 R >>"),
                ascii("<< /Type /Pages /Kids [3 0 R] /Count 1 >>"),
                ascii("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>"),
                joined(ascii("<< /Length " + (noise.length + MARK.length()) + " >>\nstream\n" + MARK), noise, ascii("\nendstream"))
            };
            for (int i = 0; i < objects.length; i++) {
                index.append("%010d 00000 n \n".formatted(out.size()));
                out.write(joined(ascii((i + 1) + " 0 obj\n"), objects[i], ascii("\nendobj\n")));
            }
            int start = out.size();
            out.write(ascii("xref\n0 5\n0000000000 65535 f \n" + index + "trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n" + start + "\n%%EOF\n"));
            byte[] pdf = out.toByteArray();
            return new Specimen(pdf, new String(pdf, StandardCharsets.ISO_8859_1).indexOf(MARK) + MARK.length() - 8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The copy with this number. */
    byte[] copy(int number) {
        byte[] copy = pdf.clone();
        System.arraycopy(ascii("%08d".formatted(number)), 0, copy, mark, 8);
        return copy;
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
