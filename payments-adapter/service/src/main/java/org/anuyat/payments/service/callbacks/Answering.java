package org.anuyat.payments.service.callbacks;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.anuyat.payments.api.Bill;
import org.anuyat.payments.service.PaymentsPart;
import org.anuyat.payments.service.PaymentsSettings;
import org.anuyat.payments.service.banks.Bank;
import org.anuyat.payments.service.banks.calls.BankCall;
import org.anuyat.payments.service.banks.calls.PaymentReport;
import org.anuyat.payments.service.banks.calls.Verdict;
import org.anuyat.payments.service.books.BillBook;
import org.anuyat.payments.service.books.Posting;
import org.anuyat.payments.service.books.StoredBill;
import org.anuyat.payments.service.callbacks.Reports.Report;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/** Decides what a bank is answered. The answer to a repeated call is the same; none of them enters money. */
@PaymentsPart("paymentsAnswering")
class Answering {

    private static final Logger LOG = LoggerFactory.getLogger(Answering.class);

    private final CallbackBook book;
    private final Reports reports;
    private final BillBook bills;
    private final Posting posting;
    private final PaymentsSettings settings;
    private final TransactionOperations transactions;
    private final Clock clock;

    Answering(
            CallbackBook book,
            Reports reports,
            BillBook bills,
            Posting posting,
            PaymentsSettings settings,
            TransactionOperations transactions,
            Clock clock) {
        this.book = book;
        this.reports = reports;
        this.bills = bills;
        this.posting = posting;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The payment about which the bank is to be asked; empty when the call names none, or the bank can't be asked. */
    static Optional<PaymentReport> toAsk(Bank bank, BankCall call) {
        if (bank.inquiries().isEmpty()) {
            return Optional.empty();
        }
        if (call instanceof BankCall.Notice notice) {
            return Optional.of(notice.payment());
        }
        return call instanceof BankCall.Confirm confirm ? Optional.of(confirm.payment()) : Optional.empty();
    }

    /**
     * Answers a stored call; done again, it answers the same.
     *
     * @param name of the bank's settings
     */
    Verdict answer(long callback, String name, Bank bank, BankCall call) {
        if (toAsk(bank, call).isPresent()) {
            return decide(callback, name, bank, call);
        }
        return transactions.execute(status -> {
            Verdict verdict = decide(callback, name, bank, call);
            book.end(callback, CallbackBook.End.ANSWERED, verdict.name());
            return verdict;
        });
    }

    private Verdict decide(long callback, String name, Bank bank, BankCall call) {
        if (call instanceof BankCall.Verify verify) {
            return verify(name, verify);
        }
        if (call instanceof BankCall.Confirm confirm) {
            return confirm(callback, name, confirm.payment());
        }
        if (call instanceof BankCall.Cancel cancel) {
            return cancel(callback, name, bank, cancel.payment());
        }
        // a notice: whatever is answered, it has been paid
        return Verdict.OK;
    }

    private Verdict verify(String name, BankCall.Verify verify) {
        return fit(
                name,
                bills.find(verify.billerId(), verify.reference1(), verify.reference2()),
                "",
                verify.amountSatang(),
                clock.instant());
    }

    private Verdict confirm(long callback, String name, PaymentReport payment) {
        Verdict verdict = transactions.execute(status -> {
            // the bill first, as posting does: the same order of locks everywhere
            Optional<StoredBill> bill = hold(payment);
            Report report = reports.hold(name, payment);
            if (report.verdict() != null) {
                return report.same() ? report.verdict() : Verdict.DUPLICATE;
            }
            Verdict decided = report.cancelled()
                    ? Verdict.OK
                    : fit(name, bill, payment.transactionId(), payment.amountSatang(), payment.paidAt());
            reports.confirmed(name, payment.transactionId(), callback, decided);
            return decided;
        });
        if (verdict != Verdict.OK) {
            LOG.warn("Bank {} confirmed payment {}, which was answered {}", name, payment.transactionId(), verdict);
        }
        return verdict;
    }

    /** Money in the books is there by the bank's own confirmation, and leaves them by a finance officer's decision only. */
    private Verdict cancel(long callback, String name, Bank bank, PaymentReport payment) {
        Verdict verdict = transactions.execute(status -> {
            hold(payment);
            Report report = reports.hold(name, payment);
            if (!report.same()) {
                return Verdict.DUPLICATE;
            }
            if (!report.cancelled() && (report.paymentId() != null || posting.isPosted(bank.code(), payment.transactionId()))) {
                return Verdict.PAID;
            }
            reports.cancelled(name, payment.transactionId(), callback);
            return Verdict.OK;
        });
        LOG.warn("Bank {} cancelled payment {}, which was answered {}", name, payment.transactionId(), verdict);
        return verdict;
    }

    private Optional<StoredBill> hold(PaymentReport payment) {
        return bills.hold(payment.billerId(), payment.reference1(), payment.reference2());
    }

    private Verdict fit(String name, Optional<StoredBill> found, String transaction, @Nullable Long satang, Instant at) {
        if (found.filter(bill -> settings.collects(bill.agency(), name)).isEmpty()) {
            return Verdict.NOT_FOUND;
        }
        StoredBill bill = found.get();
        if (bill.hasTakenMoney() || reports.standFor(bill.billerId(), bill.reference1(), bill.reference2(), transaction)) {
            return Verdict.PAID;
        }
        if (bill.state() == Bill.State.CANCELLED) {
            return Verdict.NOT_FOUND;
        }
        if (at.isAfter(bill.due())) {
            return Verdict.EXPIRED;
        }
        return satang == null || satang == bill.amountSatang() ? Verdict.OK : Verdict.AMOUNT;
    }
}
