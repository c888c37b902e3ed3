package org.anuyat.payments.service.banks;

import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.anuyat.payments.service.PaymentsSettings.BankAccess;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** SCB's open API: payment confirmation and bill-payment inquiry (developer.scb), and refunds. */
final class ScbBank implements Bank {

    private static final int SUCCESS = 1000;
    /** Tag 30 QR scanned by the payer. */
    private static final String BILL_PAYMENT_EVENT = "00300100";
    private static final Duration TOKEN_MARGIN = Duration.ofSeconds(30);
    private static final long TOKEN_SECONDS_UNLESS_SAID = 300;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final BankAccess access;
    private final Clock clock;
    private final RestClient http;
    private volatile @Nullable HeldToken held;

    private record HeldToken(String value, Instant until) {}

    ScbBank(BankAccess access, Clock clock) {
        this.access = access;
        this.clock = clock;
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(
                HttpClient.newBuilder().connectTimeout(access.connectTimeout()).build());
        requests.setReadTimeout(access.readTimeout());
        http = RestClient.builder()
                .requestFactory(requests)
                .baseUrl(access.baseUrl().toString())
                .defaultHeader("resourceOwnerId", access.applicationKey())
                .defaultHeader(HttpHeaders.ACCEPT_LANGUAGE, "EN")
                .build();
    }

    @Override
    public String code() {
        return access.code();
    }

    @Override
    public PaymentReport read(byte[] callback) {
        try {
            ScbMessages.Payment payment = JSON.readValue(callback, ScbMessages.Payment.class);
            if (payment == null) {
                throw new UnreadableReport("the callback is empty");
            }
            return payment.report();
        } catch (JacksonException e) {
            throw new UnreadableReport("the callback is not a JSON object in SCB's shape", e);
        }
    }

    @Override
    public Map<String, String> acknowledgement(PaymentReport report) {
        String confirmation = access.code() + ":" + report.transactionId();
        return Map.of(
                "resCode", "00",
                "resDesc", "success",
                "transactionId", report.transactionId(),
                "confirmId", UUID.nameUUIDFromBytes(confirmation.getBytes(StandardCharsets.UTF_8)).toString());
    }

    @Override
    public List<BankTransaction> inquire(Inquiry inquiry) {
        return authorised("inquiry", token -> ask(inquiry, token));
    }

    /**
     * {@inheritDoc}
     *
     * <p>The public pages that we know describe no refund of a bill payment. The shape is that of the make-believe bank; take the real
     * one from the contract with the bank.
     */
    @Override
    public RefundAnswer refund(RefundRequest request) {
        return authorised("refund", token -> giveBack(request, token));
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

    private RefundAnswer giveBack(RefundRequest request, String token) {
        ResponseEntity<ScbRefunds.Answer> response = http.post()
                .uri("/payment/billpayment/refunds")
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
                .body(new ScbMessages.TokenRequest(access.applicationKey(), access.applicationSecret()))
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
