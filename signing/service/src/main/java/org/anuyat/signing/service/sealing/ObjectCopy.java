package org.anuyat.signing.service.sealing;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.IdentityHashMap;
import java.util.Map;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.jspecify.annotations.Nullable;

/** Copies objects with all that they refer to into another document; streams stay compressed as they are. */
final class ObjectCopy {

    private final PDDocument target;
    private final Map<COSBase, COSBase> copies = new IdentityHashMap<>();

    ObjectCopy(PDDocument target) {
        this.target = target;
    }

    COSBase of(@Nullable COSBase original) throws IOException {
        COSBase object = original instanceof COSObject reference ? reference.getObject() : original;
        if (object == null) {
            return COSNull.NULL;
        }
        COSBase known = copies.get(object);
        if (known != null) {
            return known;
        }
        if (object instanceof COSStream stream) {
            COSStream copy = target.getDocument().createCOSStream();
            copies.put(stream, copy);
            try (InputStream in = stream.createRawInputStream();
                    OutputStream out = copy.createRawOutputStream()) {
                in.transferTo(out);
            }
            return fill(copy, stream);
        }
        if (object instanceof COSDictionary dictionary) {
            COSDictionary copy = new COSDictionary();
            copies.put(dictionary, copy);
            return fill(copy, dictionary);
        }
        if (object instanceof COSArray array) {
            COSArray copy = new COSArray();
            copies.put(array, copy);
            for (int i = 0; i < array.size(); i++) {
                copy.add(of(array.get(i)));
            }
            return copy;
        }
        // names, numbers, texts: never changed
        return object;
    }

    private COSDictionary fill(COSDictionary copy, COSDictionary original) throws IOException {
        for (Map.Entry<COSName, COSBase> entry : original.entrySet()) {
            if (!(copy instanceof COSStream && entry.getKey().equals(COSName.LENGTH))) {
                copy.setItem(entry.getKey(), of(entry.getValue()));
            }
        }
        return copy;
    }
}
