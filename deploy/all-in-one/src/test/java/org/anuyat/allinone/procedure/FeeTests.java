package org.anuyat.allinone.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import org.anuyat.allinone.people.Pages;
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

    @Test
    void money_that_does_not_settle_the_fee_is_shown_to_its_payer_who_is_not_asked_to_pay_again(@Autowired Pages pages) throws Exception {
        String number = approved();
        String qr = watch.bill(number).qrPayload();
        String page = "/applications/" + number + "/fee";
        pages.signInCitizen("somchai");
        try {
            assertThat(pages.open(page + "/status")).hasStatus(204);
            assertThat(pages.open(page)).bodyText().contains("สแกนคิวอาร์โค้ด");
            bank.pay(qr, "WRONG_AMOUNT", "123.45");

            Watch.until(() -> {
                // each look is in a thread of its own, and who is signed in belongs to the thread
                pages.signInCitizen("somchai");
                return "true".equals(pages.open(page + "/status").getResponse().getHeader("HX-Refresh"));
            });
            assertThat(pages.open(page)).hasStatusOk().bodyText()
                    .contains("ได้รับเงิน 123.45 บาท แล้ว", "โปรดอย่าชำระซ้ำ", "received=12345")
                    .doesNotContain("สแกนคิวอาร์โค้ด");
            assertThat(pages.open(page + "/status?received=12345")).hasStatus(204);
        } finally {
            pages.signOut();
        }
    }
}
