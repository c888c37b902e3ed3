package org.anuyat.workflow.documents;

import java.util.List;

import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;

/**
 * What is drawn and says nothing: backgrounds and lines. Layout marks each of them by an object of its own with its place, more than half of the
 * objects of a permit, which everybody who signs or examines it reads. As layout artifacts they need no place (ISO 32000-1, table 330) and share one.
 */
final class Artifacts {

    private static final String BACKGROUND = "Background";

    private Artifacts() {}

    static void share(PDDocument document) {
        COSDictionary layout = new COSDictionary();
        layout.setName(COSName.TYPE, "Layout");
        for (PDPage page : document.getPages()) {
            PDResources resources = page.getResources();
            COSDictionary properties = resources == null ? null : resources.getCOSObject().getCOSDictionary(COSName.PROPERTIES);
            if (properties == null) {
                continue;
            }
            for (COSName name : List.copyOf(properties.keySet())) {
                COSDictionary artifact = properties.getCOSDictionary(name);
                if (artifact != null && BACKGROUND.equals(artifact.getNameAsString(COSName.TYPE))) {
                    properties.setItem(name, layout);
                }
            }
        }
    }
}
