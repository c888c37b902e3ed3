package org.anuyat.payments.service.qr;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Thai QR credit transfer to a PromptPay proxy (EMVCo merchant-presented mode, account template 29).
 *
 * @param amountSatang null when the payer types the amount
 */
public record CreditTransferQr(boolean dynamic, Proxy proxy, String account, @Nullable Long amountSatang) {

    private static final String ACCOUNT = "29";
    private static final String AID = "A000000677010111";

    public CreditTransferQr {
        if (!account.matches(proxy.pattern)) {
            throw new IllegalArgumentException(proxy + " must match " + proxy.pattern + ": " + account);
        }
    }

    /** What stands for the receiver's account. */
    public enum Proxy {
        /** 0066 and the number without its leading zero. */
        MOBILE("01", "0066[0-9]{9}"),
        /** Thirteen digits of a person's or a taxpayer's number. */
        NATIONAL_ID("02", "[0-9]{13}"),
        /** Fifteen digits of an electronic wallet. */
        E_WALLET("03", "[0-9]{15}"),
        /** Three digits of the bank and the account's number. */
        BANK_ACCOUNT("04", "[0-9]{6,43}");

        private final String tag;
        private final String pattern;

        Proxy(String tag, String pattern) {
            this.tag = tag;
            this.pattern = pattern;
        }
    }

    /**
     * Reads a code.
     *
     * @throws MalformedQr saying which field is wrong, where and why
     */
    public static CreditTransferQr parse(String text) {
        MerchantCode code = MerchantCode.open(text, ACCOUNT);
        DataObject account = code.account();
        List<DataObject> fields = account.inside();
        DataObject.demand(fields, "29-00", account.offset(), AID, "the credit-transfer AID " + AID);
        if (fields.size() != 2) {
            throw new MalformedQr(ACCOUNT, account.offset(), "must hold the AID and exactly one proxy");
        }
        DataObject receiver = fields.get(1);
        for (Proxy proxy : Proxy.values()) {
            if (receiver.tag().equals(ACCOUNT + "-" + proxy.tag)) {
                String number = receiver.must(proxy.pattern, "a proxy of kind " + proxy);
                return new CreditTransferQr(code.dynamic(), proxy, number, code.amountSatang());
            }
        }
        throw new MalformedQr(receiver.tag(), receiver.offset(), "is not a kind of proxy");
    }

    /** Writes the text of the code. */
    public String payload() {
        String template = DataObject.write("00", AID) + DataObject.write(proxy.tag, account);
        return MerchantCode.write(dynamic, ACCOUNT, template, amountSatang, null);
    }
}
