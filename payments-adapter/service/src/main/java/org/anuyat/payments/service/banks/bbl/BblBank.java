package org.anuyat.payments.service.banks.bbl;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anuyat.payments.service.BankAccess;
import org.anuyat.payments.service.PaymentsPart;
import org.anuyat.payments.service.banks.Bank;
import org.anuyat.payments.service.banks.BankAdapter;
import org.anuyat.payments.service.banks.Inquiries;
import org.anuyat.payments.service.banks.RefundAnswer;
import org.anuyat.payments.service.banks.RefundRequest;
import org.anuyat.payments.service.banks.SlipAnswer;
import org.anuyat.payments.service.banks.SlipQuestion;
import org.anuyat.payments.service.banks.calls.BankCall;
import org.anuyat.payments.service.banks.calls.BankMessage;
import org.anuyat.payments.service.banks.calls.BankReply;
import org.anuyat.payments.service.banks.calls.Verdict;
import org.springframework.http.HttpHeaders;

/**
 * Bangkok Bank's Smart Bill Payment (payment notification): the bank confirms a payment or says that it was cancelled; it doesn't verify one
 * first. Fields and answer codes are those of public integrations; no sheet of the bank's own was at hand, so test against the bank before relying on
 * it. They also show an inquiry, whose answer names no transaction and so can't tell a second payment from the first: it isn't used, and
 * the bank's end-of-day file confirms. No refund is known: refunds go by hand.
 */
final class BblBank implements Bank {

    /** Public integrations send both headers back as they came. */
    private static final String REQUEST_REF = "Request-Ref";
    private static final String TRANSMIT_DATE_TIME = "Transmit-Date-Time";


    private final BankAccess access;

    /** Opens Bangkok Bank. */
    @PaymentsPart("bblBankAdapter")
    static class Adapter implements BankAdapter {

        @Override
        public String name() {
            return "bbl";
        }

        @Override
        public Bank open(BankAccess access) {
            return new BblBank(access);
        }
    }

    private BblBank(BankAccess access) {
        this.access = access;
    }

    @Override
    public String code() {
        return access.code();
    }

    @Override
    public BankCall read(BankMessage message) {
        return message.json(BblMessages.Notification.class).read(access);
    }

    @Override
    public BankReply reply(BankMessage message, BankCall call, Verdict verdict) {
        return BankReply.json(BblMessages.Answer.of(verdict), echoed(message.headers()));
    }

    private static Map<String, String> echoed(HttpHeaders headers) {
        return Stream.of(REQUEST_REF, TRANSMIT_DATE_TIME)
                .filter(headers::containsHeader)
                .collect(Collectors.toMap(name -> name, name -> String.valueOf(headers.getFirst(name))));
    }

    @Override
    public Optional<Inquiries> inquiries() {
        return Optional.empty();
    }

    @Override
    public RefundAnswer refund(RefundRequest request) {
        return RefundAnswer.byHand();
    }

    @Override
    public SlipAnswer slip(SlipQuestion question) {
        return SlipAnswer.cannotBeAsked();
    }
}
