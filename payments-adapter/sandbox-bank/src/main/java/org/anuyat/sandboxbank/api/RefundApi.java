package org.anuyat.sandboxbank.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import org.anuyat.sandboxbank.BankPart;
import org.anuyat.sandboxbank.api.BankApi.Answer;
import org.anuyat.sandboxbank.api.BankApi.Status;
import org.anuyat.sandboxbank.ledger.Ledger;
import org.anuyat.sandboxbank.ledger.Refund;
import org.anuyat.sandboxbank.ledger.Refunds;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Orders of refunds. The same order again is the question how far it has come. */
@BankPart
@RestController
@RequestMapping("/sandbox-bank/v1/payment/billpayment")
class RefundApi {

    private static final Status SENSELESS = new Status(4001, "orderReference, transactionId or amount is not usable");

    private final Refunds refunds;
    private final AccessToken tokens;
    private final Opening opening;

    RefundApi(Refunds refunds, AccessToken tokens, Opening opening) {
        this.refunds = refunds;
        this.tokens = tokens;
        this.opening = opening;
    }

    record Order(
            @Nullable String orderReference,
            @Nullable String transactionId,
            @Nullable String amount,
            @Nullable String currencyCode) {

        private boolean isUsable() {
            return orderReference != null
                    && orderReference.matches("[A-Za-z0-9-]{1,64}")
                    && transactionId != null
                    && amount != null
                    && amount.matches("[0-9]{1,10}(\\.[0-9]{1,2})?")
                    && new BigDecimal(amount).signum() > 0
                    && "764".equals(currencyCode);
        }
    }

    record Taken(
            String refundId,
            String orderReference,
            String transactionId,
            String amount,
            String state,
            @JsonProperty("refundDateandTime") @Nullable String refundDateAndTime) {}

    @PostMapping("/refunds")
    ResponseEntity<Answer> refund(
            @RequestHeader(name = "authorization", defaultValue = "") String authorization, @RequestBody Order order) {
        if (!opening.isOpen()) {
            return BankApi.answer(HttpStatus.SERVICE_UNAVAILABLE, BankApi.CLOSED, null);
        }
        if (!tokens.isValid(authorization)) {
            return BankApi.answer(HttpStatus.UNAUTHORIZED, BankApi.NOT_AUTHORISED, null);
        }
        if (!order.isUsable()) {
            return BankApi.answer(HttpStatus.UNPROCESSABLE_CONTENT, SENSELESS, null);
        }
        Refunds.Outcome outcome = refunds.order(
                String.valueOf(order.orderReference()),
                String.valueOf(order.transactionId()),
                new BigDecimal(order.amount()).movePointRight(2).longValueExact());
        return outcome.refund()
                .map(refund -> BankApi.answer(HttpStatus.OK, BankApi.SUCCESS, taken(refund)))
                .orElseGet(() -> BankApi.answer(
                        HttpStatus.UNPROCESSABLE_CONTENT, status(outcome.objection().orElseThrow()), null));
    }

    private Taken taken(Refund refund) {
        boolean complete = refunds.isComplete(refund);
        return new Taken(
                refund.refundId(),
                refund.orderReference(),
                refund.payment().transactionId(),
                BigDecimal.valueOf(refund.amountSatang(), 2).toPlainString(),
                complete ? "COMPLETED" : "ACCEPTED",
                complete
                        ? refund.completesAt().atZone(Ledger.BANGKOK).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                        : null);
    }

    private static Status status(Refunds.Objection objection) {
        return switch (objection) {
            case NO_SUCH_PAYMENT -> new Status(4101, "No such payment");
            case MORE_THAN_PAID -> new Status(4102, "More than is left of the payment");
            case ANOTHER_ORDER -> new Status(4103, "The reference was used for another order");
        };
    }
}
