package org.anuyat.payments.service.banks.scb;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.anuyat.payments.service.BankAccess;
import org.anuyat.payments.service.PaymentsPart;
import org.anuyat.payments.service.banks.Bank;
import org.anuyat.payments.service.banks.BankAdapter;
import org.anuyat.payments.service.banks.BankAway;
import org.anuyat.payments.service.banks.BankHttp;
import org.anuyat.payments.service.banks.BankTransaction;
import org.anuyat.payments.service.banks.Inquiries;
import org.anuyat.payments.service.banks.Inquiry;
import org.anuyat.payments.service.banks.RefundAnswer;
import org.anuyat.payments.service.banks.RefundRequest;
import org.anuyat.payments.service.banks.SlipAnswer;
import org.anuyat.payments.service.banks.SlipQuestion;
import org.anuyat.payments.service.banks.calls.BankCall;
import org.anuyat.payments.service.banks.calls.BankMessage;
import org.anuyat.payments.service.banks.calls.BankReply;
import org.anuyat.payments.service.banks.calls.PaymentReport;
import org.anuyat.payments.service.banks.calls.UnreadableReport;
import org.anuyat.payments.service.banks.calls.Verdict;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * SCB's open API: payment confirmation, bill-payment inquiry, slip verification (developer.scb). Its public pages, as far as we know them, describe no
 * refund of a bill payment: refunds go by hand, unless {@code dialect.refunds} names the path of a call in the sandbox bank's shape.
 */
final class ScbBank implements Bank {

    private static final int SUCCESS = 1000;
    /** Tag 30 QR scanned by the payer. */
    private static final String BILL_PAYMENT_EVENT = "00300100";
    private static final Duration TOKEN_MARGIN = Duration.ofSeconds(30);
    private static final long TOKEN_SECONDS_UNLESS_SAID = 300;

    private final BankAccess access;
    private final Clock clock;
    private final RestClient http;
    private final ScbMessages.TokenRequest tokenRequest;
    private final @Nullable String refunds;
    private volatile @Nullable HeldToken held;

    private record HeldToken(String value, Instant until) {}

    /** Opens SCB. */
    @PaymentsPart("scbBankAdapter")
    static class Adapter implements BankAdapter {

        private final Clock clock;

        Adapter(Clock clock) {
            this.clock = clock;
        }

        @Override
        public String name() {
            return "scb";
        }

        @Override
        public Bank open(BankAccess access) {
            return new ScbBank(access, clock);
        }
    }

    private ScbBank(BankAccess access, Clock clock) {
        this.access = access;
        this.clock = clock;
        tokenRequest = new ScbMessages.TokenRequest(
                BankAccess.needed("application-key", access.applicationKey()),
                BankAccess.needed("application-secret", access.applicationSecret()));
        refunds = access.dialect().get("refunds");
        http = BankHttp.to(access)
                .defaultHeader("resourceOwnerId", tokenRequest.applicationKey())
                .defaultHeader(HttpHeaders.ACCEPT_LANGUAGE, "EN")
                .build();
    }

    @Override
    public String code() {
        return access.code();
    }

    @Override
    public BankCall read(BankMessage message) {
        return new BankCall.Notice(message.json(ScbMessages.Payment.class).report());
    }

    @Override
    public BankReply reply(BankMessage message, BankCall call, Verdict verdict) {
        if (!(call instanceof BankCall.Notice notice)) {
            throw new IllegalArgumentException("SCB sends notices only");
        }
        String transaction = notice.payment().transactionId();
        String confirmation = access.code() + ":" + transaction;
        return BankReply.json(new ScbMessages.Acknowledgement(
                "00",
                "success",
                transaction,
                UUID.nameUUIDFromBytes(confirmation.getBytes(StandardCharsets.UTF_8)).toString()));
    }

    @Override
    public Optional<Inquiries> inquiries() {
        return Optional.of(inquiry -> authorised("inquiry", token -> ask(inquiry, token)));
    }

    @Override
    public RefundAnswer refund(RefundRequest request) {
        String path = refunds;
        return path == null ? RefundAnswer.byHand() : authorised("refund", token -> giveBack(path, request, token));
    }

    @Override
    public SlipAnswer slip(SlipQuestion question) {
        return authorised("slip verification", token -> verify(question, token));
    }

    private SlipAnswer verify(SlipQuestion question, String token) {
        ResponseEntity<ScbSlips.Answer> response = http.get()
                .uri(uri -> uri.path("/payment/billpayment/transactions/{transRef}")
                        .queryParam("sendingBank", question.sendingBank())
                        .build(question.transaction()))
                .headers(headers -> headers.setBearerAuth(token))
                .header("requestUId", UUID.randomUUID().toString())
                .accept(MediaType.APPLICATION_JSON)
                .retrieve()
                .onStatus(status -> status == HttpStatus.NOT_FOUND, (request, answer) -> {})
                .toEntity(ScbSlips.Answer.class);
        if (response.getStatusCode() == HttpStatus.NOT_FOUND) {
            return SlipAnswer.unknown();
        }
        ScbSlips.Answer answer = response.getBody();
        if (answer == null || answer.status() == null || answer.status().code() != SUCCESS || answer.data() == null) {
            throw new BankAway("the bank's answer to the slip verification is not a success");
        }
        if (!question.transaction().equals(answer.data().transRef())) {
            throw new BankAway("the bank's answer is about another slip");
        }
        return SlipAnswer.confirmed(answer.data().read());
    }

    /** The bank may drop tokens before their time: one new one is asked for. */
    private <T> T authorised(String what, Function<String, T> call) {
        try {
            try {
                return call.apply(token());
            } catch (HttpClientErrorException.Unauthorized e) {
                held = null;
                return call.apply(token());
            }
        } catch (RestClientException | UnreadableReport e) {
            throw new BankAway("the bank gave no usable answer to the " + what + ": " + e.getMessage(), e);
        }
    }

    private RefundAnswer giveBack(String path, RefundRequest request, String token) {
        ResponseEntity<ScbRefunds.Answer> response = http.post()
                .uri(path)
                .headers(headers -> headers.setBearerAuth(token))
                .header("requestUId", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .accept(MediaType.APPLICATION_JSON)
                .body(ScbRefunds.order(request))
                .retrieve()
                .onStatus(status -> status == HttpStatus.UNPROCESSABLE_CONTENT, (sent, answer) -> {})
                .toEntity(ScbRefunds.Answer.class);
        ScbRefunds.Answer answer = response.getBody();
        if (answer == null || answer.status() == null) {
            throw new BankAway("the bank's answer to the refund has no status");
        }
        if (response.getStatusCode() == HttpStatus.UNPROCESSABLE_CONTENT) {
            return RefundAnswer.refused(answer.status().code() + " " + answer.status().description());
        }
        if (answer.status().code() != SUCCESS) {
            throw new BankAway("the bank answered the refund with code " + answer.status().code());
        }
        return answer.read();
    }

    private List<BankTransaction> ask(Inquiry inquiry, String token) {
        ResponseEntity<ScbMessages.InquiryAnswer> response = http.get()
                .uri(uri -> uri.path("/payment/billpayment/inquiry")
                        .queryParam("eventCode", BILL_PAYMENT_EVENT)
                        .queryParam("transactionDate", inquiry.day())
                        .queryParam("billerId", inquiry.billerId())
                        .queryParam("reference1", inquiry.reference1())
                        .queryParamIfPresent("reference2", Optional.of(inquiry.reference2()).filter(text -> !text.isEmpty()))
                        .build())
                .headers(headers -> headers.setBearerAuth(token))
                .header("requestUId", UUID.randomUUID().toString())
                .accept(MediaType.APPLICATION_JSON)
                .retrieve()
                .onStatus(status -> status == HttpStatus.NOT_FOUND, (request, answer) -> {})
                .toEntity(ScbMessages.InquiryAnswer.class);
        ScbMessages.InquiryAnswer answer = response.getBody();
        if (answer == null || answer.status() == null) {
            throw new BankAway("the bank's answer to the inquiry has no status");
        }
        boolean nothingThere = response.getStatusCode() == HttpStatus.NOT_FOUND;
        if (!nothingThere && answer.status().code() != SUCCESS) {
            throw new BankAway("the bank answered the inquiry with code " + answer.status().code());
        }
        List<ScbMessages.Payment> payments = answer.data() == null ? List.of() : answer.data();
        return payments.stream()
                .filter(payment -> !payment.reversed())
                .map(ScbMessages.Payment::report)
                .filter(payment -> payment.billerId().equals(inquiry.billerId())
                        && payment.reference1().equals(inquiry.reference1()))
                .map(this::transaction)
                .toList();
    }

    private BankTransaction transaction(PaymentReport payment) {
        return new BankTransaction(
                access.code(),
                payment.transactionId(),
                payment.billerId(),
                payment.reference1(),
                payment.reference2(),
                payment.amountSatang(),
                payment.paidAt());
    }

    private String token() {
        HeldToken token = held;
        if (token != null && clock.instant().isBefore(token.until())) {
            return token.value();
        }
        ScbMessages.TokenAnswer answer = http.post()
                .uri("/oauth/token")
                .header("requestUId", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .body(tokenRequest)
                .retrieve()
                .body(ScbMessages.TokenAnswer.class);
        if (answer == null || answer.data() == null || answer.data().accessToken() == null
                || answer.status() == null || answer.status().code() != SUCCESS) {
            throw new BankAway("the bank gave no token");
        }
        Long said = answer.data().expiresIn();
        long seconds = said == null ? TOKEN_SECONDS_UNLESS_SAID : said;
        held = new HeldToken(answer.data().accessToken(), clock.instant().plusSeconds(seconds).minus(TOKEN_MARGIN));
        return answer.data().accessToken();
    }
}
