package org.anuyat.allinone.finished;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who may open which pages, and what the auditor sees there. */
class AuditorPagesTests extends FinishedCase {

    @Autowired
    private JdbcClient jdbc;

    @ParameterizedTest(name = "{1} opens {0}: {2}")
    @CsvSource({
        "/backoffice/audit,audit,200",
        "/backoffice/audit,truat,403",
        "/backoffice/audit/export.jsonl,nayok,403",
        "/backoffice/finance,ngoen,200",
        "/backoffice/finance,audit,403",
        "/backoffice/finance/day-files,ngoen,200",
        "/backoffice/finance/day-files,audit,403",
        "/backoffice/refunds,ngoen,200",
        "/backoffice/refunds,hua,200",
        "/backoffice/refunds,truat,403",
        "/backoffice/signature,hua,200",
        "/backoffice/signature,truat,403",
        "/backoffice/permits,nayok,200",
        "/backoffice/permits,hua,403"
    })
    void pages_of_a_role_are_closed_to_others(String page, String officer, int status) {
        pages.signIn(officer);
        assertThat(pages.open(page)).hasStatus(status);
    }

    @Test
    void the_auditor_sees_every_act_the_documents_and_the_applicants_signature() {
        permitted.awaitRaised();
        pages.signIn("audit");
        assertThat(pages.open("/backoffice/audit/cases/" + number))
                .hasStatusOk()
                .bodyText()
                .contains("บันทึกถูกต้องครบถ้วน", "submission.Submitted", "issuance.Issued", "raising.Raised", "PAdES-BASELINE-LTA", "ครบตามที่กำหนด")
                .contains("เอกสารเป็นฉบับจริงและไม่มีการแก้ไข", "ข้อความที่ลงลายมือชื่อตรงกับค่า")
                .doesNotContain("office-point--defect");
        assertThat(pages.open("/backoffice/audit/cases/TYM69-999999-99")).hasStatus(404);
    }

    @Test
    void an_entry_that_was_changed_behind_the_platforms_back_is_found() {
        pages.signIn("audit");
        jdbc.sql("alter table audit_entry disable trigger user").update();
        jdbc.sql("update audit_entry set actor_name = 'คนอื่น' where application_number = ? and act = 'review.Registered'")
                .param(number)
                .update();
        try {
            assertThat(pages.web().post().uri("/backoffice/audit/check").exchange())
                    .hasStatusOk()
                    .bodyText()
                    .contains("พบความผิดปกติในบันทึก", "ข้อมูลที่ใช้ค้นหาไม่ตรงกับข้อความ");
        } finally {
            jdbc.sql(
                            """
                            update audit_entry set actor_name = record::jsonb -> 'actor' ->> 'name'
                            where application_number = ? and act = 'review.Registered'
                            """)
                    .param(number)
                    .update();
            jdbc.sql("alter table audit_entry enable trigger user").update();
        }
        assertThat(pages.web().post().uri("/backoffice/audit/check").exchange()).bodyText().contains("บันทึกถูกต้องครบถ้วน");
    }
}
