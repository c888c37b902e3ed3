package org.anuyat.sandboxbank.api;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.anuyat.sandboxbank.BankPart;
import org.anuyat.sandboxbank.BankSettings;
import org.anuyat.sandboxbank.confirmations.PaymentMessage;
import org.anuyat.sandboxbank.ledger.Ledger;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Token and bill-payment inquiry. Status code 1000 means success, as at SCB; the other codes are this bank's own. */
@BankPart
@RestController
@RequestMapping("/sandbox-bank/v1")
class BankApi {

    static final Status SUCCESS = new Status(1000, "Success");
    static final Status NOT_AUTHORISED = new Status(9500, "Authentication failed");
    private static final Status NOTHING_FOUND = new Status(4101, "No such payment");
    static final Status CLOSED = new Status(9900, "The bank is closed");

    private final Ledger ledger;
    private final AccessToken tokens;
    private final Opening opening;
    private final BankSettings settings;
    private final Clock clock;

    BankApi(Ledger ledger, AccessToken tokens, Opening opening, BankSettings settings, Clock clock) {
        this.ledger = ledger;
        this.tokens = tokens;
        this.opening = opening;
        this.settings = settings;
        this.clock = clock;
    }

    record Status(int code, String description) {}

    record Answer(Status status, @Nullable Object data) {}

    record TokenRequest(@Nullable String applicationKey, @Nullable String applicationSecret) {}

    record Token(String accessToken, String tokenType, long expiresIn, long expiresAt) {}

    @PostMapping("/oauth/token")
    ResponseEntity<Answer> token(@RequestBody TokenRequest request) {
        if (!opening.isOpen()) {
            return answer(HttpStatus.SERVICE_UNAVAILABLE, CLOSED, null);
        }
        String key = request.applicationKey() == null ? "" : request.applicationKey();
        String secret = request.applicationSecret() == null ? "" : request.applicationSecret();
        if (!tokens.knows(key, secret)) {
            return answer(HttpStatus.UNAUTHORIZED, NOT_AUTHORISED, null);
        }
        long end = clock.instant().plus(AccessToken.LIFE).getEpochSecond();
        return answer(HttpStatus.OK, SUCCESS, new Token(tokens.issue(), "Bearer", AccessToken.LIFE.toSeconds(), end));
    }

    @GetMapping("/payment/billpayment/inquiry")
    ResponseEntity<Answer> inquiry(
            @RequestHeader(name = "authorization", defaultValue = "") String authorization,
            @RequestParam("transactionDate") @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate day,
            @RequestParam("billerId") String billerId,
            @RequestParam("reference1") String reference1,
            @RequestParam(name = "reference2", defaultValue = "") String reference2,
            @RequestParam(name = "amount", required = false) @Nullable BigDecimal amount) {
        if (!opening.isOpen()) {
            return answer(HttpStatus.SERVICE_UNAVAILABLE, CLOSED, null);
        }
        if (!tokens.isValid(authorization)) {
            return answer(HttpStatus.UNAUTHORIZED, NOT_AUTHORISED, null);
        }
        List<PaymentMessage> payments = ledger.find(day, billerId, reference1, reference2).stream()
                .filter(entry -> amount == null || BigDecimal.valueOf(entry.amountSatang(), 2).compareTo(amount) == 0)
                .map(entry -> PaymentMessage.of(entry, settings.billers()))
                .toList();
        return payments.isEmpty()
                ? answer(HttpStatus.NOT_FOUND, NOTHING_FOUND, null)
                : answer(HttpStatus.OK, SUCCESS, payments);
    }

    static ResponseEntity<Answer> answer(HttpStatus status, Status code, @Nullable Object data) {
        return ResponseEntity.status(status).body(new Answer(code, data));
    }
}
