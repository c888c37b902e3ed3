package org.anuyat.workflow.payment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.anuyat.workflow.agency.Agency;
import org.anuyat.workflow.documents.DocumentSource;
import org.anuyat.workflow.documents.EmbeddedFile;
import org.anuyat.workflow.documents.Typesetter;
import org.anuyat.workflow.thai.BahtText;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The papers about a fee: pay-in slip and receipt. */
@Component
class FeePapers {

    private final Typesetter typesetter;
    private final JsonMapper json;
    private final boolean demonstration;
    private final String slip = template("pay-in-slip");
    private final String receipt = template("receipt");

    FeePapers(
            Typesetter typesetter, JsonMapper json, @Value("${anuyat.mode:production}") String mode) {
        this.typesetter = typesetter;
        this.json = json;
        this.demonstration = mode.equals("demonstration");
    }

    byte[] payInSlip(Agency agency, FeeBill bill, Map<String, ?> more) {
        return typesetter.typeset(source(slip, "ใบแจ้งการชำระเงิน " + bill.reference1(), agency, bill, more)
                .build());
    }

    byte[] receipt(Agency agency, FeeBill bill, Map<String, ?> more) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("receiptNumber", more.get("receiptNumber"));
        facts.put("agency", agency.code());
        facts.put("applicationNumber", bill.applicationNumber());
        facts.put("amountSatang", bill.amountSatang());
        facts.put("currency", "THB");
        facts.put("bank", bill.bank());
        facts.put("transactionId", bill.transactionId());
        facts.put("paidAt", String.valueOf(bill.paidAt()));
        return typesetter.typeset(source(
                        receipt, "ใบเสร็จรับเงิน เลขที่ " + more.get("receiptNumber"), agency, bill, more)
                .attach(new EmbeddedFile(
                        "receipt.json", "application/json", "ข้อมูลใบเสร็จรับเงิน", json.writeValueAsBytes(facts)))
                .build());
    }

    private DocumentSource.Builder source(
            String template, String title, Agency agency, FeeBill bill, Map<String, ?> more) {
        return DocumentSource.of(template, title)
                .author(agency.nameTh())
                .data("agency", agency.nameTh())
                .data("agencyEn", agency.nameEn())
                .data("address", agency.addressTh())
                .data("phone", agency.phone())
                .data("applicationNumber", bill.applicationNumber())
                .data("description", bill.description())
                .data("legalBasis", bill.legalBasis().th())
                .data("billerId", bill.billerId())
                .data("reference1", bill.reference1())
                .data("reference2", bill.reference2())
                .data("amount", amount(bill.amountSatang()))
                .data("amountInWords", BahtText.of(bill.amountSatang()))
                .data("qr", bill.qrPayload())
                .data("barcode", bill.barcodePayload())
                .data("barcodeText", bill.barcodePayload().replace('\r', ' '))
                .data(more)
                .watermark(demonstration ? "ตัวอย่าง ไม่ใช่เอกสารราชการ" : null);
    }

    private static String amount(long satang) {
        NumberFormat format = NumberFormat.getNumberInstance(Locale.ROOT);
        format.setMinimumFractionDigits(2);
        return format.format(BigDecimal.valueOf(satang, 2));
    }

    private static String template(String name) {
        try {
            return new ClassPathResource("documents/" + name + ".html").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the template " + name + " is missing", e);
        }
    }
}
