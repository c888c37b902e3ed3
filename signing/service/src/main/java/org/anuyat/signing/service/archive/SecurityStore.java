package org.anuyat.signing.service.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/** The document security store (ETSI EN 319 142-1, 5.4.2.1). The dictionaries for single signatures are left out: the standard recommends that. */
final class SecurityStore {

    private static final COSName STORE = COSName.getPDFName("DSS");

    private SecurityStore() {}

    static boolean isIn(PDDocument document) {
        return document.getDocumentCatalog().getCOSObject().containsKey(STORE);
    }

    /** Adds it to a document that has none. */
    static void add(PDDocument document, ValidationData data) throws IOException {
        COSDictionary store = new COSDictionary();
        store.setItem(COSName.TYPE, STORE);
        put(document, store, "Certs", data.certificates());
        put(document, store, "CRLs", data.lists());
        put(document, store, "OCSPs", data.responses());
        COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
        catalog.setItem(STORE, store);
        catalog.setNeedToBeUpdated(true);
    }

    private static void put(PDDocument document, COSDictionary store, String name, List<byte[]> all) throws IOException {
        if (all.isEmpty()) {
            return;
        }
        COSArray streams = new COSArray();
        for (byte[] der : all) {
            COSStream stream = document.getDocument().createCOSStream();
            try (OutputStream out = stream.createOutputStream()) {
                out.write(der);
            }
            streams.add(stream);
        }
        store.setItem(COSName.getPDFName(name), streams);
    }
}
