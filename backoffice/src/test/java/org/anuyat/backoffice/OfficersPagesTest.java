package org.anuyat.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.anuyat.testing.FormBrowser.Page;
import org.anuyat.workflow.worklist.TaskKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootTest(classes = OfficeHours.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class OfficersPagesTest {

    @LocalServerPort
    int port;

    @Autowired
    OfficeHours.Cases cases;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void nothingWaits() {
        jdbc.sql("truncate worklist_task").update();
    }

    Desktop of(String officer) {
        return new Desktop(port, officer);
    }

    static String at(String number) {
        return "/backoffice/cases/" + number;
    }

    /** A case that is being checked. */
    String registered() {
        String number = cases.submitted("นายสมชาย ใจดี");
        Desktop pranee = of("pranee");
        assertThat(pranee.get(at(number) + "/register").status()).isEqualTo(200);
        assertThat(pranee.post(at(number) + "/register", Map.of()).status()).isEqualTo(302);
        cases.open(number, TaskKind.CHECK);
        return number;
    }

    @Test
    void the_desk_shows_what_waits_and_says_when_nothing_does() {
        assertThat(of("pranee").get("/backoffice").body()).contains("ขณะนี้ไม่มีงานรอดำเนินการ");
        String number = cases.submitted("นายสมชาย ใจดี");
        Page desk = of("pranee").get("/backoffice");
        assertThat(desk.status()).isEqualTo(200);
        assertThat(desk.body()).contains(number).contains("นายสมชาย ใจดี").contains("ลงรับคำขอ");
        assertThat(of("pranee").get("/backoffice?lang=en").body()).contains("Register");
    }

    @Test
    void the_list_is_searched_sorted_and_filtered_by_its_address() {
        String somchai = cases.submitted("นายสมชาย ใจดี");
        String suda = cases.submitted("นางสาวสุดา แสงทอง");
        Desktop pranee = of("pranee");
        assertThat(pranee.get("/backoffice/tasks").body()).contains(somchai).contains(suda);
        assertThat(pranee.get("/backoffice/tasks?q=%E0%B8%AA%E0%B8%B8%E0%B8%94%E0%B8%B2&sort=due&kind=register").body())
                .contains(suda)
                .doesNotContain(somchai);
        assertThat(pranee.get("/backoffice/tasks?overdue=true").body()).contains("ไม่พบงานที่ตรงกับเงื่อนไข");
        assertThat(pranee.get("/backoffice/tasks?kind=nonsense&at=nonsense").status()).isEqualTo(200);
    }

    @Test
    void a_list_is_exported_and_no_cell_is_a_formula() {
        cases.submitted("=HYPERLINK(\"http://evil\")");
        Page csv = of("pranee").get("/backoffice/tasks.csv");
        assertThat(csv.body()).startsWith("\uFEFF").contains("\"'=HYPERLINK(\"\"http://evil\"\")\"");
        Page xlsx = of("pranee").get("/backoffice/tasks.xlsx");
        assertThat(xlsx.status()).isEqualTo(200);
        assertThat(xlsx.body()).startsWith("PK");
    }

    @Test
    void a_case_is_nobodys_business_outside_of_its_agency_and_of_designers() {
        String number = cases.submitted("นายสมชาย ใจดี");
        assertThat(of("pranee").get(at(number)).status()).isEqualTo(200);
        assertThat(of("stranger").get(at(number)).status()).isEqualTo(404);
        assertThat(of("designer").get(at(number)).status()).isEqualTo(403);
    }

    @Test
    void registering_is_confirmed_on_a_page_and_shows_the_number() {
        String number = cases.submitted("นายสมชาย ใจดี");
        Desktop pranee = of("pranee");
        assertThat(pranee.get(at(number) + "/register").status()).isEqualTo(200);
        Page answer = pranee.post(at(number) + "/register", Map.of());
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.location()).startsWith(at(number));
        assertThat(pranee.get(at(number)).body()).contains("/2569");
    }

    @Test
    void wrong_roles_and_wrong_agencies_do_nothing() {
        String number = cases.submitted("นายสมชาย ใจดี");
        Desktop malee = of("malee");
        assertThat(malee.get(at(number) + "/register").status()).isEqualTo(403);
        assertThat(malee.post(at(number) + "/register", Map.of()).status()).isEqualTo(403);
        Desktop stranger = of("stranger");
        assertThat(stranger.post(at(number) + "/register", Map.of()).status())
                .isEqualTo(404);
        assertThat(of("pranee").get(at(number)).body()).contains("รอลงรับ");
    }

    @Test
    void who_comes_second_sees_who_was_first_and_keeps_what_was_typed() {
        String number = cases.submitted("นายสมชาย ใจดี");
        Desktop pranee = of("pranee");
        Desktop somsri = of("somsri");
        assertThat(somsri.get(at(number) + "/forward").status()).isEqualTo(200);
        pranee.post(at(number) + "/register", Map.of());
        Page late = somsri.post(at(number) + "/forward", Map.of("agency", "TYN", "reason", "อยู่ในเขตตัวอย่างเหนือ"));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.body())
                .contains("นางpranee")
                .contains("23 พฤศจิกายน 2569")
                .contains("อยู่ในเขตตัวอย่างเหนือ");
    }

    @Test
    void forwarding_needs_an_agency_and_a_reason() {
        String number = cases.submitted("นายสมชาย ใจดี");
        Desktop pranee = of("pranee");
        Page again = pranee.post(at(number) + "/forward", Map.of("agency", "", "reason", "เหตุผล"));
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("โปรดเลือกหน่วยงานที่รับผิดชอบ").contains("เหตุผล");
        Page elsewhere = pranee.post(at(number) + "/forward/check", Map.of("agency", "other", "name", "กรมตัวอย่าง", "reason", "เหตุผล"));
        assertThat(elsewhere.status()).isEqualTo(422);
        assertThat(elsewhere.body()).contains("โปรดระบุที่อยู่และช่องทางติดต่อ");
        Page check = pranee.post(at(number) + "/forward/check", Map.of("agency", "TYN", "reason", "เหตุผล"));
        assertThat(check.status()).isEqualTo(200);
        assertThat(check.body()).contains("ผู้ยื่นคำขอไม่ต้องยื่นใหม่");
        assertThat(pranee.post(at(number) + "/forward", Map.of("agency", "TYN", "reason", "เหตุผล")).status())
                .isEqualTo(302);
        assertThat(pranee.get(at(number)).body()).contains("เทศบาลตำบลตัวอย่างเหนือ");
    }

    @Test
    void the_checklist_keeps_what_was_found_and_the_letter_is_shown_before_it_goes() {
        String number = registered();
        Desktop malee = of("malee");
        Page sheet = malee.get(at(number) + "/check");
        assertThat(sheet.status()).isEqualTo(200);
        String point = sheet.body().split("name=\"found:")[1].split("\"")[0];
        String version = sheet.hidden("version");

        Page again = malee.post(at(number) + "/check",
                Map.of("version", version, "action", "save", "found:" + point, "defect", "remark:" + point, ""));
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("โปรดระบุข้อบกพร่อง");

        Page kept = malee.post(at(number) + "/check",
                Map.of("version", version, "action", "rest", "found:" + point, "defect", "remark:" + point, "ไม่ชัดเจน"));
        assertThat(kept.status()).isEqualTo(302);
        Page result = malee.get(at(number) + "/check/result");
        assertThat(result.body()).contains("ไม่ชัดเจน").contains("เรียน").contains("8 ธันวาคม 2569");

        Page stale = malee.post(at(number) + "/check",
                Map.of("version", version, "action", "save", "found:" + point, "defect", "remark:" + point, "อีกอย่าง"));
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.body()).contains("อีกอย่าง").contains("นางmalee");

        Page sent = malee.post(at(number) + "/check/corrections", Map.of("version", result.hidden("version")));
        assertThat(sent.status()).isEqualTo(302);
        assertThat(malee.get(at(number)).body()).contains("รอผู้ยื่นคำขอแก้ไข");
    }

    @Test
    void approvers_read_decide_and_refuse_with_every_part() {
        String number = recommended();
        Desktop director = of("director");
        assertThat(director.get(at(number) + "/decision/1").body()).contains("เห็นควรอนุญาต").contains("ครบถ้วน");
        Page form = director.get(at(number) + "/decision/1/refuse");
        Map<String, String> order = new HashMap<>(Map.of(
                "version", form.hidden("version"),
                "facts", "ไม่มีบ่อดักไขมัน",
                "law", "",
                "reasons", "น้ำเสีย",
                "hearing", "HEARD",
                "hearingNote", "แจ้งแล้ว",
                "confirmed", "true"));
        Page again = director.post(at(number) + "/decision/1/refuse", order);
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("โปรดระบุข้อกฎหมายที่อ้างอิง").contains("ไม่มีบ่อดักไขมัน");
        order.put("law", "ข้อ 7");
        assertThat(of("mayor").post(at(number) + "/decision/1/refuse", order).status())
                .isEqualTo(403);
        assertThat(director.post(at(number) + "/decision/1/refuse", order).status()).isEqualTo(302);
        assertThat(director.get(at(number)).body()).contains("ไม่มีบ่อดักไขมัน").contains("ข้อ 7");
    }

    @ParameterizedTest
    @ValueSource(strings = {"approve", "send-back"})
    void approvers_approve_and_send_back(String way) {
        String number = recommended();
        Desktop director = of("director");
        Page form = director.get(at(number) + "/decision/1/" + way);
        Page done = director.post(at(number) + "/decision/1/" + way,
                Map.of("version", form.hidden("version"), "confirmed", "true", "reason", "โปรดทบทวน", "remark", ""));
        assertThat(done.status()).isEqualTo(302);
        assertThat(director.get(at(number)).body()).contains("นางdirector");
    }

    @Test
    void the_last_approver_confirms_with_a_code() {
        String number = recommended();
        Desktop director = of("director");
        Page first = director.get(at(number) + "/decision/1/approve");
        director.post(at(number) + "/decision/1/approve", Map.of("version", first.hidden("version"), "confirmed", "true"));
        cases.openApproval(number, 2);
        Desktop mayor = of("mayor");
        Page form = mayor.get(at(number) + "/decision/2/approve");
        Map<String, String> decision = new HashMap<>(Map.of(
                "version", form.hidden("version"), "confirmed", "true", "remark", "ติดตั้งบ่อดักไขมัน"));

        Page asked = mayor.post(at(number) + "/decision/2/approve", decision);
        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.body()).contains("mayor@tym.example", "รหัสยืนยัน", "SHA-256");
        assertThat(asked.hidden("remark")).isEqualTo("ติดตั้งบ่อดักไขมัน");
        decision.put("code", "12");
        Page again = mayor.post(at(number) + "/decision/2/approve", decision);
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.body()).contains("รหัสไม่ถูกต้อง");
        decision.put("code", cases.code(number));
        assertThat(mayor.post(at(number) + "/decision/2/approve", decision).status()).isEqualTo(302);
    }

    @Test
    void an_approver_without_a_key_is_told_before_deciding() {
        String number = recommended();
        Desktop director = of("director");
        OfficeHours.WITHOUT_KEY.addAll(List.of("director", "mayor"));
        try {
            Page first = director.get(at(number) + "/decision/1/approve");
            assertThat(first.body()).as("only the last approver signs").doesNotContain("ยังไม่มีใบรับรองอิเล็กทรอนิกส์");
            director.post(at(number) + "/decision/1/approve", Map.of("version", first.hidden("version"), "confirmed", "true"));
            cases.openApproval(number, 2);
            Desktop mayor = of("mayor");
            assertThat(mayor.get(at(number) + "/decision/2/approve").body())
                    .contains("ยังไม่มีใบรับรองอิเล็กทรอนิกส์", "กลับไปเลือกคำสั่ง")
                    .doesNotContain("บันทึกคำสั่งอนุญาต");
            OfficeHours.WITHOUT_KEY.remove("mayor");
            Page form = mayor.get(at(number) + "/decision/2/approve");
            OfficeHours.WITHOUT_KEY.add("mayor");

            Page refused = mayor.post(
                    at(number) + "/decision/2/approve", Map.of("version", form.hidden("version"), "confirmed", "true", "remark", "ติดป้ายให้เห็นชัด"));

            assertThat(refused.status()).isEqualTo(422);
            assertThat(refused.body()).contains("ยังไม่มีใบรับรองอิเล็กทรอนิกส์", "ติดป้ายให้เห็นชัด");
            assertThat(cases.code(number)).isNull();
        } finally {
            OfficeHours.WITHOUT_KEY.clear();
        }
    }

    /** A case before the first approver. */
    private String recommended() {
        String number = registered();
        Desktop malee = of("malee");
        Page sheet = malee.get(at(number) + "/check");
        malee.post(at(number) + "/check", Map.of("version", sheet.hidden("version"), "action", "rest"));
        Page result = malee.get(at(number) + "/check/result");
        malee.post(at(number) + "/check/complete", Map.of("version", result.hidden("version")));
        jdbc.sql("update review_case set stage = 'INSPECTED' where application_number = ?").param(number).update();
        cases.open(number, TaskKind.RECOMMEND);
        Page opinion = malee.get(at(number) + "/opinion");
        Page done = malee.post(at(number) + "/opinion",
                Map.of(
                        "version", opinion.hidden("version"),
                        "recommendation", "APPROVE",
                        "opinion", "ครบถ้วน",
                        "confirmed", "true"));
        assertThat(done.status()).isEqualTo(302);
        cases.openApproval(number, 1);
        return number;
    }
}
