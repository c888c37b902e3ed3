package org.anuyat.signing.service.revision;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSBoolean;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSFloat;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.cos.COSUpdateInfo;
import org.apache.pdfbox.cos.ICOSVisitor;
import org.apache.pdfbox.pdfwriter.COSWriter;
import org.jspecify.annotations.Nullable;

/** Writes objects that are new or were changed (ISO 32000-1, 7.3); of the others no more than a reference, and they aren't even read for it. */
final class ObjectWriter implements ICOSVisitor {

    private final Bytes file;
    private final SignaturePlace signature;
    private final Deque<COSBase> waiting = new ArrayDeque<>();
    private final Map<COSBase, COSObjectKey> keys = new IdentityHashMap<>();
    private final Map<COSObjectKey, Integer> places = new TreeMap<>();
    private long highest;

    /** @param highest number of an object in the file so far */
    ObjectWriter(Bytes file, SignaturePlace signature, long highest) {
        this.file = file;
        this.signature = signature;
        this.highest = highest;
    }

    /** Where each object stands that was written, in the order of their numbers. */
    Map<COSObjectKey, Integer> places() {
        return places;
    }

    /** A number for an object that isn't one of the document. */
    COSObjectKey next() {
        highest++;
        return new COSObjectKey(highest, 0);
    }

    /** Writes those that the file had before, and those of which they are the first to speak. */
    void write(Iterable<COSBase> objects) throws IOException {
        for (COSBase object : objects) {
            if (object.getKey() != null) {
                add(object);
            }
        }
        while (!waiting.isEmpty()) {
            COSBase object = waiting.remove();
            COSObjectKey key = key(object);
            places.put(key, file.size());
            file.ascii(key.getNumber() + " " + key.getGeneration() + " obj\n");
            object.accept(this);
            file.ascii("\nendobj\n");
        }
    }

    private void add(COSBase found) {
        COSBase object = found instanceof COSObject reference ? reference.getObject() : found;
        // whatever it says of itself: PDFBox calls a form direct that other objects refer to
        if (object != null && !keys.containsKey(object)) {
            keys.put(object, object.getKey() == null ? next() : object.getKey());
            waiting.add(object);
        }
    }

    private COSObjectKey key(COSBase object) {
        COSObjectKey key = keys.get(object);
        if (key == null) {
            throw new IllegalStateException("an object without a number");
        }
        return key;
    }

    private void reference(COSObjectKey key) {
        file.ascii(key.getNumber() + " " + key.getGeneration() + " R");
    }

    private void value(@Nullable COSBase value) throws IOException {
        if (value instanceof COSObject object) {
            if (object.isDereferenced() && isChanged(object.getObject())) {
                add(object);
            }
            reference(object.getKey() == null ? key(object.getObject()) : object.getKey());
        } else if (value instanceof COSDictionary dictionary && !dictionary.isDirect()) {
            if (dictionary.getKey() == null || isChanged(dictionary)) {
                add(dictionary);
            }
            reference(dictionary.getKey() == null ? key(dictionary) : dictionary.getKey());
        } else if (value == null) {
            file.ascii("null");
        } else {
            value.accept(this);
        }
    }

    private static boolean isChanged(@Nullable COSBase object) {
        return object instanceof COSUpdateInfo known && known.isNeedToBeUpdated();
    }

    @Override
    public void visitFromDictionary(COSDictionary dictionary) throws IOException {
        file.ascii("<<\n");
        for (Map.Entry<COSName, COSBase> entry : dictionary.entrySet()) {
            entry.getKey().writePDF(file);
            file.write(' ');
            if (!signature.leave(dictionary, entry.getKey(), file)) {
                value(entry.getValue());
            }
            file.write('\n');
        }
        file.ascii(">>");
    }

    @Override
    public void visitFromArray(COSArray array) throws IOException {
        file.write('[');
        for (int i = 0; i < array.size(); i++) {
            if (i > 0) {
                file.write(' ');
            }
            value(array.get(i));
        }
        file.write(']');
    }

    @Override
    public void visitFromStream(COSStream stream) throws IOException {
        visitFromDictionary(stream);
        file.ascii("\nstream\n");
        if (stream.hasData()) {
            try (InputStream content = stream.createRawInputStream()) {
                content.transferTo(file);
            }
        }
        file.ascii("\nendstream");
    }

    @Override
    public void visitFromString(COSString string) throws IOException {
        COSWriter.writeString(string, file);
    }

    @Override
    public void visitFromName(COSName name) throws IOException {
        name.writePDF(file);
    }

    @Override
    public void visitFromInt(COSInteger number) throws IOException {
        number.writePDF(file);
    }

    @Override
    public void visitFromFloat(COSFloat number) throws IOException {
        number.writePDF(file);
    }

    @Override
    public void visitFromBoolean(COSBoolean truth) throws IOException {
        truth.writePDF(file);
    }

    @Override
    public void visitFromNull(COSNull nothing) {
        file.ascii("null");
    }

    @Override
    public void visitFromDocument(COSDocument document) {
        throw new IllegalStateException("A document isn't an object of a file");
    }
}
