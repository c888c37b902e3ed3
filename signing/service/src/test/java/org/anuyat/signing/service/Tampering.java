package org.anuyat.signing.service;

import static org.anuyat.signing.service.Forging.catalog;
import static org.anuyat.signing.service.Forging.firstField;
import static org.anuyat.signing.service.Forging.numbers;
import static org.anuyat.signing.service.Forging.touch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;

/** What a forger may try: each an incremental update that leaves the signed bytes as they are. */
public enum Tampering {
    REPLACE_PAGE_CONTENT {
        @Override
        void edit(PDDocument document) throws IOException {
            PDPage page = document.getPage(0);
            byte[] old = page.getContents().readAllBytes();
            COSStream stream = stream(document, new String(old, StandardCharsets.ISO_8859_1) + "\n1 g 64 560 467 200 re f\n");
            page.getCOSObject().setItem(COSName.CONTENTS, stream);
            touch(page.getCOSObject());
        }
    },
    FORGE_EMBEDDED_DATA {
        @Override
        void edit(PDDocument document) throws IOException {
            COSDictionary file = (COSDictionary) catalog(document).getCOSArray(COSName.AF).getObject(0);
            COSStream data = (COSStream) file.getCOSDictionary(COSName.EF).getDictionaryObject(COSName.F);
            try (OutputStream out = data.createOutputStream(COSName.FLATE_DECODE)) {
                out.write("{\"permit\":\"1/2569\",\"area\":9999}".getBytes(StandardCharsets.UTF_8));
            }
            touch(data);
        }
    },
    COVER_WITH_ANNOTATION {
        @Override
        void edit(PDDocument document) throws IOException {
            COSDictionary page = document.getPage(0).getCOSObject();
            COSDictionary cover = new COSDictionary();
            cover.setItem(COSName.TYPE, COSName.ANNOT);
            cover.setName(COSName.SUBTYPE, "Square");
            cover.setItem(COSName.RECT, numbers(64, 640, 531, 760));
            cover.setItem(COSName.IC, numbers(1, 1, 1));
            COSArray annotations = page.getCOSArray(COSName.ANNOTS);
            annotations.add(cover);
            touch(page, annotations, cover);
        }
    },
    ADD_FORM_FIELD {
        @Override
        void edit(PDDocument document) {
            COSDictionary field = new COSDictionary();
            field.setItem(COSName.FT, COSName.getPDFName("Tx"));
            field.setString(COSName.T, "area");
            field.setString(COSName.V, "9999");
            COSDictionary form = catalog(document).getCOSDictionary(COSName.ACRO_FORM);
            form.getCOSArray(COSName.FIELDS).add(field);
            touch(field, form, form.getCOSArray(COSName.FIELDS), catalog(document));
        }
    },
    APPEND_PAGE {
        @Override
        void edit(PDDocument document) {
            PDPage page = new PDPage();
            document.addPage(page);
            COSDictionary pages = document.getPages().getCOSObject();
            touch(page.getCOSObject(), pages, pages.getCOSArray(COSName.KIDS));
        }
    },
    MOVE_SEAL {
        @Override
        void edit(PDDocument document) {
            COSDictionary seal = firstField(document);
            seal.setItem(COSName.RECT, numbers(64, 560, 531, 690));
            touch(seal);
        }
    },
    REPAINT_SEAL {
        @Override
        void edit(PDDocument document) throws IOException {
            COSDictionary seal = firstField(document);
            COSDictionary appearance = new COSDictionary();
            COSStream paint = stream(document, "1 g 0 0 999 999 re f");
            paint.setItem(COSName.TYPE, COSName.XOBJECT);
            paint.setItem(COSName.SUBTYPE, COSName.FORM);
            paint.setItem(COSName.BBOX, numbers(0, 0, 500, 100));
            appearance.setItem(COSName.N, paint);
            seal.setItem(COSName.AP, appearance);
            touch(seal, appearance, paint);
        }
    },
    REMOVE_SIGNATURE {
        @Override
        void edit(PDDocument document) {
            COSDictionary form = catalog(document).getCOSDictionary(COSName.ACRO_FORM);
            form.setItem(COSName.FIELDS, new COSArray());
            COSDictionary page = document.getPage(0).getCOSObject();
            page.removeItem(COSName.ANNOTS);
            catalog(document).removeItem(COSName.getPDFName("Perms"));
            touch(form, page, catalog(document));
        }
    };

    abstract void edit(PDDocument document) throws IOException;

    public byte[] on(byte[] signed) {
        return Forging.later(signed, this::edit);
    }

    private static COSStream stream(PDDocument document, String content) throws IOException {
        COSStream stream = document.getDocument().createCOSStream();
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(content.getBytes(StandardCharsets.ISO_8859_1));
        }
        return stream;
    }
}
