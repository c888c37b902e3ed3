package org.anuyat.workflow.catalogue;

import java.util.List;
import java.util.Map;
import org.anuyat.workflow.language.LocalizedText;

/**
 * What is issued at the end (ใบอนุญาต).
 *
 * @param title heading of the document
 * @param template name of its HTML template among the definition's resources
 * @param numberPattern how its number is made of {@code {agency}}, {@code {year}} (Buddhist era, four digits), {@code {yy}}
 *     and {@code {running:5}} (per agency, kind and year, padded)
 * @param validityMonths how long it is valid, in months from the day of issue; 0 = without end
 * @param legalBasis the provisions that it names
 * @param data the particulars that it bears, each with the JSON pointers of the answers that it is taken from: the first that
 *     was answered counts
 * @param publicData those of them that the public register shows (section 13 (2) of the Electronic Performance of Government
 *     Service Act B.E. 2565), never more than {@code data}
 * @param officerSignature how whoever decided last signs it, before the agency's seal; printed where a definition doesn't say
 */
public record PermitKind(
        LocalizedText title,
        String template,
        String numberPattern,
        int validityMonths,
        LocalizedText legalBasis,
        Map<String, List<String>> data,
        List<String> publicData,
        OfficerSignature officerSignature) {

    /** The name of the signature field that a template has for the officer. */
    public static final String FIELD = "approver";

    /** Definitions from before this could be chosen say nothing. */
    public PermitKind {
        officerSignature = officerSignature == null ? OfficerSignature.PRINTED : officerSignature;
    }

    /** What an officer leaves on a permit. */
    public enum OfficerSignature {
        /** Nothing: the agency's seal alone. */
        NONE,
        /** Name, position and, where there is one, a picture of the signature (Electronic Transactions Act B.E. 2544, section 9). */
        PRINTED,
        /** In addition the officer's own certificate signs in that place (section 26). */
        DIGITAL
    }
}
