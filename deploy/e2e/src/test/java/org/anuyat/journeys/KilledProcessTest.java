package org.anuyat.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.anuyat.journeys.citizen.Bill;
import org.anuyat.journeys.citizen.Case;
import org.anuyat.journeys.citizen.Citizen;
import org.anuyat.journeys.citizen.Draft;
import org.anuyat.journeys.citizen.Premises;
import org.anuyat.journeys.citizen.SandboxBank;
import org.anuyat.journeys.office.Office;
import org.anuyat.journeys.papers.Paper;
import org.anuyat.journeys.running.RunningApplication;
import org.anuyat.journeys.running.Visitor;
import org.anuyat.journeys.running.Visitors;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The process and its database are killed without warning in the middle of each step, some moment after the browser began to send
 * it. Each step is then done wholly or not at all, what was not done is done again, and a permit comes of it in the end.
 *
 * <p>Which steps, and the moments, are drawn from the seed in the test's name: about every fourth one and issuing twice, because each costs a start.
 * {@code -Danuyat.kills=5} goes five times through all of them, {@code -Danuyat.kills.seed} repeats one.
 */
@ExtendWith(Visitors.InJourneys.class)
class KilledProcessTest {

    private static final String MAP = "แผนที่ตั้งโดยสังเขป";
    private static final int LATEST_MILLISECONDS = 250;
    private static final int ONE_IN = 4;
    private static final int ROUNDS = Integer.getInteger("anuyat.kills", 0);

    private RunningApplication application;
    private Random moments;

    static IntStream seeds() {
        Integer seed = Integer.getInteger("anuyat.kills.seed");
        return seed == null ? new Random().ints(Math.max(1, ROUNDS), 0, 1_000_000) : IntStream.of(seed);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void every_step_is_done_wholly_or_not_at_all(int seed, Visitors visitors) {
        application = visitors.application();
        moments = new Random(seed);
        Visitor nida = visitors.comes("nida");
        Citizen citizen = new Citizen(nida, "nida");
        String number = applies(nida, citizen);

        Visitor rap = visitors.comes("rap");
        Office registrar = Office.signIn(rap, "rap");
        survives(rap, () -> registrar.take(number, "ลงรับคำขอ").register(), "select 1 from review_case where application_number = ?", number);

        Visitor truat = visitors.comes("truat");
        Office reviewer = Office.signIn(truat, "truat");
        survives(
                truat,
                () -> reviewer.take(number, "ตรวจความครบถ้วนถูกต้อง").defect("พื้นที่ประกอบการเกิน 200", "ไม่ตรงกับแผนผัง").restIsCorrect(),
                "select 1 from review_finding where application_number = ? and not ok",
                number);
        survives(
                truat,
                () -> reviewer.take(number, "ตรวจความครบถ้วนถูกต้อง").restIsCorrect().askForCorrections(),
                "select 1 from correction_request where application_number = ?",
                number);
        Case corrected = citizen.open(number).corrections();
        corrected.correct("พื้นที่ประกอบการ", "พื้นที่ประกอบการ", "248");
        String code = corrected.declare();
        String page = nida.path();
        survives(
                nida,
                () -> {
                    nida.open(page);
                    corrected.confirm(code);
                },
                "select 1 from application where number = ? and state = 'IN_REVIEW'",
                number);
        survives(
                truat,
                () -> reviewer.take(number, "ตรวจความครบถ้วนถูกต้อง").restIsCorrect().complete(),
                "select 1 from review_case where application_number = ? and stage = 'COMPLETE'",
                number);

        Visitor sanam = visitors.comes("sanam");
        Office inspector = Office.signIn(sanam, "sanam");
        survives(sanam, () -> inspector.take(number, "ตรวจสถานที่").appoint(), "select 1 from inspection where application_number = ?", number);
        survives(
                sanam,
                () -> inspector.take(number, "ตรวจสถานที่").passed("ถูกต้อง"),
                "select 1 from inspection where application_number = ? and passed",
                number);
        survives(
                truat,
                () -> reviewer.take(number, "เสนอความเห็น").advise("เห็นควรอนุญาต", "ถูกต้องครบถ้วน"),
                "select 1 from opinion where application_number = ?",
                number);
        approves(visitors, "hua", 1, number);
        approves(visitors, "nayok", 2, number);

        pays(nida, citizen.open(number).waitFor("รอชำระค่าธรรมเนียม").bill(), number);
        for (int failure = 0; failure < 2; failure++) {
            nida.page().waitForTimeout(moments.nextInt(3_000));
            application.kill();
            application.startAgain();
        }
        citizen.open(number).waitFor("ออกใบอนุญาตแล้ว");
        nothingIsLostOrDoubled(number);
        chainIsIntact(visitors.comes("audit"), number);
    }

    private String applies(Visitor nida, Citizen citizen) {
        Draft draft = citizen.start();
        draft.page("สถานประกอบการ").answer(Premises.answers("ร้านไฟดับ").get("สถานประกอบการ")).save();
        String id = draft.path().replaceFirst(".*/", "");
        survives(
                nida,
                () -> draft.documents().attach(MAP, Paper.pdf("แผนที่.pdf")),
                "select 1 from draft_attachment where draft_id = ?::uuid and document_key = 'locationMap'",
                id);
        assertThat(draft.page("สถานประกอบการ").typedAt("ชื่อสถานประกอบการ"))
                .as("the same session goes on in the same draft")
                .isEqualTo("ร้านไฟดับ");
        draft.answerAll(Premises.answers("ร้านไฟดับ")).attachAll().check().declare();
        String code = citizen.code();
        String page = nida.path();
        survives(nida, () -> {
            nida.open(page);
            draft.confirm(code);
        }, "select 1 from application where draft_id = ?::uuid", id);
        return application.database()
                .sql("select number from application where draft_id = ?::uuid")
                .param(id)
                .query(String.class)
                .single();
    }

    private void approves(Visitors visitors, String username, int level, String number) {
        Visitor approver = visitors.comes(username);
        Office office = Office.signIn(approver, username);
        survives(
                approver,
                () -> office.take(number, "พิจารณาอนุมัติ").approve(),
                "select 1 from decision where application_number = ? and level = " + level,
                number);
    }

    /** The bank is killed as well: what it booked before it tells again afterwards. */
    private void pays(Visitor nida, Bill bill, String number) {
        String qr = bill.scan();
        String reference = bill.line("รหัสอ้างอิง 1");
        survives(
                nida,
                () -> new SandboxBank(nida).pay(qr, "ชำระเงินตามปกติ"),
                "select 1 from sandbox_bank.payment where reference1 = ?",
                reference);
        new Citizen(nida, "nida").open(number);
    }

    /** A step in which the power fails, and which is done again if nothing of it was kept. */
    private void survives(Visitor visitor, Runnable step, String done, String parameter) {
        Duration moment = Duration.ofMillis(moments.nextInt(LATEST_MILLISECONDS));
        if (ROUNDS > 0 || moments.nextInt(ONE_IN) == 0) {
            visitor.losesPower(moment, step);
        }
        if (!holds(done, parameter)) {
            step.run();
            assertThat(holds(done, parameter)).as(done).isTrue();
        }
    }

    private boolean holds(String query, String parameter) {
        return application.database().sql(query).param(parameter).query().optionalValue().isPresent();
    }

    private void nothingIsLostOrDoubled(String number) {
        for (String table : List.of("review_case", "fee_bill", "receipt", "permit", "payments.bill", "opinion", "correction_request")) {
            assertThat(count("select count(*) from " + table + " where application_number = ?", number)).as(table).isEqualTo(1);
        }
        assertThat(count("select count(*) from decision where application_number = ?", number)).isEqualTo(2);
        assertThat(count("select count(*) from application where draft_id = (select draft_id from application where number = ?)", number))
                .isEqualTo(1);
        assertThat(count(
                        """
                        select count(*) from payments.bank_payment p join payments.bill b on b.id = p.bill_id
                        where b.application_number = ?
                        """,
                        number))
                .as("payments on the bill")
                .isEqualTo(1);
        assertThat(count("select count(*) from worklist_task where application_number = ? and closed_at is null", number))
                .as("tasks that nobody waits for")
                .isZero();
        assertThat(count("select count(*) from act_ru_job where retries_ = 0 and ? <> ''", number)).as("jobs given up").isZero();
        assertThat(count("select max(receive_running) - count(*) from review_case where agency = (select agency from application where number = ?)", number))
                .as("gaps in the receive numbers")
                .isZero();
        assertThat(application.database()
                        .sql(
                                """
                                select act from audit_entry where application_number = ?
                                and act not in ('approval.Approved', 'raising.Raised', 'papers.Sealed') group by act having count(*) > 1
                                """)
                        .param(number)
                        .query(String.class)
                        .list())
                .as("acts recorded twice")
                .isEmpty();
        assertThat(application.database()
                        .sql("select kind from paper_seal where application_number = ? group by kind having count(*) > 1")
                        .param(number)
                        .query(String.class)
                        .list())
                .as("papers made twice")
                .isEmpty();
    }

    private long count(String query, String parameter) {
        return application.database().sql(query).param(parameter).query(Long.class).single();
    }

    private static void chainIsIntact(Visitor audit, String number) {
        Office.signIn(audit, "audit");
        audit.open("/backoffice/audit/cases/" + number);
        assertThat(audit.main().locator(".office-point--defect").count()).as("broken links, documents and evidence").isZero();
    }
}
