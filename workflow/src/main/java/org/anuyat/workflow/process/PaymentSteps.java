package org.anuyat.workflow.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.anuyat.workflow.payment.FeeBill;
import org.anuyat.workflow.payment.Payments;
import org.anuyat.workflow.payment.Receipts;
import org.anuyat.workflow.payment.refund.Refunding;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What {@code payment.bpmn}, {@code receipt.bpmn}, {@code refund.bpmn} and the withdrawal of {@code permit.bpmn} have the platform do. */
@Component("paymentSteps")
public class PaymentSteps {

    private static final Duration REMIND_BEFORE = Duration.ofDays(3);
    private static final Duration LOOK_AGAIN = Duration.ofDays(1);

    private final Payments payments;
    private final Receipts receipts;
    private final Refunding refunding;
    private final Clock clock;

    PaymentSteps(Payments payments, Receipts receipts, Refunding refunding, Clock clock) {
        this.payments = payments;
        this.receipts = receipts;
        this.refunding = refunding;
        this.clock = clock;
    }

    /** Presents the bill, or finds that there is nothing to pay. */
    public void presentBill(DelegateExecution execution) {
        execution.setVariable("outcome", payments.present(execution.getProcessBusinessKey()) ? "due" : "paid");
    }

    /** Until when to pay; a day from now when that has passed while a finance officer has yet to decide. */
    public Date paymentDeadline(DelegateExecution execution) {
        Instant due = bill(execution).due();
        Instant now = clock.instant();
        return Date.from(due.isAfter(now) ? due : now.plus(LOOK_AGAIN));
    }

    /** When to remind of it. */
    public Date paymentReminder(DelegateExecution execution) {
        return Date.from(bill(execution).due().minus(REMIND_BEFORE));
    }

    /** Reminds of it. */
    public void remind(DelegateExecution execution) {
        payments.remind(execution.getProcessBusinessKey());
    }

    /** Closes the bill when the deadline has passed, unless the bank says that it was paid. */
    public void lapse(DelegateExecution execution) {
        execution.setVariable("outcome", switch (payments.lapse(execution.getProcessBusinessKey())) {
            case CLOSED -> "lapsed";
            case SETTLED -> "paid";
            case UNDECIDED -> "undecided";
        });
    }

    /** Makes the receipt. */
    public void issueReceipt(DelegateExecution execution) {
        receipts.issue(execution.getProcessBusinessKey());
    }

    /** Makes the paper of a receipt that was cancelled, or that replaces another. */
    public void printReceipt(DelegateExecution execution) {
        receipts.print(execution.getProcessBusinessKey());
    }

    /** Orders an approved refund. */
    public void orderRefund(DelegateExecution execution) {
        refunding.order(UUID.fromString(execution.getProcessBusinessKey()));
    }

    /** Closes the bill of a withdrawn application, if there is one. */
    public void cancelBill(DelegateExecution execution) {
        payments.cancel(execution.getProcessBusinessKey());
    }

    private FeeBill bill(DelegateExecution execution) {
        return payments.of(execution.getProcessBusinessKey()).orElseThrow();
    }
}
