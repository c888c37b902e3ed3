package org.anuyat.signing.service;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

/** Files that somebody might send who means no good. */
final class Samples {

    private static final COSName ENTANGLED = COSName.getPDFName("Entangled");
    private static final COSName TARGETS = COSName.getPDFName("Targets");

    private Samples() {}

    static byte[] encrypted() {
        try (PDDocument document = Loader.loadPDF(SamplePermit.pdf())) {
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A content stream that expands to this many megabytes, packed as often as said. */
    static byte[] bomb(int megabytes, int times) {
        byte[] packed = zeros(megabytes);
        StringBuilder filters = new StringBuilder("/FlateDecode ");
        for (int i = 1; i < times; i++) {
            packed = deflate(packed);
            filters.append("/FlateDecode ");
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(out, "%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n");
        write(out, "2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n");
        write(out, "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>\nendobj\n");
        write(out, "4 0 obj\n<</Length " + packed.length + "/Filter[" + filters + "]>>\nstream\n");
        out.writeBytes(packed);
        write(out, "\nendstream\nendobj\ntrailer\n<</Root 1 0 R/Size 5>>\nstartxref\n0\n%%EOF\n");
        return out.toByteArray();
    }

    /** A page tree that contains itself. */
    static byte[] loop() {
        return ("%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R/AcroForm 4 0 R>>\nendobj\n"
                        + "2 0 obj\n<</Type/Pages/Kids[2 0 R 3 0 R 2 0 R]/Count 9/Parent 2 0 R>>\nendobj\n"
                        + "3 0 obj\n<</Type/Pages/Kids[2 0 R]/Parent 3 0 R/Count 3>>\nendobj\n"
                        + "4 0 obj\n<</Fields[5 0 R]>>\nendobj\n"
                        + "5 0 obj\n<</T(a)/Kids[5 0 R 5 0 R]/Parent 5 0 R>>\nendobj\n"
                        + "trailer\n<</Root 1 0 R/Size 6/Prev 9>>\nstartxref\n9\n%%EOF\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** A cross-reference stream that promises two thousand million entries of no length. */
    static byte[] hugeCrossReference() {
        return ("%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
                        + "7 0 obj\n<</Type/XRef/Size 2000000000/W[0 0 0]/Index[0 2000000000]/Root 1 0 R/Length 10>>\n"
                        + "stream\n0123456789\nendstream\nendobj\nstartxref\n58\n%%EOF\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Arrays in arrays, deeper than any stack. */
    static byte[] nested() {
        return ("%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R/X " + "[".repeat(2_000_000)
                        + "\ntrailer\n<</Root 1 0 R/Size 3>>\nstartxref\n0\n%%EOF\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** A permit with many objects that all lead to the same many others. */
    static byte[] entangled(int many) {
        return Forging.anew(SamplePermit.pdf(), document -> {
            COSDictionary targets = targets(many);
            COSDictionary all = new COSDictionary();
            for (int i = 0; i < many; i++) {
                COSDictionary one = new COSDictionary();
                one.setItem(TARGETS, targets);
                all.setItem(COSName.getPDFName("o" + i), one);
            }
            document.getDocumentCatalog().getCOSObject().setItem(ENTANGLED, all);
        });
    }

    /** The same with all of them written anew in a later revision, where they say the same. */
    static byte[] entangledAnew(byte[] entangled) {
        return Forging.later(entangled, document -> {
            COSDictionary all = document.getDocumentCatalog().getCOSObject().getCOSDictionary(ENTANGLED);
            COSDictionary targets = targets(all.size());
            for (COSName name : all.keySet()) {
                COSDictionary one = all.getCOSDictionary(name);
                one.setItem(TARGETS, targets);
                one.setNeedToBeUpdated(true);
            }
        });
    }

    private static COSDictionary targets(int many) {
        COSDictionary targets = new COSDictionary();
        for (int i = 0; i < many; i++) {
            COSDictionary target = new COSDictionary();
            target.setInt(COSName.N, i);
            targets.setItem(COSName.getPDFName("t" + i), target);
        }
        return targets;
    }

    private static byte[] zeros(int megabytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflate = new DeflaterOutputStream(out, new Deflater(9))) {
            byte[] megabyte = new byte[1024 * 1024];
            for (int i = 0; i < megabytes; i++) {
                deflate.write(megabyte);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] deflate(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflate = new DeflaterOutputStream(out, new Deflater(9))) {
            deflate.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void write(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }
}
