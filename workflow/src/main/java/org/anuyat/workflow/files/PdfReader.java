package org.anuyat.workflow.files;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.anuyat.workflow.files.FileRefused.Code;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * Parses a PDF and looks at every object in it. Passwords, scripts, programs to launch and rich media are refused: an officer
 * opens what is attached, and it must be able to do nothing but be read. Files inside are allowed: electronic originals of
 * other agencies carry their data that way (PDF/A-3).
 */
final class PdfReader implements ContentCheck.Reader {

    private static final int MOST_OBJECTS = 500_000;
    private static final int DEEPEST = 200_000;
    private static final COSName JAVA_SCRIPT = COSName.getPDFName("JavaScript");
    private static final COSName LAUNCH = COSName.getPDFName("Launch");
    private static final COSName RICH_MEDIA = COSName.getPDFName("RichMedia");
    private static final COSName JS = COSName.getPDFName("JS");
    private static final COSName XFA = COSName.getPDFName("XFA");

    @Override
    public void read(Path file) throws IOException {
        try (var bytes = new RandomAccessReadBufferedFile(file.toFile());
                PDDocument document = Loader.loadPDF(bytes, IOUtils.createTempFileOnlyStreamCache())) {
            if (document.isEncrypted()) {
                throw new FileRefused(Code.NOT_PLAIN, "the PDF is encrypted");
            }
            if (document.getNumberOfPages() < 1) {
                throw new FileRefused(Code.DAMAGED, "the PDF has no pages");
            }
            requireHarmless(document.getDocument());
        } catch (InvalidPasswordException e) {
            throw new FileRefused(Code.NOT_PLAIN, "the PDF needs a password");
        } catch (FileRefused e) {
            throw e;
        } catch (IOException | RuntimeException | StackOverflowError e) {
            throw new FileRefused(Code.DAMAGED, "the PDF cannot be parsed: " + e.getClass().getSimpleName());
        }
    }

    private static void requireHarmless(COSDocument document) {
        if (document.getXrefTable().size() > MOST_OBJECTS) {
            throw new FileRefused(Code.DAMAGED, "the PDF has too many objects");
        }
        requireHarmless(document.getTrailer());
        for (COSObjectKey key : document.getXrefTable().keySet()) {
            requireHarmless(document.getObjectFromPool(key).getObject());
        }
    }

    /** Looks into direct objects only: each indirect one is in the cross-reference table and gets its turn. */
    private static void requireHarmless(COSBase top) {
        Deque<COSBase> open = new ArrayDeque<>();
        push(open, top);
        while (!open.isEmpty()) {
            COSBase object = open.pop();
            if (object instanceof COSDictionary dictionary) {
                requireNoAction(dictionary);
                dictionary.getValues().forEach(value -> push(open, value));
            } else if (object instanceof COSArray array) {
                array.forEach(value -> push(open, value));
            }
            if (open.size() > DEEPEST) {
                throw new FileRefused(Code.DAMAGED, "an object of the PDF is too large");
            }
        }
    }

    private static void push(Deque<COSBase> open, COSBase object) {
        if (object instanceof COSDictionary || object instanceof COSArray) {
            open.push(object);
        }
    }

    private static void requireNoAction(COSDictionary dictionary) {
        COSName action = dictionary.getCOSName(COSName.S);
        COSName kind = dictionary.getCOSName(COSName.SUBTYPE);
        boolean acts = JAVA_SCRIPT.equals(action)
                || LAUNCH.equals(action)
                || RICH_MEDIA.equals(kind)
                || dictionary.containsKey(JS)
                || dictionary.containsKey(JAVA_SCRIPT)
                || dictionary.containsKey(XFA);
        if (acts) {
            throw new FileRefused(Code.NOT_PLAIN, "the PDF carries a script, a program or a dynamic form");
        }
    }
}
