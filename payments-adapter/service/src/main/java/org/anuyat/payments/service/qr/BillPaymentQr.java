package org.anuyat.payments.service.qr;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Thai QR bill payment (EMVCo merchant-presented mode, account template 30).
 *
 * @param dynamic made for one payment; a static code may be paid again and again
 * @param billerId 15 digits
 * @param reference2 null when the biller uses one reference only
 * @param amountSatang null when the payer types the amount
 * @param reference3 additional data 62-07, null when there is none
 */
public record BillPaymentQr(
        boolean dynamic,
        Scheme scheme,
        String billerId,
        String reference1,
        @Nullable String reference2,
        @Nullable Long amountSatang,
        @Nullable String reference3) {

    private static final String ACCOUNT = "30";
    private static final String REFERENCE = "[A-Z0-9]{1,20}";
    private static final Pattern REFERENCES = Pattern.compile(REFERENCE);
    private static final Pattern BILLER_IDS = Pattern.compile("[0-9]{15}");

    public BillPaymentQr {
        check("biller ID", billerId, BILLER_IDS);
        check("reference 1", reference1, REFERENCES);
        if (reference2 != null) {
            check("reference 2", reference2, REFERENCES);
        }
        if (reference3 != null) {
            check("reference 3", reference3, REFERENCES);
        }
    }

    private static void check(String name, String value, Pattern pattern) {
        if (!pattern.matcher(value).matches()) {
            throw new IllegalArgumentException(name + " must match " + pattern + ": " + value);
        }
    }

    /** Application identifier of the template. */
    public enum Scheme {
        /** Payers of Thai banks. */
        DOMESTIC("A000000677010112"),
        /** Payers of linked foreign schemes too. */
        CROSS_BORDER("A000000677012006");

        private final String aid;

        Scheme(String aid) {
            this.aid = aid;
        }
    }

    /**
     * Reads a code.
     *
     * @throws MalformedQr saying which field is wrong, where and why
     */
    public static BillPaymentQr parse(String text) {
        MerchantCode code = MerchantCode.open(text, ACCOUNT);
        DataObject account = code.account();
        List<DataObject> fields = account.inside();
        fields.stream().filter(field -> !field.tag().matches("30-0[0-3]")).findFirst().ifPresent(stranger -> {
            throw new MalformedQr(stranger.tag(), stranger.offset(), "doesn't belong into a bill payment");
        });
        String aid = DataObject.demand(
                fields, "30-00", account.offset(), Scheme.DOMESTIC.aid + "|" + Scheme.CROSS_BORDER.aid, "a bill-payment AID");
        return new BillPaymentQr(
                code.dynamic(),
                aid.equals(Scheme.DOMESTIC.aid) ? Scheme.DOMESTIC : Scheme.CROSS_BORDER,
                DataObject.demand(fields, "30-01", account.offset(), "[0-9]{15}", "a biller ID of 15 digits"),
                DataObject.demand(fields, "30-02", account.offset(), REFERENCE, "a reference of 1 to 20 capitals and digits"),
                DataObject.find(fields, "30-03")
                        .map(field -> field.must(REFERENCE, "a reference of 1 to 20 capitals and digits"))
                        .orElse(null),
                code.amountSatang(),
                code.reference3());
    }

    /** Writes the text of the code. */
    public String payload() {
        String account = DataObject.write("00", scheme.aid)
                + DataObject.write("01", billerId)
                + DataObject.write("02", reference1)
                + (reference2 == null ? "" : DataObject.write("03", reference2));
        return MerchantCode.write(dynamic, ACCOUNT, account, amountSatang, reference3);
    }
}
