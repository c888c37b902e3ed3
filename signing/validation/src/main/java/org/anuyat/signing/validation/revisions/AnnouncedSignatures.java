package org.anuyat.signing.validation.revisions;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * How many signatures a document is to bear in the end, as the first signer says in it: an officer's signature comes before the agency's seal,
 * and a file that was cut between the two would be a whole one otherwise. It stands among the data that programs keep for themselves
 * (page-piece dictionary, ISO 32000-1, 14.5), where that signature covers it.
 */
public final class AnnouncedSignatures {

    private static final COSName PIECES = COSName.getPDFName("PieceInfo");
    private static final COSName PROGRAM = COSName.getPDFName("Anuyat");
    private static final COSName PRIVATE = COSName.getPDFName("Private");
    private static final COSName SIGNATURES = COSName.getPDFName("Signatures");
    private static final COSName LAST_MODIFIED = COSName.getPDFName("LastModified");

    private AnnouncedSignatures() {}

    /**
     * Says it.
     *
     * @param signatures time stamps not counted
     */
    public static void write(PDDocument document, int signatures, Instant now) {
        COSDictionary announced = new COSDictionary();
        announced.setInt(SIGNATURES, signatures);
        COSDictionary ours = new COSDictionary();
        ours.setDate(LAST_MODIFIED, GregorianCalendar.from(now.atZone(ZoneOffset.UTC)));
        ours.setItem(PRIVATE, announced);
        COSDictionary catalog = document.getDocumentCatalog().getCOSObject();
        COSDictionary pieces = catalog.getCOSDictionary(PIECES);
        if (pieces == null) {
            pieces = new COSDictionary();
            catalog.setItem(PIECES, pieces);
        }
        pieces.setItem(PROGRAM, ours);
        for (COSDictionary changed : new COSDictionary[] {announced, ours, pieces, catalog}) {
            changed.setNeedToBeUpdated(true);
        }
    }

    /** How many it is to bear, time stamps not counted; 0 when it doesn't say. */
    public static int in(PDDocument document) {
        COSDictionary pieces = document.getDocumentCatalog().getCOSObject().getCOSDictionary(PIECES);
        COSDictionary ours = pieces == null ? null : pieces.getCOSDictionary(PROGRAM);
        COSDictionary announced = ours == null ? null : ours.getCOSDictionary(PRIVATE);
        return announced == null ? 0 : announced.getInt(SIGNATURES, 0);
    }
}
