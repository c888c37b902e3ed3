package org.anuyat.payments.service.banks.scb;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import org.anuyat.payments.service.banks.RefundAnswer;
import org.anuyat.payments.service.banks.RefundRequest;
import org.anuyat.payments.service.banks.calls.Field;
import org.anuyat.payments.service.banks.calls.UnreadableReport;
import org.jspecify.annotations.Nullable;

/** Messages about refunds. Everything may be missing until it is checked. */
final class ScbRefunds {

    private static final String BAHT = "764";

    private ScbRefunds() {}

    record Order(String orderReference, String transactionId, String amount, String currencyCode) {}

    record Answer(ScbMessages.@Nullable Status status, @Nullable Refund data) {

        RefundAnswer read() {
            if (data == null || data.refundId() == null || data.refundId().isBlank() || data.state() == null) {
                throw new UnreadableReport("the refund has no refundId or no state");
            }
            return switch (data.state()) {
                case "ACCEPTED" -> RefundAnswer.accepted(data.refundId());
                case "COMPLETED" -> RefundAnswer.done(data.refundId(), data.at().toInstant());
                default -> throw new UnreadableReport("the state of the refund is unknown: " + data.state());
            };
        }
    }

    record Refund(
            @Nullable String refundId,
            @Nullable String state,
            @JsonProperty("refundDateandTime") @Nullable String refundDateAndTime) {

        private OffsetDateTime at() {
            try {
                return OffsetDateTime.parse(String.valueOf(refundDateAndTime));
            } catch (DateTimeException e) {
                throw new UnreadableReport("refundDateandTime is not ISO 8601 with offset", e);
            }
        }
    }

    static Order order(RefundRequest request) {
        return new Order(
                request.reference(),
                request.transactionId(),
                Field.baht(request.amountSatang()),
                BAHT);
    }
}
