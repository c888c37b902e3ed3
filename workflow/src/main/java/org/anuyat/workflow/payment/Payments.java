package org.anuyat.workflow.payment;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.anuyat.workflow.acts.Actor;
import org.anuyat.workflow.agency.Agencies;
import org.anuyat.workflow.calendar.WorkingTime;
import org.anuyat.workflow.catalogue.Deadlines.Deadline;
import org.anuyat.workflow.catalogue.ServiceDefinition;
import org.anuyat.workflow.catalogue.Services;
import org.anuyat.workflow.payment.receipt.ReceiptBook;
import org.anuyat.workflow.payment.refund.RefundProposal;
import org.anuyat.workflow.payment.refund.Refunding;
import org.anuyat.workflow.payment.slip.PaymentSlips;
import org.anuyat.workflow.submission.Application;
import org.anuyat.workflow.submission.ApplicationState;
import org.anuyat.workflow.submission.Applications;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The fee of each approved application: its bill, and its payment. A payment counts once the bank itself has confirmed it,
 * and once only.
 */
@Component
public class Payments {

    private final Applications applications;
    private final Services services;
    private final Agencies agencies;
    private final WorkingTime workingTime;
    private final FeeTable fees;
    private final Billing billing;
    private final FeeBills bills;
    private final ReceiptBook numbers;
    private final Receipts receipts;
    private final Refunding refunding;
    private final PaymentSlips slips;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final TransactionTemplate outside;

    Payments(
            Applications applications,
            Services services,
            Agencies agencies,
            WorkingTime workingTime,
            FeeTable fees,
            Billing billing,
            FeeBills bills,
            ReceiptBook numbers,
            Receipts receipts,
            Refunding refunding,
            PaymentSlips slips,
            ApplicationEventPublisher events,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.applications = applications;
        this.services = services;
        this.agencies = agencies;
        this.workingTime = workingTime;
        this.fees = fees;
        this.billing = billing;
        this.bills = bills;
        this.numbers = numbers;
        this.receipts = receipts;
        this.refunding = refunding;
        this.slips = slips;
        this.events = events;
        this.clock = clock;
        this.outside = new TransactionTemplate(transactions);
        this.outside.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
    }

    /** The bill of an application, if it has one. */
    @Transactional(readOnly = true)
    public Optional<FeeBill> of(String applicationNumber) {
        return bills.find(applicationNumber);
    }

    /**
     * Whether the bank has reported a payment of an open bill and has yet to confirm it. Asks the payments' books, so it isn't to be called
     * inside a transaction.
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public boolean isReported(FeeBill bill) {
        return bill.state() == FeeBill.State.OPEN && billing.isReported(bill.billId());
    }

    /**
     * Money for an open bill that doesn't settle it, about which a finance officer has yet to decide. Asks the payments' books, so it isn't to be
     * called inside a transaction.
     *
     * @return satang; empty when the books can't be asked just now
     */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public OptionalLong undecided(FeeBill bill) {
        return bill.state() == FeeBill.State.OPEN ? billing.undecided(bill.billId()) : OptionalLong.of(0);
    }

    /**
     * Presents the bill for an approved application; repeating it changes nothing.
     *
     * @return whether there is something to pay
     */
    @Transactional
    public boolean present(String applicationNumber) {
        Application application = applications.get(applicationNumber);
        if (bills.find(applicationNumber).isPresent()) {
            return true;
        }
        ServiceDefinition service = services.version(application.serviceId(), application.serviceVersion());
        long satang = fees.assess(service, application.answers());
        if (satang == 0) {
            applications.move(applicationNumber, ApplicationState.ISSUING);
            events.publishEvent(
                    new NothingToPay(applicationNumber, application.agency(), Actor.SYSTEM, clock.instant()));
            return false;
        }
        Billing.Order order = new Billing.Order(
                applicationNumber,
                application.agency(),
                agencies.byCode(application.agency()).nameTh(),
                service.title().th(),
                application.applicantName(),
                satang,
                due(application, service.deadlines().payment()));
        Billing.Presented presented = outside.execute(status -> billing.present(order));
        applications.move(applicationNumber, ApplicationState.AWAITING_PAYMENT);
        Instant now = clock.instant();
        bills.insert(application.agency(), order, presented, service.fees().legalBasis(), now);
        events.publishEvent(new BillPresented(
                applicationNumber,
                application.agency(),
                Actor.SYSTEM,
                now,
                presented.amountSatang(),
                presented.reference1(),
                presented.due()));
        return true;
    }

    private Instant due(Application application, Deadline deadline) {
        return deadline.workingDays()
                ? workingTime.deadlineAfterWorkingDays(application.agency(), clock.instant(), deadline.days())
                : workingTime.deadlineAfterDays(application.agency(), clock.instant(), deadline.days());
    }

    /**
     * Books a payment that the bank confirmed; the same notice again changes nothing.
     *
     * @param noticeId the adapter's key of idempotency
     */
    @Transactional
    public void posted(UUID noticeId, String applicationNumber, Billing.Money money) {
        if (bills.firstTime(noticeId, clock.instant())) {
            book(applications.lock(applicationNumber), money);
        }
    }

    private void book(Application application, Billing.Money money) {
        FeeBill bill = bills.find(application.number()).orElseThrow();
        if (bill.state() == FeeBill.State.PAID) {
            return;
        }
        if (bill.state() != FeeBill.State.OPEN) {
            query(application, "AFTER_CANCELLATION", money);
            return;
        }
        bills.settle(application.number(), money);
        String receiptNumber = numbers.take(bill.agency(), bill.applicationNumber());
        applications.move(application.number(), ApplicationState.ISSUING);
        events.publishEvent(new Paid(
                application.number(),
                application.agency(),
                new Actor(Actor.Kind.BANK, money.bank(), money.bank()),
                clock.instant(),
                money.amountSatang(),
                money.bank(),
                money.transactionId(),
                money.paidAt(),
                receiptNumber));
    }

    /** Takes note of money that doesn't settle a bill by itself, so that the payer knows that it isn't lost. */
    @Transactional
    public void queried(UUID noticeId, String applicationNumber, String kind, Billing.Money money) {
        if (bills.firstTime(noticeId, clock.instant())) {
            query(applications.lock(applicationNumber), kind, money);
        }
    }

    /**
     * Takes note of how a refund ended; the same notice again changes nothing. A bill whose money went back is no longer paid, and its
     * receipt is cancelled.
     *
     * @param key of the order
     */
    @Transactional
    public void refundEnded(UUID noticeId, String key, Refunding.Outcome outcome) {
        if (bills.firstTime(noticeId, clock.instant())) {
            refunding.ended(key, outcome).filter(RefundProposal::isWhole).ifPresent(this::unpay);
        }
    }

    private void unpay(RefundProposal refund) {
        String number = refund.applicationNumber();
        if (number == null) {
            return;
        }
        applications.lock(number);
        Optional<String> receipt = bills.find(number).map(FeeBill::receiptNumber);
        if (bills.refund(number, refund.bank(), refund.transactionId(), clock.instant())) {
            receipt.ifPresent(given -> receipts.cancel(
                    refund.agency(), given, "คืนเงินแก่ผู้ชำระเงิน: " + refund.reason(), Actor.SYSTEM));
        }
    }

    private void query(Application application, String kind, Billing.Money money) {
        events.publishEvent(new PaymentQueried(
                application.number(),
                application.agency(),
                new Actor(Actor.Kind.BANK, money.bank(), money.bank()),
                clock.instant(),
                kind,
                money.amountSatang(),
                money.bank(),
                money.transactionId()));
    }

    /**
     * Closes the bill of an application whose deadline to pay has passed, unless the bank says now that it was paid.
     *
     * @return what was found; the application has lapsed when it is {@code CLOSED}, and goes on when it is {@code SETTLED}
     */
    @Transactional
    public Billing.Closing.Result lapse(String applicationNumber) {
        FeeBill bill = bills.find(applicationNumber).orElseThrow();
        if (bill.state() == FeeBill.State.PAID) {
            return Billing.Closing.Result.SETTLED;
        }
        if (Boolean.TRUE.equals(outside.execute(status -> slips.isWaiting(applicationNumber, bill.billId())))) {
            // who has handed in evidence in time doesn't lose the approval while an officer looks at it
            return Billing.Closing.Result.UNDECIDED;
        }
        Billing.Closing closing = outside.execute(status -> billing.close(bill.billId()));
        Application application = applications.lock(applicationNumber);
        switch (closing.result()) {
            case UNDECIDED -> {}
            case SETTLED -> book(application, java.util.Objects.requireNonNull(closing.money()));
            case CLOSED -> {
                bills.close(applicationNumber, FeeBill.State.LAPSED);
                applications.move(applicationNumber, ApplicationState.LAPSED);
                events.publishEvent(new PaymentLapsed(
                        applicationNumber, application.agency(), Actor.SYSTEM, clock.instant(), bill.due()));
            }
        }
        return closing.result();
    }

    /** Closes the bill of an application that was withdrawn; money that comes all the same waits for the finance officer. */
    @Transactional
    public void cancel(String applicationNumber) {
        bills.find(applicationNumber)
                .filter(bill -> bill.state() == FeeBill.State.OPEN)
                .ifPresent(bill -> {
                    outside.executeWithoutResult(status -> billing.close(bill.billId()));
                    bills.close(applicationNumber, FeeBill.State.CANCELLED);
                });
    }

    /** Reminds the applicant of the deadline; nothing happens when it is paid already. */
    @Transactional
    public void remind(String applicationNumber) {
        bills.find(applicationNumber)
                .filter(bill -> bill.state() == FeeBill.State.OPEN)
                .ifPresent(bill -> events.publishEvent(new PaymentReminded(
                        applicationNumber, bill.agency(), Actor.SYSTEM, clock.instant(), bill.due())));
    }
}
