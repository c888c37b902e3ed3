package org.anuyat.signing.service;

import static org.anuyat.signing.service.Forging.catalog;
import static org.anuyat.signing.service.Forging.firstField;
import static org.anuyat.signing.service.Forging.numbers;
import static org.anuyat.signing.service.Forging.touch;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.anuyat.signing.api.validation.Reason;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;

/** What a forger may try who knows how revisions are compared: each an incremental update, none of which adds what stands out. */
enum Concealment {
    SWAP_PAGES(Reason.PAGES_CHANGED) {
        @Override
        void edit(PDDocument document) {
            COSArray kids = document.getPages().getCOSObject().getCOSArray(COSName.KIDS);
            swap(kids);
            touch(document.getPages().getCOSObject(), kids);
        }
    },
    SWAP_LAYERS_OF_A_PAGE(Reason.PAGE_CONTENT_CHANGED) {
        @Override
        void edit(PDDocument document) {
            COSDictionary page = document.getPage(1).getCOSObject();
            swap(page.getCOSArray(COSName.CONTENTS));
            touch(page);
        }
    },
    OTHER_RESOURCES_FOR_THE_SECOND_PAGE(Reason.PAGE_CONTENT_CHANGED) {
        @Override
        void edit(PDDocument document) {
            COSDictionary page = document.getPage(1).getCOSObject();
            page.setItem(COSName.RESOURCES, new COSObject(copy(page.getCOSDictionary(COSName.RESOURCES))));
            page.getCOSDictionary(COSName.RESOURCES).setItem(COSName.FONT, new COSDictionary());
            touch(page, page.getCOSDictionary(COSName.RESOURCES));
        }
    },
    TURN_PAGE(Reason.PAGE_CONTENT_CHANGED) {
        @Override
        void edit(PDDocument document) {
            document.getPage(0).setRotation(180);
            touch(document.getPage(0).getCOSObject());
        }
    },
    CROP_PAGE(Reason.PAGE_CONTENT_CHANGED) {
        @Override
        void edit(PDDocument document) {
            document.getPage(0).getCOSObject().setItem(COSName.CROP_BOX, numbers(0, 0, 300, 700));
            touch(document.getPage(0).getCOSObject());
        }
    },
    SCALE_PAGE(Reason.PAGE_CONTENT_CHANGED) {
        @Override
        void edit(PDDocument document) {
            document.getPage(0).getCOSObject().setItem(COSName.getPDFName("UserUnit"), COSInteger.get(9));
            touch(document.getPage(0).getCOSObject());
        }
    },
    SAY_SOMETHING_ELSE_TO_THE_BLIND(Reason.CHANGED_AFTER_SIGNING) {
        @Override
        void edit(PDDocument document) {
            COSDictionary root = catalog(document).getCOSDictionary(COSName.STRUCT_TREE_ROOT);
            COSDictionary whole = root.getCOSDictionary(COSName.K);
            COSDictionary paragraph = (COSDictionary) whole.getCOSArray(COSName.K).getObject(0);
            paragraph.setString(COSName.getPDFName("ActualText"), "9999 square metres");
            touch(paragraph, whole, root);
        }
    },
    COPY_SOMETHING_ELSE(Reason.PAGE_CONTENT_CHANGED) {
        @Override
        void edit(PDDocument document) throws IOException {
            COSDictionary fonts = document.getPage(0).getCOSObject().getCOSDictionary(COSName.RESOURCES).getCOSDictionary(COSName.FONT);
            COSDictionary font = fonts.getCOSDictionary(fonts.keySet().iterator().next());
            COSStream letters = font.getCOSStream(COSName.TO_UNICODE);
            byte[] same = letters.createRawInputStream().readAllBytes();
            same[same.length / 2] ^= 1;
            try (OutputStream out = letters.createRawOutputStream()) {
                out.write(same);
            }
            touch(letters);
        }
    },
    HIDE_THE_APPROVERS_SIGNATURE(Reason.SIGNATURE_FIELD_CHANGED) {
        @Override
        void edit(PDDocument document) {
            COSDictionary field = firstField(document);
            field.setInt(COSName.F, 2);
            touch(field);
        }
    },
    UNDRESS_THE_APPROVERS_SIGNATURE(Reason.SIGNATURE_FIELD_CHANGED) {
        @Override
        void edit(PDDocument document) {
            COSDictionary field = firstField(document);
            field.removeItem(COSName.AP);
            touch(field);
        }
    },
    REPAINT_THE_APPROVERS_SIGNATURE(Reason.SIGNATURE_FIELD_CHANGED) {
        @Override
        void edit(PDDocument document) throws IOException {
            COSStream look = firstField(document).getCOSDictionary(COSName.AP).getCOSStream(COSName.N);
            try (OutputStream out = look.createOutputStream(COSName.FLATE_DECODE)) {
                out.write("1 g 0 0 999 999 re f".getBytes(StandardCharsets.US_ASCII));
            }
            touch(look);
        }
    },
    RENAME_EMBEDDED_FILE(Reason.ATTACHMENT_CHANGED) {
        @Override
        void edit(PDDocument document) {
            COSDictionary file = (COSDictionary) catalog(document).getCOSArray(COSName.AF).getObject(0);
            file.setString(COSName.F, "other.json");
            touch(file);
        }
    },
    CALL_EMBEDDED_FILE_UNRELATED(Reason.ATTACHMENT_CHANGED) {
        @Override
        void edit(PDDocument document) {
            COSDictionary file = (COSDictionary) catalog(document).getCOSArray(COSName.AF).getObject(0);
            file.setName("AFRelationship", "Unspecified");
            touch(file);
        }
    },
    REPLACE_EMBEDDED_FILE_BY_ONE_AS_LONG(Reason.ATTACHMENT_CHANGED) {
        @Override
        void edit(PDDocument document) throws IOException {
            COSDictionary file = (COSDictionary) catalog(document).getCOSArray(COSName.AF).getObject(0);
            COSStream data = file.getCOSDictionary(COSName.EF).getCOSStream(COSName.F);
            byte[] same = new byte[(int) data.getLength()];
            new Random(1).nextBytes(same);
            try (OutputStream out = data.createRawOutputStream()) {
                out.write(same);
            }
            touch(data);
        }
    },
    OTHER_TITLE(Reason.CHANGED_AFTER_SIGNING) {
        @Override
        void edit(PDDocument document) throws IOException {
            COSStream metadata = catalog(document).getCOSStream(COSName.METADATA);
            String xmp = new String(metadata.createInputStream().readAllBytes(), StandardCharsets.UTF_8);
            try (OutputStream out = metadata.createOutputStream()) {
                out.write(xmp.replace("Permit 1/2569", "Permit 2/2569").getBytes(StandardCharsets.UTF_8));
            }
            touch(metadata);
        }
    },
    OTHER_TITLE_FOR_OLDER_PROGRAMS(Reason.CHANGED_AFTER_SIGNING) {
        @Override
        void edit(PDDocument document) {
            document.getDocumentInformation().setTitle("Permit 2/2569");
            touch(document.getDocumentInformation().getCOSObject());
        }
    },
    RUN_ON_OPENING(Reason.CHANGED_AFTER_SIGNING) {
        @Override
        void edit(PDDocument document) {
            COSDictionary action = new COSDictionary();
            action.setName(COSName.S, "JavaScript");
            action.setString(COSName.JS, "app.alert('9999')");
            catalog(document).setItem(COSName.OPEN_ACTION, action);
            touch(catalog(document));
        }
    },
    RUN_BY_NAME(Reason.CHANGED_AFTER_SIGNING) {
        @Override
        void edit(PDDocument document) {
            COSDictionary names = catalog(document).getCOSDictionary(COSName.NAMES);
            names.setItem(COSName.JAVA_SCRIPT, new COSDictionary());
            touch(names, catalog(document));
        }
    },
    HIDE_BY_OPTIONAL_CONTENT(Reason.PAGE_CONTENT_CHANGED) {
        @Override
        void edit(PDDocument document) {
            COSDictionary off = new COSDictionary();
            off.setName(COSName.BASE_STATE, "OFF");
            COSDictionary content = new COSDictionary();
            content.setItem(COSName.D, off);
            content.setItem(COSName.OCGS, new COSArray());
            catalog(document).setItem(COSName.OCPROPERTIES, content);
            touch(catalog(document));
        }
    },
    CHANGE_PERMISSIONS(Reason.CHANGED_AFTER_SIGNING) {
        @Override
        void edit(PDDocument document) {
            catalog(document).removeItem(COSName.getPDFName("Perms"));
            touch(catalog(document));
        }
    },
    FILL_FORM_ANEW(Reason.FORM_FIELD_CHANGED) {
        @Override
        void edit(PDDocument document) {
            COSDictionary form = catalog(document).getCOSDictionary(COSName.ACRO_FORM);
            form.setBoolean(COSName.NEED_APPEARANCES, true);
            touch(form, catalog(document));
        }
    };

    private final Reason reason;

    Concealment(Reason reason) {
        this.reason = reason;
    }

    Reason reason() {
        return reason;
    }

    abstract void edit(PDDocument document) throws IOException;

    byte[] on(byte[] signed) {
        return Forging.later(signed, this::edit);
    }

    /** The permit with the approver's field, and a second page that shares the first one's resources and has two layers. */
    static byte[] pages() {
        return Forging.anew(PreparedPermit.pdf(), document -> {
            COSDictionary first = document.getPage(0).getCOSObject();
            COSDictionary second = new COSDictionary();
            for (COSName name : List.of(COSName.TYPE, COSName.MEDIA_BOX, COSName.RESOURCES)) {
                second.setItem(name, first.getItem(name));
            }
            COSArray layers = new COSArray();
            for (String text : List.of("/Artifact BMC 0 g 0 0 99 99 re f EMC", "/Artifact BMC 1 g 0 0 99 99 re f EMC")) {
                COSStream layer = document.getDocument().createCOSStream();
                try (OutputStream out = layer.createOutputStream()) {
                    out.write(text.getBytes(StandardCharsets.US_ASCII));
                }
                layers.add(layer);
            }
            second.setItem(COSName.CONTENTS, layers);
            COSDictionary tree = document.getPages().getCOSObject();
            second.setItem(COSName.PARENT, tree);
            tree.getCOSArray(COSName.KIDS).add(second);
            tree.setInt(COSName.COUNT, 2);
            document.getDocumentInformation().setTitle("Permit 1/2569");
        });
    }

    private static void swap(COSArray array) {
        COSBase first = array.get(0);
        array.set(0, array.get(1));
        array.set(1, first);
    }

    private static COSDictionary copy(COSDictionary dictionary) {
        return new COSDictionary(dictionary);
    }
}
