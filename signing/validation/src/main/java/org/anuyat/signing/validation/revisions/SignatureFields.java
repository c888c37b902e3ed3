package org.anuyat.signing.validation.revisions;

import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;

/** What a signature's field may be like that a later revision adds or fills in. */
final class SignatureFields {

    private static final Set<COSName> FILLED_IN = Set.of(
            COSName.V, COSName.AP, COSName.AS, COSName.F, COSName.M, COSName.getPDFName("MK"));
    private static final int HIDDEN = 2;
    private static final int NO_VIEW = 32;
    private static final int DEEPEST = 8;

    private SignatureFields() {}

    /** Whether it is the field of a signature, or shows one. */
    static boolean isField(COSDictionary field) {
        COSDictionary at = field;
        for (int depth = 0; at != null && depth < DEEPEST; depth++) {
            if (at.containsKey(COSName.FT)) {
                return COSName.SIG.equals(at.getCOSName(COSName.FT));
            }
            at = at.getCOSDictionary(COSName.PARENT);
        }
        return false;
    }

    /** Whether it is a signature itself. */
    static boolean isSignature(COSDictionary dictionary) {
        return dictionary.containsKey(COSName.BYTERANGE) && dictionary.containsKey(COSName.CONTENTS);
    }

    /** Whether nothing is seen of it and nothing happens because of it: a signature that paints over a page changes what was signed. */
    static boolean isUnnoticed(COSDictionary widget) {
        return !isVisible(widget) && !widget.containsKey(COSName.A) && !widget.containsKey(COSName.AA);
    }

    /**
     * Whether a change is no more than that an empty field was signed. A time stamp has nothing to show: anybody gets one, and could
     * paint what they like.
     */
    static boolean isFilledIn(COSDictionary before, COSDictionary after, Sameness sameness) {
        if (before.containsKey(COSName.V) || !after.containsKey(COSName.V)) {
            return false;
        }
        COSDictionary signature = after.getCOSDictionary(COSName.V);
        boolean stamp = signature != null && COSName.DOC_TIME_STAMP.equals(signature.getCOSName(COSName.TYPE));
        for (COSName name : FILLED_IN) {
            boolean painted = name.equals(COSName.AP) && stamp && isVisible(before);
            if (painted && !sameness.of(before.getItem(name), after.getItem(name))) {
                return false;
            }
        }
        return before.keySet().stream().allMatch(name -> maybe(name, before, after, sameness))
                && after.keySet().stream().allMatch(name -> maybe(name, before, after, sameness));
    }

    private static boolean maybe(COSName name, COSDictionary before, COSDictionary after, Sameness sameness) {
        return FILLED_IN.contains(name) || sameness.of(before.getItem(name), after.getItem(name));
    }

    private static boolean isVisible(COSDictionary widget) {
        if ((widget.getInt(COSName.F, 0) & (HIDDEN | NO_VIEW)) != 0) {
            return false;
        }
        COSArray place = widget.getCOSArray(COSName.RECT);
        return place != null && place.size() == 4 && side(place, 0) != 0 && side(place, 1) != 0;
    }

    private static float side(COSArray place, int at) {
        COSBase from = place.getObject(at);
        COSBase to = place.getObject(at + 2);
        return from instanceof COSNumber one && to instanceof COSNumber other ? other.floatValue() - one.floatValue() : 1;
    }
}
