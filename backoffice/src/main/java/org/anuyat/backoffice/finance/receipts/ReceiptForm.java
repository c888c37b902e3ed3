package org.anuyat.backoffice.finance.receipts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.anuyat.backoffice.wording.Words;
import org.anuyat.kit.Field;
import org.anuyat.kit.Option;
import org.anuyat.workflow.payment.receipt.Purpose;
import org.anuyat.workflow.payment.receipt.Receipt;
import org.anuyat.workflow.payment.receipt.Replacement;
import org.jspecify.annotations.Nullable;

/**
 * What an officer fills in about a receipt.
 *
 * @param act {@code CANCEL}, or {@code REPLACE} for another in its place
 * @param purpose why there is another; the name of a {@link Purpose}
 */
record ReceiptForm(String act, String reason, String purpose, String payer, String address) {

    static final String CANCEL = "CANCEL";
    static final String REPLACE = "REPLACE";

    private static final int LONGEST_REASON = 256;
    private static final int LONGEST_NAME = 256;

    ReceiptForm {
        reason = plain(reason);
        payer = line(payer);
        address = line(address);
    }

    public boolean replaces() {
        return act.equals(REPLACE);
    }

    /** What the receipt in place of the other is to say; only for a form without mistakes. */
    Replacement replacement() {
        return new Replacement(
                Purpose.valueOf(purpose), purpose.equals(Purpose.OTHER.name()) ? reason : null, payer, address.isEmpty() ? null : address);
    }

    /** The questions, with their mistakes when it was sent. */
    List<Field> fields(Receipt receipt, Words words, boolean sent) {
        List<Field> fields = new ArrayList<>();
        if (receipt.isValid()) {
            fields.add(Field.of("act", words.of("finance.receipts.act"))
                    .withOptions(List.of(option(words, CANCEL), option(words, REPLACE)))
                    .withValue(act)
                    .withError(sent && !act.equals(CANCEL) && !replaces() ? words.of("finance.receipts.act.missing") : null));
        }
        fields.add(Field.of("reason", words.of("finance.receipts.reason"))
                .withHint(words.of("finance.receipts.reason.hint"))
                .withLimit(LONGEST_REASON)
                .withValue(reason)
                .withError(sent ? wrongReason(words) : null));
        boolean another = replaces();
        fields.add(Field.of("purpose", words.of("finance.receipts.purpose"))
                .withHint(words.of("finance.receipts.for-another"))
                .withOptions(Arrays.stream(Purpose.values())
                        .map(one -> Option.of(one.name(), words.of("finance.receipts.purpose." + one)))
                        .toList())
                .withValue(purpose)
                .withError(sent && another && purposeOf().isEmpty() ? words.of("finance.receipts.purpose.missing") : null));
        fields.add(Field.of("payer", words.of("finance.receipts.payer"))
                .withHint(words.of("finance.receipts.for-another"))
                .withValue(payer)
                .withError(sent && another && (payer.isEmpty() || payer.length() > LONGEST_NAME)
                        ? words.of("finance.receipts.payer.missing")
                        : null));
        fields.add(Field.of("address", words.of("finance.receipts.address"))
                .withHint(words.of("finance.receipts.address.hint"))
                .withValue(address)
                .withError(sent && another && wrongAddress() ? words.of("finance.receipts.address.wrong") : null));
        return fields;
    }

    private static Option option(Words words, String act) {
        return new Option(act, words.of("finance.receipts.act." + act), words.of("finance.receipts.act." + act + ".hint"));
    }

    private @Nullable String wrongReason(Words words) {
        if (reason.isEmpty()) {
            return words.of("finance.reason.missing");
        }
        return reason.length() > LONGEST_REASON ? words.of("finance.too-long", LONGEST_REASON) : null;
    }

    private boolean wrongAddress() {
        boolean needed = purpose.equals(Purpose.WRONG_ADDRESS.name());
        return address.isEmpty() ? needed : !Replacement.isAddress(address);
    }

    private Optional<Purpose> purposeOf() {
        return Arrays.stream(Purpose.values()).filter(one -> one.name().equals(purpose)).findFirst();
    }

    /** Control characters have no business on paper, and a name of nothing else is none. */
    private static String line(String typed) {
        return typed.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    }

    private static String plain(String typed) {
        return typed.replace("\r\n", "\n").strip();
    }
}
