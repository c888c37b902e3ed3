package org.anuyat.payments.service.banks.generic;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.anuyat.payments.api.slips.SlipFinding.Transfer;
import org.anuyat.payments.service.BankAccess;
import org.anuyat.payments.service.banks.BankTransaction;
import org.anuyat.payments.service.banks.RefundAnswer;
import org.anuyat.payments.service.banks.calls.BankCall;
import org.anuyat.payments.service.banks.calls.Field;
import org.anuyat.payments.service.banks.calls.PaymentReport;
import org.anuyat.payments.service.banks.calls.UnreadableReport;
import org.jspecify.annotations.Nullable;

/** Messages of the contract. Amounts are baht as text, times ISO 8601 with offset. Everything may be missing until it is checked. */
final class GenericMessages {

    private GenericMessages() {}

    /** What the bank calls for. */
    record Call(
            @Nullable String call,
            @Nullable String transactionId,
            @Nullable String billerId,
            @Nullable String reference1,
            @Nullable String reference2,
            @Nullable String amount,
            @Nullable String paidAt) {

        BankCall read(BankAccess access) {
            return switch (Field.present("call", call, 10)) {
                case "verify" -> new BankCall.Verify(
                        access.biller(Field.present("billerId", billerId, 15)),
                        Field.present("reference1", reference1, 20),
                        Field.optional("reference2", reference2, 20),
                        amount == null ? null : Field.satang("amount", amount));
                case "confirm" -> new BankCall.Confirm(report(access));
                case "cancel" -> new BankCall.Cancel(report(access));
                default -> throw new UnreadableReport("call must be verify, confirm or cancel");
            };
        }

        private PaymentReport report(BankAccess access) {
            return new PaymentReport(
                    Field.present("transactionId", transactionId, 64),
                    access.biller(Field.present("billerId", billerId, 15)),
                    Field.present("reference1", reference1, 20),
                    Field.optional("reference2", reference2, 20),
                    Field.satang("amount", amount),
                    moment("paidAt", paidAt));
        }
    }

    /** Our answer: the verdict's name, and the transaction it is about. */
    record Answer(String result, @Nullable String transactionId) {}

    record Payments(@Nullable List<Payment> payments) {}

    record Payment(
            @Nullable String transactionId,
            @Nullable String billerId,
            @Nullable String reference1,
            @Nullable String reference2,
            @Nullable String amount,
            @Nullable String paidAt,
            @Nullable Boolean reversed) {

        boolean isReversed() {
            return Boolean.TRUE.equals(reversed);
        }

        BankTransaction read(BankAccess access) {
            return new BankTransaction(
                    access.code(),
                    Field.present("transactionId", transactionId, 64),
                    access.biller(Field.present("billerId", billerId, 15)),
                    Field.present("reference1", reference1, 20),
                    Field.optional("reference2", reference2, 20),
                    Field.satang("amount", amount),
                    moment("paidAt", paidAt));
        }
    }

    record RefundOrder(String orderReference, String transactionId, String amount) {}

    record Refund(@Nullable String state, @Nullable String refundId, @Nullable String completedAt, @Nullable String reason) {

        RefundAnswer read() {
            return switch (Field.present("state", state, 10)) {
                case "ACCEPTED" -> RefundAnswer.accepted(Field.present("refundId", refundId, 64));
                case "DONE" -> RefundAnswer.done(Field.present("refundId", refundId, 64), moment("completedAt", completedAt));
                case "REFUSED" -> RefundAnswer.refused(Field.present("reason", reason, 200));
                default -> throw new UnreadableReport("state must be ACCEPTED, DONE or REFUSED");
            };
        }
    }

    record Slip(
            @Nullable String amount,
            @Nullable String receiver,
            @Nullable String reference1,
            @Nullable String reference2,
            @Nullable String paidAt) {

        Transfer read() {
            return new Transfer(
                    Field.satang("amount", amount),
                    Field.optional("receiver", receiver, 40),
                    Field.optional("reference1", reference1, 40),
                    Field.optional("reference2", reference2, 40),
                    moment("paidAt", paidAt));
        }
    }

    private static Instant moment(String field, @Nullable String text) {
        try {
            return Field.moment(field, OffsetDateTime.parse(Field.present(field, text, 40)).toInstant());
        } catch (DateTimeException e) {
            throw new UnreadableReport(field + " is not ISO 8601 with offset", e);
        }
    }
}
