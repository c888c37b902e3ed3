package org.anuyat.signing.validation;

import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.pades.validation.ByteRange;
import eu.europa.esig.dss.pdf.PDFServiceMode;
import eu.europa.esig.dss.pdf.PDFSignatureService;
import eu.europa.esig.dss.pdf.PdfCMSRevision;
import eu.europa.esig.dss.pdf.PdfDocumentReader;
import eu.europa.esig.dss.pdf.modifications.DefaultPdfDifferencesFinder;
import eu.europa.esig.dss.pdf.modifications.PdfDifferencesFinder;
import eu.europa.esig.dss.pdf.modifications.PdfModificationDetection;
import eu.europa.esig.dss.pdf.modifications.PdfObjectModifications;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxNativeObjectFactory;
import eu.europa.esig.dss.pdf.pdfbox.PdfBoxSignatureService;
import eu.europa.esig.dss.pdf.pdfbox.visible.nativedrawer.PdfBoxNativeSignatureDrawerFactory;
import java.io.IOException;
import java.util.List;

/**
 * Has DSS compare the revision that a signature covers with the last one, but not a file with itself: DSS 6.4 would load it again
 * and walk through both, a fifth of a validation.
 */
final class RevisionsOnce extends PdfBoxNativeObjectFactory {

    private final PdfDifferencesFinder differences;
    private final int length;

    private RevisionsOnce(PdfDifferencesFinder differences, int length) {
        this.differences = differences;
        this.length = length;
        setPdfDifferencesFinder(differences);
    }

    /** For a file of so many bytes. */
    static RevisionsOnce of(int length) {
        DefaultPdfDifferencesFinder differences = new DefaultPdfDifferencesFinder();
        // the objects are compared; drawing the pages to compare them too would let a file take any time and memory
        differences.setMaximalPagesAmountForVisualComparison(0);
        return new RevisionsOnce(differences, length);
    }

    @Override
    public PDFSignatureService newPAdESSignatureService() {
        return configure(new Comparing());
    }

    private final class Comparing extends PdfBoxSignatureService {

        Comparing() {
            super(PDFServiceMode.SIGNATURE, new PdfBoxNativeSignatureDrawerFactory());
        }

        @Override
        protected void analyzePdfModifications(
                DSSDocument file, PdfCMSRevision revision, PdfDocumentReader last, char[] password) throws IOException {
            if (!isWholeFile(revision.getByteRange())) {
                super.analyzePdfModifications(file, revision, last, password);
                return;
            }
            // what can be wrong with one revision by itself
            PdfModificationDetection found = new PdfModificationDetection();
            found.setAnnotationOverlaps(differences.getAnnotationOverlaps(last));
            found.setPageDifferences(List.of());
            found.setVisualDifferences(List.of());
            found.setObjectModifications(new PdfObjectModifications());
            revision.setModificationDetection(found);
        }
    }

    /** DSS takes everything up to the range's end for the revision, the gap with the signature included. */
    private boolean isWholeFile(ByteRange range) {
        return range.getFirstPartStart() == 0
                && (long) range.getSecondPartStart() + range.getSecondPartEnd() == length;
    }
}
