package org.anuyat.payments.service.qr;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the Thai merchant-presented codes have in common: version, initiation, baht, Thailand, amount, CRC. */
final class MerchantCode {

    static final String CRC = "63";
    private static final String VERSION = "00";
    private static final String INITIATION = "01";
    private static final String CURRENCY = "53";
    private static final String AMOUNT = "54";
    private static final String COUNTRY = "58";
    private static final String ADDITIONAL = "62";
    private static final String REFERENCE3 = "07";
    private static final long SATANG_PER_BAHT = 100;

    /** Fields that EMVCo defines and that say nothing about where the money goes: merchant's category, name, city, postcode, names in Thai. */
    private static final Set<String> DESCRIPTIVE = Set.of("52", "59", "60", "61", "64");

    private final String text;
    private final List<DataObject> objects;
    private final String account;

    private MerchantCode(String text, List<DataObject> objects, String account) {
        this.text = text;
        this.objects = objects;
        this.account = account;
    }

    /** Opens a code that pays into the account template of that tag. */
    static MerchantCode open(String text, String account) {
        MerchantCode code = new MerchantCode(text, SealedText.open(text, CRC), account);
        code.checkFrame();
        return code;
    }

    private void checkFrame() {
        if (!objects.isEmpty() && !objects.get(0).tag().equals(VERSION)) {
            throw new MalformedQr(VERSION, 0, "must come first");
        }
        demand(VERSION, "01", "version 01");
        demand(INITIATION, "1[12]", "11 (static) or 12 (dynamic)");
        demand(CURRENCY, "764", "764 (baht)");
        demand(COUNTRY, "TH", "TH");
        Set<String> known = Set.of(VERSION, INITIATION, CURRENCY, AMOUNT, COUNTRY, ADDITIONAL, account);
        objects.stream()
                .filter(object -> !known.contains(object.tag()) && !DESCRIPTIVE.contains(object.tag()))
                .findFirst()
                .ifPresent(stranger -> {
                    throw new MalformedQr(stranger.tag(), stranger.offset(), "doesn't belong into this kind of code");
                });
    }

    private String demand(String tag, String pattern, String meaning) {
        return DataObject.demand(objects, tag, text.length(), pattern, meaning);
    }

    boolean dynamic() {
        return demand(INITIATION, "1[12]", "11 or 12").equals("12");
    }

    DataObject account() {
        return DataObject.find(objects, account)
                .orElseThrow(() -> new MalformedQr(account, text.length(), "is missing: the account to pay into"));
    }

    /** Amount in satang, null when the payer types it. EMVCo forbids zero (QR Code Specification for Payment Systems, merchant-presented mode: transaction amount). */
    @Nullable Long amountSatang() {
        return DataObject.find(objects, AMOUNT)
                .map(amount -> {
                    amount.must("(0|[1-9][0-9]{0,9})\\.[0-9]{2}", "an amount like 1234.50 of at most 13 characters");
                    long satang = new BigDecimal(amount.value()).movePointRight(2).longValueExact();
                    if (satang == 0) {
                        throw new MalformedQr(AMOUNT, amount.offset(), "the amount is zero");
                    }
                    return satang;
                })
                .orElse(null);
    }

    @Nullable String reference3() {
        return DataObject.find(objects, ADDITIONAL)
                .flatMap(additional -> DataObject.find(additional.inside(), ADDITIONAL + "-" + REFERENCE3))
                .map(reference -> reference.must("[A-Z0-9]{1,20}", "a reference of 1 to 20 capitals and digits"))
                .orElse(null);
    }

    /** Writes the fields in the order that the Thai banks print them. */
    static String write(
            boolean dynamic, String account, String accountValue, @Nullable Long amountSatang, @Nullable String reference3) {
        String text = DataObject.write(VERSION, "01")
                + DataObject.write(INITIATION, dynamic ? "12" : "11")
                + DataObject.write(account, accountValue)
                + DataObject.write(CURRENCY, "764")
                + (amountSatang == null ? "" : DataObject.write(AMOUNT, baht(amountSatang)))
                + DataObject.write(COUNTRY, "TH")
                + (reference3 == null ? "" : DataObject.write(ADDITIONAL, DataObject.write(REFERENCE3, reference3)));
        return SealedText.seal(text, CRC);
    }

    /** Baht with two decimals, at most 13 characters. */
    private static String baht(long satang) {
        if (satang < 1 || satang > 999_999_999_999L) {
            throw new IllegalArgumentException("an amount must be 0.01 to 9999999999.99 baht");
        }
        return satang / SATANG_PER_BAHT + "." + String.format(Locale.ROOT, "%02d", satang % SATANG_PER_BAHT);
    }
}
