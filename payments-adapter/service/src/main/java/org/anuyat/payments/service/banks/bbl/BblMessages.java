package org.anuyat.payments.service.banks.bbl;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.anuyat.payments.service.BankAccess;
import org.anuyat.payments.service.Utc;
import org.anuyat.payments.service.banks.calls.BankCall;
import org.anuyat.payments.service.banks.calls.Field;
import org.anuyat.payments.service.banks.calls.PaymentReport;
import org.anuyat.payments.service.banks.calls.UnreadableReport;
import org.anuyat.payments.service.banks.calls.Verdict;
import org.jspecify.annotations.Nullable;

/** Messages of Smart Bill Payment as public integrations bear them. Everything may be missing until it is checked. */
final class BblMessages {

    private BblMessages() {}

    /**
     * A payment, or that it was taken back.
     *
     * @param transDate {@code yyyy-MM-dd} in Bangkok
     * @param transTime {@code HH:mm:ss} in Bangkok, fractions of a second allowed
     * @param amount baht, as a number or as text
     * @param txnType C for a payment, D for one that was cancelled
     */
    record Notification(
            @Nullable String billerId,
            @Nullable String transDate,
            @Nullable String transTime,
            @Nullable String amount,
            @Nullable String reference1,
            @Nullable String reference2,
            @Nullable String bankRef,
            @Nullable String txnType) {

        BankCall read(BankAccess access) {
            PaymentReport payment = new PaymentReport(
                    Field.present("bankRef", bankRef, 64),
                    access.biller(Field.present("billerId", billerId, 15)),
                    Field.present("reference1", reference1, 20),
                    Field.optional("reference2", reference2, 20),
                    Field.satang("amount", amount),
                    paidAt());
            return switch (Field.present("txnType", txnType, 1)) {
                case "C" -> new BankCall.Confirm(payment);
                case "D" -> new BankCall.Cancel(payment);
                default -> throw new UnreadableReport("txnType must be C or D");
            };
        }

        private Instant paidAt() {
            try {
                LocalDate day = LocalDate.parse(Field.present("transDate", transDate, 10));
                return Field.moment(
                        "transDate",
                        Utc.ofBangkok(LocalDateTime.of(day, LocalTime.parse(Field.present("transTime", transTime, 18)))));
            } catch (DateTimeException e) {
                throw new UnreadableReport("transDate and transTime must be yyyy-MM-dd and HH:mm:ss", e);
            }
        }
    }

    /** Our answer. */
    record Answer(String responseCode, String responseMesg) {

        static Answer of(Verdict verdict) {
            return switch (verdict) {
                case OK -> new Answer("000", "Success");
                case DUPLICATE -> new Answer("212", "Duplicate transaction reference");
                case AMOUNT -> new Answer("213", "Invalid amount");
                case NOT_FOUND -> new Answer("331", "Invalid reference1/reference2");
                case EXPIRED -> new Answer("411", "Reference code expired");
                case PAID -> new Answer("412", "Already paid");
            };
        }
    }
}
