package org.anuyat.payments.service.banks.scb;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.anuyat.payments.service.banks.calls.Field;
import org.anuyat.payments.service.banks.calls.PaymentReport;
import org.anuyat.payments.service.banks.calls.UnreadableReport;
import org.jspecify.annotations.Nullable;

/** Messages of SCB's open API as its developers' pages document them. Everything may be missing until it is checked. */
final class ScbMessages {

    private ScbMessages() {}

    record TokenRequest(String applicationKey, String applicationSecret) {}

    record TokenAnswer(@Nullable Status status, @Nullable Token data) {}

    record Token(@Nullable String accessToken, @Nullable Long expiresIn) {}

    record Acknowledgement(String resCode, String resDesc, String transactionId, String confirmId) {}

    record Status(int code, @Nullable String description) {}

    record InquiryAnswer(@Nullable Status status, @Nullable List<Payment> data) {}

    /** A payment, in the confirmation that the bank sends and in its answer to an inquiry alike. */
    record Payment(
            @Nullable String payeeProxyId,
            @Nullable String amount,
            @Nullable String transactionId,
            @JsonProperty("transactionDateandTime") @Nullable String transactionDateAndTime,
            @Nullable String billPaymentRef1,
            @Nullable String billPaymentRef2,
            @Nullable String currencyCode,
            @Nullable String reverseFlag) {

        /** Reversed payments come back from inquiries with this flag. */
        boolean reversed() {
            return "Y".equals(reverseFlag);
        }

        PaymentReport report() {
            if (currencyCode != null && !currencyCode.equals("764")) {
                throw new UnreadableReport("currencyCode is not 764 (baht)");
            }
            return new PaymentReport(
                    Field.present("transactionId", transactionId, 64),
                    Field.present("payeeProxyId", payeeProxyId, 15),
                    Field.present("billPaymentRef1", billPaymentRef1, 20),
                    Field.optional("billPaymentRef2", billPaymentRef2, 20),
                    Field.satang("amount", amount),
                    paidAt());
        }

        private Instant paidAt() {
            try {
                return Field.moment(
                        "transactionDateandTime",
                        OffsetDateTime.parse(Field.present("transactionDateandTime", transactionDateAndTime, 40)).toInstant());
            } catch (DateTimeException e) {
                throw new UnreadableReport("transactionDateandTime is not ISO 8601 with offset", e);
            }
        }
    }
}
