package org.anuyat.workflow.payment.receipt;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of receipts, {@code anuyat.receipts.*}. What isn't in a text that we hold of the standards can be set here.
 *
 * @param documentName what the XML calls the document, up to 35 characters
 * @param schemaVersion of ETDA's message standard, as the XML states it
 * @param documentOid object identifier of the document in the PDF's metadata; empty where the agency has none
 * @param agencies by agency code: who issues, as the Revenue Department's and the Interior Ministry's codes say it. An agency without an entry issues
 *     receipts without the XML
 */
@ConfigurationProperties("anuyat.receipts")
public record ReceiptSettings(
        @DefaultValue("ใบรับ (ใบเสร็จรับเงิน)") String documentName,
        @DefaultValue("v2.0") String schemaVersion,
        @DefaultValue("") String documentOid,
        @DefaultValue Map<String, Issuer> agencies) {

    private static final int LONGEST_DOCUMENT_NAME = 35;
    private static final int LONGEST_BUILDING_NUMBER = 16;

    public ReceiptSettings {
        upTo("document-name", documentName, LONGEST_DOCUMENT_NAME);
    }

    private static void upTo(String name, @Nullable String value, int longest) {
        if (value == null || value.isBlank() || value.length() > longest) {
            throw new IllegalArgumentException(name + " must have 1 to " + longest + " characters: " + value);
        }
    }

    /**
     * An agency that issues receipts.
     *
     * @param taxId 13 digits
     * @param branch 5 digits; the head office is 00000
     * @param buildingNumber บ้านเลขที่, up to 16 characters
     * @param subDistrict 6 digits of the tambon (ตำบล)
     * @param district 4 digits of the amphoe (อำเภอ)
     * @param province 2 digits of the changwat (จังหวัด)
     * @param receiver who signs for the money, as printed (ผู้รับเงิน); null for the agency's system
     * @param receiverPosition that person's post
     */
    public record Issuer(
            String taxId,
            @DefaultValue("00000") String branch,
            String buildingNumber,
            String subDistrict,
            String district,
            String province,
            String postcode,
            @Nullable String receiver,
            @Nullable String receiverPosition) {

        public Issuer {
            digits("tax-id", taxId, 13);
            digits("branch", branch, 5);
            upTo("building-number", buildingNumber, LONGEST_BUILDING_NUMBER);
            digits("sub-district", subDistrict, 6);
            digits("district", district, 4);
            digits("province", province, 2);
            digits("postcode", postcode, 5);
            if (!subDistrict.startsWith(district) || !district.startsWith(province)) {
                throw new IllegalArgumentException(
                        "sub-district, district and province don't belong together: " + subDistrict + ", " + district + ", " + province);
            }
        }

        private static void digits(String name, String value, int length) {
            if (!value.matches("[0-9]{" + length + "}")) {
                throw new IllegalArgumentException(name + " must have " + length + " digits: " + value);
            }
        }
    }
}
