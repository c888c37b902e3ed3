package org.anuyat.payments.service.qr;

import java.util.List;
import java.util.Locale;

/** The small code on a transfer slip, by which the slip can be checked at the bank. */
public sealed interface SlipQr {

    /** CRC of the slip codes. */
    String CRC = "91";

    /** Writes the text of the code. */
    String payload();

    /**
     * Slip of a bank.
     *
     * @param sendingBank three digits
     * @param transaction reference of the transfer at that bank
     */
    record BankSlip(String sendingBank, String transaction) implements SlipQr {

        private static final String API = "000001";

        @Override
        public String payload() {
            String slip = DataObject.write("00", API) + DataObject.write("01", sendingBank) + DataObject.write("02", transaction);
            return SealedText.seal(DataObject.write("00", slip) + DataObject.write("51", "TH"), CRC);
        }
    }

    /**
     * Slip of TrueMoney; its CRC is in small letters.
     *
     * @param event kind of transfer, such as P2P
     * @param day DDMMYYYY
     */
    record TrueMoneySlip(String event, String transaction, String day) implements SlipQr {

        @Override
        public String payload() {
            String slip = DataObject.write("00", "01")
                    + DataObject.write("01", "01")
                    + DataObject.write("02", event)
                    + DataObject.write("03", transaction)
                    + DataObject.write("04", day);
            String sealed = SealedText.seal(DataObject.write("00", slip), CRC);
            int crc = sealed.length() - 4;
            return sealed.substring(0, crc) + sealed.substring(crc).toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Reads either kind.
     *
     * @throws MalformedQr saying which field is wrong, where and why
     */
    static SlipQr parse(String text) {
        List<DataObject> objects = SealedText.open(text, CRC);
        DataObject slip = DataObject.find(objects, "00")
                .orElseThrow(() -> new MalformedQr("00", 0, "is missing: the slip"));
        List<DataObject> fields = slip.inside();
        String api = DataObject.demand(fields, "00-00", slip.offset(), "01|" + BankSlip.API, "a known kind of slip");
        if (api.equals(BankSlip.API)) {
            DataObject.demand(objects, "51", text.length(), "TH", "TH");
            return new BankSlip(
                    DataObject.demand(fields, "00-01", slip.offset(), "[0-9]{3}", "a bank code of three digits"),
                    DataObject.demand(fields, "00-02", slip.offset(), "[0-9A-Za-z]{1,35}", "a transaction reference"));
        }
        DataObject.demand(fields, "00-01", slip.offset(), "01", "01");
        return new TrueMoneySlip(
                DataObject.demand(fields, "00-02", slip.offset(), "[0-9A-Z]{1,10}", "a kind of transfer"),
                DataObject.demand(fields, "00-03", slip.offset(), "[0-9A-Za-z]{1,40}", "a transaction reference"),
                DataObject.demand(fields, "00-04", slip.offset(), "[0-9]{8}", "a day DDMMYYYY"));
    }
}
