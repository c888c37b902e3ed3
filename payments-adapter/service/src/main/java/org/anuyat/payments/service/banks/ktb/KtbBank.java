package org.anuyat.payments.service.banks.ktb;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.anuyat.payments.service.BankAccess;
import org.anuyat.payments.service.PaymentsPart;
import org.anuyat.payments.service.Utc;
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
import org.anuyat.payments.service.banks.calls.Field;
import org.anuyat.payments.service.banks.calls.PaymentReport;
import org.anuyat.payments.service.banks.calls.UnreadableReport;
import org.anuyat.payments.service.banks.calls.Verdict;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/**
 * Krungthai Bank's Direct Link 5.1, SOAP: the bank verifies, confirms and cancels in one message with a {@code command}.
 *
 * <p>The fields are those of public integrations. What {@code command} and {@code respcode} may be isn't public and must be set from the bank's
 * sheet: {@code dialect.command-verify}, {@code -confirm}, {@code -cancel}, and {@code dialect.answer-ok}, {@code -not-found}, {@code -amount},
 * {@code -expired}, {@code -paid}, {@code -duplicate}. The form of {@code datetime} is an assumption that {@code dialect.datetime} changes.
 * {@code application-key} and {@code -secret} are the user and password that the bank's messages bear. The bank's code of the company
 * ({@code comcode}) becomes a biller ID through {@code billers}. No inquiry and no refund are known: the end-of-day file confirms, and refunds
 * go by hand.
 */
final class KtbBank implements Bank {

    private static final String REQUEST = "RequestCode";
    private static final String ANSWER = "RequestCodeResponse";
    private static final String DATETIME = "yyyyMMddHHmmss";

    private final BankAccess access;
    private final String user;
    private final String password;
    private final DateTimeFormatter datetime;
    private final String verify;
    private final String confirm;
    private final String cancel;
    private final Map<Verdict, String> codes;

    /** Opens Krungthai Bank. */
    @PaymentsPart("ktbBankAdapter")
    static class Adapter implements BankAdapter {

        @Override
        public String name() {
            return "ktb";
        }

        @Override
        public Bank open(BankAccess access) {
            return new KtbBank(access);
        }
    }

    private KtbBank(BankAccess access) {
        this.access = access;
        user = BankAccess.needed("application-key", access.applicationKey());
        password = BankAccess.needed("application-secret", access.applicationSecret());
        datetime = DateTimeFormatter.ofPattern(access.dialect().getOrDefault("datetime", DATETIME), Locale.ROOT);
        verify = access.told("command-verify");
        confirm = access.told("command-confirm");
        cancel = access.told("command-cancel");
        codes = Arrays.stream(Verdict.values())
                .collect(Collectors.toUnmodifiableMap(
                        Function.identity(),
                        verdict -> access.told("answer-" + verdict.name().toLowerCase(Locale.ROOT).replace('_', '-'))));
    }

    @Override
    public String code() {
        return access.code();
    }

    @Override
    public BankCall read(BankMessage message) {
        KtbEnvelope envelope = KtbEnvelope.read(message.body());
        if (!envelope.element().equals(REQUEST)) {
            throw new UnreadableReport("the body must hold a " + REQUEST);
        }
        if (!same(user, envelope.field("user")) | !same(password, envelope.field("password"))) {
            throw new UnreadableReport("user or password is wrong");
        }
        String biller = access.biller(Field.present("comcode", envelope.field("comcode"), 15));
        String reference1 = Field.present("ref1", envelope.field("ref1"), 20);
        String reference2 = Field.optional("ref2", envelope.field("ref2"), 20);
        String command = Field.present("command", envelope.field("command"), 40);
        if (command.equals(verify)) {
            String amount = Field.optional("amount", envelope.field("amount"), 20);
            return new BankCall.Verify(biller, reference1, reference2, amount.isEmpty() ? null : Field.satang("amount", amount));
        }
        PaymentReport payment = new PaymentReport(
                Field.present("bankref", envelope.field("bankref"), 64),
                biller,
                reference1,
                reference2,
                Field.satang("amount", envelope.field("amount")),
                paidAt(envelope));
        if (command.equals(confirm)) {
            return new BankCall.Confirm(payment);
        }
        if (command.equals(cancel)) {
            return new BankCall.Cancel(payment);
        }
        throw new UnreadableReport("command is none of those that are set: " + command);
    }

    private Instant paidAt(KtbEnvelope envelope) {
        try {
            return Field.moment(
                    "datetime", Utc.ofBangkok(LocalDateTime.parse(Field.present("datetime", envelope.field("datetime"), 40), datetime)));
        } catch (DateTimeException e) {
            throw new UnreadableReport("datetime isn't in the form that is set", e);
        }
    }

    /** Takes the same time wherever the first difference is. */
    private static boolean same(String expected, @Nullable String given) {
        return given != null
                && MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public BankReply reply(BankMessage message, BankCall call, Verdict verdict) {
        KtbEnvelope envelope = KtbEnvelope.read(message.body());
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("tranxid", envelope.fields().getOrDefault("tranxid", ""));
        answers.put("bankref", envelope.fields().getOrDefault("bankref", ""));
        answers.put("respcode", codes.getOrDefault(verdict, ""));
        answers.put("respmsg", verdict.name());
        return new BankReply(
                new MediaType(MediaType.TEXT_XML, StandardCharsets.UTF_8), envelope.answer(ANSWER, answers), Map.of());
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
