package org.anuyat.payments.service.bills;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.anuyat.payments.api.Bill;
import org.anuyat.payments.api.BillOrder;
import org.anuyat.payments.api.Bills;
import org.anuyat.payments.api.PaymentsRefusal;
import org.anuyat.payments.api.PaymentsRefusal.Reason;
import org.anuyat.payments.api.ReportedPayment;
import org.anuyat.payments.service.Nudge;
import org.anuyat.payments.service.PaymentsPart;
import org.anuyat.payments.service.PaymentsSettings;
import org.anuyat.payments.service.PaymentsSettings.Agency;
import org.anuyat.payments.service.Utc;
import org.anuyat.payments.service.banks.BankAway;
import org.anuyat.payments.service.books.BillBook;
import org.anuyat.payments.service.books.StoredBill;
import org.anuyat.payments.service.qr.BillPaymentBarcode;
import org.anuyat.payments.service.qr.BillPaymentQr;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Primary;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/** The service behind {@link Bills}. */
@PaymentsPart
@Primary
class BillDesk implements Bills {

    private final BillBook book;
    private final BankQuestion question;
    private final ReportBook reports;
    private final PaymentsSettings settings;
    private final TransactionOperations transactions;
    private final ObjectProvider<Nudge> nudge;
    private final Clock clock;

    BillDesk(
            BillBook book,
            BankQuestion question,
            ReportBook reports,
            PaymentsSettings settings,
            TransactionOperations transactions,
            ObjectProvider<Nudge> nudge,
            Clock clock) {
        this.book = book;
        this.question = question;
        this.reports = reports;
        this.settings = settings;
        this.transactions = transactions;
        this.nudge = nudge;
        this.clock = clock;
        settings.agencies().forEach((code, agency) -> {
            if (!BillerId.isSound(agency.billerId())) {
                throw new IllegalStateException("anuyat.payments.agencies." + code
                        + ".biller-id must be a tax ID with a right check digit and two digits of suffix: " + agency.billerId());
            }
        });
    }

    @Override
    public Bill present(BillOrder order) {
        String digest = digest(order);
        return transactions.execute(status -> {
            Optional<StoredBill> known = book.findByKey(order.idempotencyKey());
            StoredBill bill = known.orElseGet(() -> enter(order, digest));
            if (!bill.orderDigest().equals(digest)) {
                throw new PaymentsRefusal(Reason.KEY_REUSED, "the idempotency key was used for another order");
            }
            return book.show(bill);
        });
    }

    private StoredBill enter(BillOrder order, String digest) {
        Agency agency = Optional.ofNullable(settings.agencies().get(order.agency()))
                .orElseThrow(() -> new PaymentsRefusal(Reason.UNKNOWN_AGENCY, "no biller ID is set up for the agency " + order.agency()));
        Instant now = clock.instant();
        String reference1 = Reference.of(book.nextReference(agency.billerId()));
        String reference2 = Utc.day(order.due()).format(DateTimeFormatter.BASIC_ISO_DATE);
        BillPaymentQr qr = new BillPaymentQr(
                true, BillPaymentQr.Scheme.DOMESTIC, agency.billerId(), reference1, reference2, order.amountSatang(), null);
        BillPaymentBarcode barcode = new BillPaymentBarcode(agency.billerId(), reference1, reference2, order.amountSatang());
        StoredBill bill = new StoredBill(
                UUID.randomUUID(),
                order.idempotencyKey(),
                digest,
                order.agency(),
                order.applicationNumber(),
                order.billerName(),
                order.description(),
                order.payerName(),
                agency.bank(),
                agency.billerId(),
                reference1,
                reference2,
                order.amountSatang(),
                order.due(),
                now,
                Bill.State.OPEN,
                qr.payload(),
                barcode.payload());
        book.enter(bill, BillWatch.firstAsk(now, order.due(), settings.askAgainEvery()));
        // ours, or the one that somebody else entered under this key a moment before
        return book.findByKey(order.idempotencyKey()).orElseThrow();
    }

    /** Over the order as JSON: its record keeps the fields in one order. */
    private static String digest(BillOrder order) {
        try {
            byte[] json = JsonMapper.shared().writeValueAsString(order).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public Bill find(UUID billId) {
        return book.show(billId);
    }

    @Override
    public Bill cancel(UUID billId) {
        return transactions.execute(status -> {
            StoredBill bill = book.hold(billId);
            if (bill.hasTakenMoney()) {
                throw new PaymentsRefusal(Reason.NOT_OPEN, "the bill holds money: " + bill.state());
            }
            if (bill.state() == Bill.State.OPEN) {
                book.state(billId, Bill.State.CANCELLED);
            }
            return book.show(billId);
        });
    }

    @Override
    public Bill inquire(UUID billId) {
        try {
            question.sincePresented(book.get(billId));
        } catch (BankAway e) {
            throw new PaymentsRefusal(Reason.BANK_UNAVAILABLE, "the bank doesn't answer now", e);
        } finally {
            nudge.ifAvailable(Nudge::now);
        }
        return book.show(billId);
    }

    @Override
    public List<ReportedPayment> reported(UUID billId) {
        return reports.standing(book.get(billId));
    }
}
