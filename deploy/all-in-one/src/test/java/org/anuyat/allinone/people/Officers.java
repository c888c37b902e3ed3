package org.anuyat.allinone.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.stream.Collectors;
import org.anuyat.workflow.approval.Approvals;
import org.anuyat.workflow.approval.refusal.Hearing;
import org.anuyat.workflow.approval.refusal.RefusalGrounds;
import org.anuyat.workflow.calendar.WorkingTime;
import org.anuyat.workflow.delivery.Message;
import org.anuyat.workflow.delivery.Messages;
import org.anuyat.workflow.identity.Accounts;
import org.anuyat.workflow.identity.Officer;
import org.anuyat.workflow.review.Recommendation;
import org.anuyat.workflow.review.cases.ReviewCases;
import org.anuyat.workflow.review.checking.Checks;
import org.anuyat.workflow.review.checking.Finding;
import org.anuyat.workflow.review.inspection.Inspections;
import org.anuyat.workflow.review.opinion.Opinions;
import org.anuyat.workflow.review.receiving.Destination;
import org.anuyat.workflow.review.receiving.Registration;
import org.anuyat.workflow.submission.Applications;
import org.anuyat.workflow.worklist.Worklist;
import org.springframework.stereotype.Component;

/** The agency's officers at work. */
@Component
public class Officers {

    private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");

    private final Accounts accounts;
    private final Applications applications;
    private final ReviewCases cases;
    private final Registration registration;
    private final Checks checks;
    private final Inspections inspections;
    private final Opinions opinions;
    private final Approvals approvals;
    private final Messages messages;
    private final WorkingTime workingTime;
    private final Worklist worklist;
    private final Clock clock;

    Officers(
            Accounts accounts,
            Applications applications,
            ReviewCases cases,
            Registration registration,
            Checks checks,
            Inspections inspections,
            Opinions opinions,
            Approvals approvals,
            Messages messages,
            WorkingTime workingTime,
            Worklist worklist,
            Clock clock) {
        this.accounts = accounts;
        this.applications = applications;
        this.cases = cases;
        this.registration = registration;
        this.checks = checks;
        this.inspections = inspections;
        this.opinions = opinions;
        this.approvals = approvals;
        this.messages = messages;
        this.workingTime = workingTime;
        this.worklist = worklist;
        this.clock = clock;
    }

    public Officer named(String username) {
        return accounts.officerNamed(username).orElseThrow();
    }

    /** A job puts a new application on the list. */
    public void see(String number) {
        await().atMost(Duration.ofSeconds(60)).until(() -> !worklist.of(number).isEmpty());
    }

    public void register(String number) {
        see(number);
        registration.register(number, named("rap"));
    }

    /** Gives the number under which it goes on. */
    public String forward(String number) {
        see(number);
        return java.util.Objects.requireNonNull(registration
                .forward(number, Destination.here("TYN"), "สถานที่ตั้งอยู่ในเขตของหน่วยงานดังกล่าว", named("rap"))
                .newNumber());
    }

    /** Finds everything in order but the points that are named, and these with a remark. */
    private void checkAll(String number, Map<String, String> defects) {
        Map<String, Finding> findings = checks.sheet(applications.get(number), cases.get(number).round()).lines().stream()
                .collect(Collectors.toMap(line -> line.point().key(), line -> defects.containsKey(line.point().key())
                        ? new Finding(
                                false,
                                defects.get(line.point().key()),
                                line.point().targets().stream().map(target -> target.id()).collect(Collectors.toSet()))
                        : Finding.correct()));
        checks.save(number, seen(number), findings, named("truat"));
    }

    public void findComplete(String number) {
        checkAll(number, Map.of());
        checks.complete(number, seen(number), named("truat"));
    }

    public void requestCorrections(String number, Map<String, String> defects) {
        checkAll(number, defects);
        checks.requestCorrections(number, seen(number), null, named("truat"));
    }

    public void inspect(String number, boolean passed) {
        inspections.schedule(number, seen(number), nextWorkingMorning(), named("sanam"), "พบกันที่หน้าร้าน", named("sanam"));
        inspections.record(number, seen(number), passed, "สถานที่ถูกต้องด้วยสุขลักษณะ", named("sanam"));
    }

    public void inspectAgain(String number) {
        inspections.orderAgain(number, seen(number), "โปรดติดตั้งบ่อดักไขมัน", named("truat"));
    }

    private Instant nextWorkingMorning() {
        var day = clock.instant().plus(Duration.ofDays(1)).atZone(BANGKOK).toLocalDate();
        while (!workingTime.isWorkingDay("TYM", day)) {
            day = day.plusDays(1);
        }
        return day.atTime(LocalTime.of(10, 0)).atZone(BANGKOK).toInstant();
    }

    public void recommend(String number, Recommendation recommendation) {
        opinions.recommend(number, seen(number), recommendation, "ตรวจแล้วเห็นควรเสนอเพื่อพิจารณา", named("truat"));
    }

    public void approve(String number, int level) {
        Officer approver = named(level == 1 ? "hua" : "nayok");
        String code = null;
        if (approvals.takesCode(number, level)) {
            String sha256 = approvals.sendCode(number, seen(number), level, "", approver);
            Message letter = messages.latest(approver.email(), 1).get(0);
            assertThat(letter.subject()).contains(number);
            assertThat(letter.body()).contains(sha256);
            code = letter.body().lines().map(String::strip).filter(line -> line.matches("\\d{6}")).findFirst().orElseThrow();
        }
        approvals.approve(number, seen(number), level, "", code, approver);
    }

    public void sendBack(String number, int level) {
        approvals.sendBack(number, seen(number), level, "ขอให้ตรวจสอบแผนผังอีกครั้ง", named(level == 1 ? "hua" : "nayok"));
    }

    public void refuse(String number, int level) {
        RefusalGrounds grounds = new RefusalGrounds(
                "สถานที่ไม่มีบ่อดักไขมัน",
                "พระราชบัญญัติการสาธารณสุข พ.ศ. 2535 มาตรา 38",
                "ไม่ถูกต้องด้วยสุขลักษณะตามข้อบัญญัติท้องถิ่น",
                new Hearing(Hearing.Kind.values()[0], "ผู้ขอได้ชี้แจงแล้ว"));
        approvals.refuse(number, seen(number), level, grounds, named(level == 1 ? "hua" : "nayok"));
    }

    public void passToApproval(String number) {
        register(number);
        findComplete(number);
        inspect(number, true);
        recommend(number, Recommendation.APPROVE);
    }

    /** Everything up to the last approval, after which the fee is asked for. */
    public void grant(String number) {
        passToApproval(number);
        approve(number, 1);
        approve(number, 2);
    }

    private int seen(String number) {
        return cases.get(number).version();
    }
}
