package org.anuyat.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.anuyat.journeys.citizen.Citizen;
import org.anuyat.journeys.citizen.Draft;
import org.anuyat.journeys.citizen.Premises;
import org.anuyat.journeys.papers.OfficialPdf;
import org.anuyat.journeys.running.Device;
import org.anuyat.journeys.running.Visitor;
import org.anuyat.journeys.running.Visitors;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The short way, from the start to the receipt, on a cheap telephone, with script and without. */
@ExtendWith(Visitors.InJourneys.class)
class AnyDeviceTest {

    @ParameterizedTest
    @CsvSource({"PHONE, somchai", "PHONE_WITHOUT_SCRIPT, nida"})
    void an_application_is_made(Device device, String who, Visitors visitors) {
        Visitor visitor = visitors.comes(who + "-" + device, device);
        Citizen citizen = new Citizen(visitor, who);
        fits(visitor.open("/"), "1-home");
        fits(visitor.open("/services/food-licence"), "2-manual");
        Draft draft = citizen.start();
        fits(visitor, "3-tasks");
        AtomicInteger pages = new AtomicInteger();
        Premises.answers("ร้านริมทาง").forEach((title, answers) -> {
            fits(draft.page(title).visitor(), "4-page-" + pages.incrementAndGet());
            draft.answer(answers).save();
            assertThat(visitor.problems()).as(title).isEmpty();
        });
        draft.attachAll();
        fits(visitor, "5-documents");
        draft.check();
        fits(visitor, "6-check");
        draft.declare();
        fits(visitor, "7-code");
        draft.confirm(citizen.code());
        fits(visitor, "8-receipt");
        assertThat(visitor.status()).isEqualTo(200);
        assertThat(new OfficialPdf(visitor.download("ดาวน์โหลดใบรับคำขอ")).text()).contains("ใบรับคำขอ");
    }

    private static void fits(Visitor visitor, String title) {
        assertThat(visitor.picture(title).hasToScrollSideways()).as(title + " is wider than the telephone").isFalse();
    }
}
