package org.anuyat.payments.service.refunds;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.anuyat.payments.api.PaymentsRefusal;
import org.anuyat.payments.api.PaymentsRefusal.Reason;
import org.anuyat.payments.api.refunds.HandRefund;
import org.anuyat.payments.api.refunds.Refund;
import org.anuyat.payments.api.refunds.RefundOrder;
import org.anuyat.payments.api.refunds.Refunds;
import org.anuyat.payments.service.Nudge;
import org.anuyat.payments.service.PaymentsPart;
import org.anuyat.payments.service.books.MoneyBack;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/** The service behind {@link Refunds}. */
@PaymentsPart("paymentsRefundDesk")
@Primary
class RefundDesk implements Refunds {

    private final RefundBook book;
    private final MoneyBack money;
    private final TransactionOperations transactions;
    private final ObjectProvider<Nudge> nudge;

    RefundDesk(RefundBook book, MoneyBack money, TransactionOperations transactions, ObjectProvider<Nudge> nudge) {
        this.book = book;
        this.money = money;
        this.transactions = transactions;
        this.nudge = nudge;
    }

    @Override
    public Refund order(RefundOrder order) {
        String digest = digest(order);
        UUID id = transactions.execute(status -> book.findByKey(order.idempotencyKey(), digest).orElseGet(() -> enter(order, digest)));
        nudge.ifAvailable(Nudge::now);
        return book.get(id);
    }

    private UUID enter(RefundOrder order, String digest) {
        MoneyBack.Taken taken;
        try {
            taken = money.take(
                    order.agency(), order.bank(), order.transactionId(), order.amountSatang(), order.approvedBy(), order.reason());
        } catch (PaymentsRefusal refusal) {
            // somebody else may have entered this very order while we waited for the money's row
            Optional<UUID> meanwhile = book.findByKey(order.idempotencyKey(), digest);
            return meanwhile.orElseThrow(() -> refusal);
        }
        UUID id = UUID.randomUUID();
        book.enter(id, order, digest, taken.paymentId(), taken.whole(), taken.former());
        return id;
    }

    /** Over the order as JSON: its record keeps the fields in one order. */
    private static String digest(RefundOrder order) {
        try {
            byte[] json = JsonMapper.shared().writeValueAsString(order).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public Refund refund(UUID refundId) {
        return book.get(refundId);
    }

    @Override
    public Refund.Page refunds(String agency, boolean openOnly, int page, int size) {
        if (page < 0 || size < 1 || size > LARGEST_PAGE) {
            throw new IllegalArgumentException("page must not be negative, size must be 1 to " + LARGEST_PAGE);
        }
        return book.page(agency, openOnly, page, size);
    }

    @Override
    public Refund byHand(UUID refundId, HandRefund hand) {
        Refund known = book.get(refundId);
        if (known.state() == Refund.State.DONE && hand.bankReference().equals(known.bankReference())) {
            return known;
        }
        if (known.state() != Refund.State.BY_HAND) {
            throw new PaymentsRefusal(Reason.ALREADY_SETTLED, "the refund doesn't wait for a bank's advice: " + known.state());
        }
        done(refundId, hand.bankReference(), hand.doneAt(), hand.officer());
        return book.get(refundId);
    }

    /**
     * Enters that the money has left; once.
     *
     * @param enteredBy the officer who read it from the bank's advice; null when the bank itself told us
     */
    void done(UUID refundId, String bankReference, Instant at, @Nullable String enteredBy) {
        transactions.executeWithoutResult(status -> {
            RefundBook.Held refund = book.hold(refundId);
            if (isOpen(refund)) {
                money.gone(refund.paymentId(), refund.whole(), refund.former());
                book.done(refundId, bankReference, at, enteredBy);
                money.tell(book.get(refundId));
            }
        });
        nudge.ifAvailable(Nudge::now);
    }

    /** Enters that the bank refused; once. */
    void refused(UUID refundId, String why) {
        transactions.executeWithoutResult(status -> {
            RefundBook.Held refund = book.hold(refundId);
            if (isOpen(refund)) {
                money.stays(refund.paymentId(), refund.amountSatang(), refund.whole(), refund.former());
                book.refused(refundId, why);
                money.tell(book.get(refundId));
            }
        });
        nudge.ifAvailable(Nudge::now);
    }

    private static boolean isOpen(RefundBook.Held refund) {
        return refund.state() == Refund.State.ORDERED || refund.state() == Refund.State.BY_HAND;
    }
}
