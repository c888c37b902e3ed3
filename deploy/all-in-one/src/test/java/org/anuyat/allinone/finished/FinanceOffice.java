package org.anuyat.allinone.finished;

import java.util.UUID;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What officers do on the pages about money of one case. */
record FinanceOffice(MockMvcTester web, String number) {

    private static final String REASON = "ชำระซ้ำ";

    MvcTestResult receipts() {
        return web.get().uri("/backoffice/finance/receipts/" + number).accept("text/html").exchange();
    }

    /** Reads again what is going to happen to the newest receipt. */
    MvcTestResult check(String act, String payer) {
        return web.post()
                .uri("/backoffice/finance/receipts/" + number + "/check")
                .accept("text/html")
                .param("act", act)
                .param("reason", "ชื่อผู้ชำระเงินไม่ถูกต้อง")
                .param("purpose", "WRONG_NAME")
                .param("payer", payer)
                .exchange();
    }

    MvcTestResult replace(String receipt, String payer) {
        return web.post()
                .uri("/backoffice/finance/receipts/" + number)
                .accept("text/html")
                .param("receipt", receipt)
                .param("act", "REPLACE")
                .param("reason", "ชื่อผู้ชำระเงินไม่ถูกต้อง")
                .param("purpose", "WRONG_NAME")
                .param("payer", payer)
                .exchange();
    }

    MvcTestResult settle(UUID entry, String decision) {
        return web.post()
                .uri("/backoffice/finance/" + entry)
                .accept("text/html")
                .param("decision", decision)
                .param("reason", REASON)
                .exchange();
    }

    MvcTestResult proposeWholeFee() {
        return web.post()
                .uri("/backoffice/finance/bills/" + number + "/refund")
                .accept("text/html")
                .param("reason", "ยกเลิกการอนุญาต")
                .exchange();
    }

    MvcTestResult approve(UUID proposal) {
        return web.post()
                .uri("/backoffice/refunds/" + proposal)
                .accept("text/html")
                .param("decision", "APPROVE")
                .exchange();
    }

    /** Decides about a difference of a day. */
    MvcTestResult decide(String day, String difference) {
        return web.post()
                .uri(day + "/difference")
                .accept("text/html")
                .param("key", difference)
                .param("decision", "รอไฟล์ของธนาคารวันถัดไป")
                .exchange();
    }

    MvcTestResult close(String day) {
        return web.post().uri(day + "/closing").accept("text/html").param("note", "").exchange();
    }

    /** Types, or enters, what a bank's advice on paper says. */
    MvcTestResult advice(UUID proposal, String step, String reference) {
        return web.post()
                .uri("/backoffice/refunds/" + proposal + "/advice" + step)
                .accept("text/html")
                .param("reference", reference)
                .param("day.day", "20")
                .param("day.month", "11")
                .param("day.year", "2569")
                .exchange();
    }
}
