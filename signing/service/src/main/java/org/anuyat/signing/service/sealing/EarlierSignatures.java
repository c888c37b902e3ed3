package org.anuyat.signing.service.sealing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.anuyat.signing.api.SigningProblem;
import org.anuyat.signing.api.SigningRefusal;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.interactive.digitalsignature.PDSignature;
import org.apache.pdfbox.pdmodel.interactive.form.PDSignatureField;
import org.jspecify.annotations.Nullable;

/** The signatures that a document bears, and whether they allow another one (DocMDP, ISO 32000-1, 12.8.2.2; field locks, 32000-2, 12.7.5.5). */
final class EarlierSignatures {

    private static final int NO_CHANGES = 1;
    private static final int UNSAID = 0;

    private final boolean none;
    private final List<COSDictionary> rules;

    private EarlierSignatures(boolean none, List<COSDictionary> rules) {
        this.none = none;
        this.rules = rules;
    }

    static EarlierSignatures in(PDDocument document) {
        boolean none = true;
        List<@Nullable COSDictionary> rules = new ArrayList<>();
        for (PDSignatureField field : document.getSignatureFields()) {
            PDSignature signature = field.getSignature();
            if (signature == null) {
                continue;
            }
            none = false;
            rules.add(field.getCOSObject().getCOSDictionary(COSName.getPDFName("Lock")));
            COSArray references = signature.getCOSObject().getCOSArray(COSName.getPDFName("Reference"));
            for (int i = 0; references != null && i < references.size(); i++) {
                if (references.getObject(i) instanceof COSDictionary reference) {
                    rules.add(reference.getCOSDictionary(COSName.getPDFName("TransformParams")));
                }
            }
        }
        return new EarlierSignatures(none, rules.stream().filter(Objects::nonNull).toList());
    }

    /** Whether there are none. */
    boolean none() {
        return none;
    }

    /**
     * Checks that another one may follow.
     *
     * @throws SigningRefusal {@link SigningProblem#UNSEALABLE_DOCUMENT} when one of them allows no changes at all
     */
    void requireAllowingMore() {
        if (rules.stream().anyMatch(rule -> rule.getInt(COSName.P, UNSAID) == NO_CHANGES)) {
            throw new SigningRefusal(
                    SigningProblem.UNSEALABLE_DOCUMENT, "A signature in the document forbids further ones");
        }
    }
}
