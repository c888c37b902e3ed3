package org.anuyat.workflow.documents;

import java.io.IOException;
import java.io.OutputStream;
import java.time.ZonedDateTime;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Puts files into a document: listed by name for viewers, associated with the whole document for machines (ISO 19005-3, 6.8). */
final class Attachments {

    private Attachments() {
    }

    static void add(PDDocument document, List<EmbeddedFile> files, ZonedDateTime now) throws IOException {
        if (files.isEmpty()) {
            return;
        }
        COSArray associated = new COSArray();
        COSArray names = new COSArray();
        // a name tree is sorted (ISO 32000-1, 7.9.6), the associated files stand as they were attached
        Map<String, COSDictionary> byName = new TreeMap<>();
        for (EmbeddedFile file : files) {
            COSDictionary specification = specification(document, file, now);
            associated.add(specification);
            byName.put(file.name(), specification);
        }
        byName.forEach((name, specification) -> {
            names.add(new COSString(name));
            names.add(specification);
        });
        COSDictionary tree = new COSDictionary();
        tree.setItem(COSName.NAMES, names);
        COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
        COSDictionary nameTrees = catalog.getCOSDictionary(COSName.NAMES);
        if (nameTrees == null) {
            nameTrees = new COSDictionary();
            catalog.setItem(COSName.NAMES, nameTrees);
        }
        nameTrees.setItem(COSName.EMBEDDED_FILES, tree);
        catalog.setItem(COSName.AF, associated);
    }

    private static COSDictionary specification(PDDocument document, EmbeddedFile file, ZonedDateTime now) throws IOException {
        COSStream stream = document.getDocument().createCOSStream();
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(file.content());
        }
        COSDictionary parameters = new COSDictionary();
        parameters.setInt(COSName.SIZE, file.content().length);
        parameters.setDate(COSName.MOD_DATE, GregorianCalendar.from(now));
        stream.setItem(COSName.TYPE, COSName.getPDFName("EmbeddedFile"));
        stream.setName(COSName.SUBTYPE, file.mediaType());
        stream.setItem(COSName.PARAMS, parameters);

        COSDictionary versions = new COSDictionary();
        versions.setItem(COSName.F, stream);
        versions.setItem(COSName.UF, stream);
        COSDictionary specification = new COSDictionary();
        specification.setItem(COSName.TYPE, COSName.FILESPEC);
        specification.setString(COSName.F, file.name());
        specification.setString(COSName.UF, file.name());
        specification.setString(COSName.DESC, file.description());
        specification.setName(COSName.getPDFName("AFRelationship"), file.relationship().pdfName());
        specification.setItem(COSName.EF, versions);
        return specification;
    }
}
