package org.anuyat.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.anuyat.journeys.citizen.Bill;
import org.anuyat.journeys.citizen.Citizen;
import org.anuyat.journeys.citizen.Draft;
import org.anuyat.journeys.citizen.Premises;
import org.anuyat.journeys.citizen.SandboxBank;
import org.anuyat.journeys.office.Procedure;
import org.anuyat.journeys.running.Visitor;
import org.anuyat.journeys.running.Visitors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The process and its database are killed without warning, three times, and everything goes on where it was. */
@ExtendWith(Visitors.InJourneys.class)
class KilledProcessTest {

    @Test
    void an_application_survives_three_power_failures(Visitors visitors) {
        Visitor nida = visitors.comes("nida");
        Citizen citizen = new Citizen(nida, "nida");
        Draft draft = citizen.start();
        draft.page("สถานประกอบการ").answer(Premises.answers("ร้านไฟดับ").get("สถานประกอบการ")).save();

        visitors.application().killAndStartAgain();
        assertThat(draft.page("สถานประกอบการ").typedAt("ชื่อสถานประกอบการ"))
                .as("the same session goes on in the same draft")
                .isEqualTo("ร้านไฟดับ");
        draft.answerAll(Premises.answers("ร้านไฟดับ")).attachAll().check().declare();
        String number = draft.confirm(citizen.code());

        visitors.application().killAndStartAgain();
        assertThat(citizen.open(number).state()).isEqualTo("รอลงรับ");
        Procedure.untilPayment(visitors, number);
        Bill bill = citizen.open(number).waitFor("รอชำระค่าธรรมเนียม").bill();
        String qr = bill.scan();
        new SandboxBank(nida).pay(qr, "ชำระเงินตามปกติ");

        visitors.application().killAndStartAgain();
        citizen.open(number).waitFor("ออกใบอนุญาตแล้ว");
    }
}
