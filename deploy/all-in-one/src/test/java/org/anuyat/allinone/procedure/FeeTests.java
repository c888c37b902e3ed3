package org.anuyat.allinone.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import org.anuyat.allinone.people.Watch;
import org.anuyat.workflow.audit.AuditTrail;
import org.anuyat.workflow.submission.ApplicationState;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Fees that come late, twice, unconfirmed or not at all. */
class FeeTests extends Procedure {

    @Autowired
    private AuditTrail audit;

    @Test
    void a_fee_that_is_not_paid_in_time_lets_the_approval_lapse() {
        String number = approved();
        watch.bill(number);

        watch.fireTimer(number, "paymentDue");

        watch.reach(number, ApplicationState.LAPSED);
        watch.ends(number);
    }

    @Test
    void a_payment_whose_confirmation_was_lost_counts_when_the_bank_is_asked_at_the_deadline() throws Exception {
        String number = approved();
        bank.pay(watch.bill(number).qrPayload(), "CALLBACK_LOST", "");

        watch.fireTimer(number, "paymentDue");

        watch.reach(number, ApplicationState.ISSUED);
    }

    @Test
    void paying_twice_gives_one_permit_and_keeps_the_second_payment_for_the_finance_officer() throws Exception {
        String number = approved();
        bank.pay(watch.bill(number).qrPayload(), "TWICE", "");

        watch.reach(number, ApplicationState.ISSUED);
        Watch.until(() -> audit.ofApplication("TYM", number).stream()
                .anyMatch(entry -> entry.act().equals("payment.PaymentQueried")));
        assertThat(audit.ofApplication("TYM", number).stream().filter(entry -> entry.act().equals("payment.Paid")))
                .hasSize(1);
    }
}
