package org.anuyat.backoffice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.anuyat.testing.FormBrowser.Page;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(classes = OfficeHours.class, webEnvironment = WebEnvironment.RANDOM_PORT)
class StaffPagesTest {

    private static final String OFFICERS = "/backoffice/officers";

    @LocalServerPort
    int port;

    @Test
    void an_officer_is_entered_changed_and_loses_access() {
        Desktop administrator = new Desktop(port, "administrator");
        administrator.post(OFFICERS, officer("second@tym.example", "ADMINISTRATOR"));
        Page wrong = administrator.post(OFFICERS, Map.of("username", "has space"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.body()).contains("ชื่อผู้ใช้งานต้องไม่มีช่องว่าง").contains("โปรดเลือกหน้าที่อย่างน้อยหนึ่งหน้าที่");

        assertThat(administrator.post(OFFICERS, officer("walked@tym.example", "REVIEWER")).status()).isEqualTo(302);
        Page taken = administrator.post(OFFICERS, officer("walked@tym.example", "REVIEWER"));
        assertThat(taken.status()).isEqualTo(422);
        assertThat(taken.body()).contains("มีผู้ใช้ชื่อนี้แล้ว");

        String list = administrator.get(OFFICERS + "?q=WALKED").body();
        assertThat(list).contains("ตรวจสอบคำขอ").doesNotContain("second@tym.example");
        String member = OFFICERS + "/" + list.split("href=\"" + OFFICERS + "/(?!new)")[1].split("\"")[0];
        Page page = administrator.get(member);
        Map<String, String> changed = new HashMap<>(officer("walked@tym.example", "INSPECTOR"));
        changed.put("version", page.hidden("version"));
        assertThat(administrator.post(member, changed).status()).isEqualTo(302);
        Page stale = administrator.post(member, changed);
        assertThat(stale.status()).isEqualTo(422);
        assertThat(stale.body()).contains("มีผู้อื่นแก้ไขบัญชีนี้ระหว่างนั้น");

        String version = administrator.get(member).hidden("version");
        assertThat(administrator.post(member + "/end", Map.of("version", version)).status()).isEqualTo(422);
        assertThat(administrator
                        .post(member + "/end", Map.of("version", version, "when", "now", "reason", "ย้าย"))
                        .status())
                .isEqualTo(302);
        assertThat(administrator.get(OFFICERS + "?q=walked").body()).doesNotContain("walked@tym.example");
        assertThat(administrator.get(OFFICERS + "?q=walked&show=all").body()).contains("สิ้นสุดเมื่อ 22 พฤศจิกายน 2569");
    }

    @Test
    void nobody_else_comes_here() {
        for (String other : new String[] {"malee", "mayor", "designer"}) {
            Desktop desktop = new Desktop(port, other);
            assertThat(desktop.get(OFFICERS).status()).isEqualTo(403);
            assertThat(desktop.post(OFFICERS, officer("friend@tym.example", "APPROVER_2")).status()).isEqualTo(403);
        }
    }

    private static Map<String, String> officer(String username, String role) {
        return Map.of(
                "username", username, "firstName", "ตรวจ", "lastName", "ละเอียด", "position", "นักวิชาการ", "roles", role);
    }
}
