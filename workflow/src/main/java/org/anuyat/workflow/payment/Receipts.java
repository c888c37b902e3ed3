package org.anuyat.workflow.payment;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.anuyat.workflow.acts.Actor;
import org.anuyat.workflow.agency.Agencies;
import org.anuyat.workflow.files.Files;
import org.anuyat.workflow.files.StoredFile;
import org.anuyat.workflow.papers.PaperKind;
import org.anuyat.workflow.papers.Papers;
import org.anuyat.workflow.payment.receipt.Cancelled;
import org.anuyat.workflow.payment.receipt.Receipt;
import org.anuyat.workflow.payment.receipt.ReceiptBook;
import org.anuyat.workflow.payment.receipt.ReceiptRefused;
import org.anuyat.workflow.payment.receipt.ReceiptRefused.Reason;
import org.anuyat.workflow.payment.receipt.Replaced;
import org.anuyat.workflow.payment.receipt.Replacement;
import org.anuyat.workflow.submission.Application;
import org.anuyat.workflow.submission.Applications;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Receipts for fees (ใบเสร็จรับเงิน): the number is taken in the transaction that books the payment, the document follows by a job. A cancelled
 * receipt stays in the record, and so does its document; the payer gets the valid one.
 */
@Component
public class Receipts {

    private final ReceiptBook book;
    private final FeeBills bills;
    private final Applications applications;
    private final Agencies agencies;
    private final FeePapers papers;
    private final Files files;
    private final Papers seals;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Receipts(
            ReceiptBook book,
            FeeBills bills,
            Applications applications,
            Agencies agencies,
            FeePapers papers,
            Files files,
            Papers seals,
            ApplicationEventPublisher events,
            Clock clock) {
        this.book = book;
        this.bills = bills;
        this.applications = applications;
        this.agencies = agencies;
        this.papers = papers;
        this.files = files;
        this.seals = seals;
        this.events = events;
        this.clock = clock;
    }

    /** Makes the document of an application's valid receipt; repeating it changes nothing. */
    @Transactional
    public void issue(String applicationNumber) {
        bills.find(applicationNumber).map(FeeBill::receiptNumber).ifPresent(this::print);
    }

    /** Makes the document of a receipt as it stands now, valid or cancelled; repeating it changes nothing. */
    @Transactional
    public void print(String receiptNumber) {
        Receipt receipt = book.find(receiptNumber).orElseThrow();
        if (receipt.isValid() && receipt.file() == null) {
            book.keep(receiptNumber, typeset(receipt, "receipt-" + receipt.applicationNumber() + ".pdf"));
        } else if (!receipt.isValid() && receipt.cancelledFile() == null) {
            book.keepCancelled(
                    receiptNumber, typeset(receipt, "receipt-" + receiptNumber.replace('/', '-') + "-cancelled.pdf"));
        }
    }

    private UUID typeset(Receipt receipt, String name) {
        FeeBill bill = bills.find(receipt.applicationNumber()).orElseThrow();
        String payer = Objects.requireNonNullElseGet(
                receipt.payer(), () -> applications.get(receipt.applicationNumber()).applicantName());
        byte[] pdf = papers.receipt(agencies.byCode(receipt.agency()), bill, receipt, payer, clock.instant());
        StoredFile file = files.keep(new ByteArrayInputStream(pdf), name, "application/pdf", receipt.agency());
        seals.order(PaperKind.RECEIPT, file, receipt.applicationNumber());
        return file.id();
    }

    /** All receipts of an application, the cancelled ones too, oldest first. */
    @Transactional(readOnly = true)
    public List<Receipt> ofApplication(String applicationNumber) {
        return book.ofApplication(applicationNumber);
    }

    /**
     * Cancels a receipt (ยกเลิกใบเสร็จรับเงิน): its number stays, and its paper says so from now on.
     *
     * @param agency whose receipt it has to be
     * @param reason in the officer's words
     * @throws ReceiptRefused {@code UNKNOWN}, or {@code CANCELLED} when it was so before
     */
    @Transactional
    public void cancel(String agency, String receiptNumber, String reason, Actor by) {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a receipt is cancelled for a reason");
        }
        Receipt receipt = held(agency, receiptNumber);
        Instant now = clock.instant();
        if (!book.cancel(receiptNumber, new Receipt.Cancellation(now, by.id(), by.displayName(), reason))) {
            throw new ReceiptRefused(Reason.CANCELLED, receiptNumber);
        }
        events.publishEvent(new Cancelled(receipt.applicationNumber(), agency, by, now, receiptNumber, reason));
    }

    /**
     * Issues a receipt in place of a cancelled one (ออกใบเสร็จรับเงินแทน), which it names.
     *
     * @param agency whose receipt it has to be
     * @return the new number
     * @throws ReceiptRefused {@code UNKNOWN}; {@code VALID} when it isn't cancelled; {@code REPLACED} when there is another one already;
     *     {@code REFUNDED} when the money went back
     */
    @Transactional
    public String replace(String agency, String receiptNumber, Replacement replacement, Actor by) {
        Receipt cancelled = held(agency, receiptNumber);
        if (cancelled.isValid()) {
            throw new ReceiptRefused(Reason.VALID, receiptNumber);
        }
        if (bills.find(cancelled.applicationNumber()).orElseThrow().state() != FeeBill.State.PAID) {
            throw new ReceiptRefused(Reason.REFUNDED, receiptNumber);
        }
        boolean another = book.ofApplication(cancelled.applicationNumber()).stream()
                .anyMatch(one -> one.isValid()
                        || one.replacing() != null && one.replacing().number().equals(receiptNumber));
        if (another) {
            throw new ReceiptRefused(Reason.REPLACED, receiptNumber);
        }
        String number = book.replace(cancelled, replacement);
        Receipt issued = book.find(number).orElseThrow();
        Receipt.Replacing replacing = Objects.requireNonNull(issued.replacing());
        events.publishEvent(new Replaced(
                cancelled.applicationNumber(),
                agency,
                by,
                issued.issuedAt(),
                number,
                receiptNumber,
                replacing.purpose().code(),
                replacing.text()));
        return number;
    }

    /**
     * Cancels a receipt and issues another in its place, both or neither.
     *
     * @return the new number
     * @throws ReceiptRefused as the two do
     */
    @Transactional
    public String exchange(String agency, String receiptNumber, String reason, Replacement replacement, Actor by) {
        cancel(agency, receiptNumber, reason, by);
        return replace(agency, receiptNumber, replacement, by);
    }

    /** The receipt, with its application's row locked: one officer after the other. */
    private Receipt held(String agency, String receiptNumber) {
        Receipt receipt = book.find(receiptNumber)
                .filter(found -> found.agency().equals(agency))
                .orElseThrow(() -> new ReceiptRefused(Reason.UNKNOWN, receiptNumber));
        applications.lock(receipt.applicationNumber());
        return book.find(receiptNumber).orElseThrow();
    }

    /**
     * The receipt of an application as a PDF, for its applicant: sealed as soon as it is.
     *
     * @throws org.anuyat.workflow.submission.UnknownApplication when it is somebody else's
     * @throws NoPaper when there is none (yet)
     */
    @Transactional(readOnly = true)
    public InputStream pdf(String applicationNumber, String applicantId) {
        applications.ownedBy(applicationNumber, applicantId);
        return bills.find(applicationNumber)
                .map(FeeBill::receiptFile)
                .map(seals::latest)
                .map(files::open)
                .orElseThrow(() -> new NoPaper("receipt of " + applicationNumber));
    }

    /**
     * The pay-in slip (ใบแจ้งการชำระเงิน) of an open bill as a PDF, for its applicant.
     *
     * @throws org.anuyat.workflow.submission.UnknownApplication when it is somebody else's
     * @throws NoPaper when there is nothing to pay (any more)
     */
    @Transactional(readOnly = true)
    public byte[] payInSlip(String applicationNumber, String applicantId) {
        Application application = applications.ownedBy(applicationNumber, applicantId);
        FeeBill bill = bills.find(applicationNumber)
                .filter(found -> found.state() == FeeBill.State.OPEN)
                .orElseThrow(() -> new NoPaper("pay-in slip of " + applicationNumber));
        return papers.payInSlip(
                agencies.byCode(bill.agency()), bill, Map.of("payer", application.applicantName(), "due", bill.due()));
    }

    /** There is no such paper (yet). */
    public static class NoPaper extends RuntimeException {

        NoPaper(String what) {
            super("there is no " + what);
        }
    }
}
