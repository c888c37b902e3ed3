package org.anuyat.workflow.payment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.anuyat.workflow.agency.Agency;
import org.anuyat.workflow.documents.DocumentSource;
import org.anuyat.workflow.documents.EmbeddedFile;
import org.anuyat.workflow.documents.Typesetter;
import org.anuyat.workflow.payment.receipt.Receipt;
import org.anuyat.workflow.payment.receipt.ReceiptSettings;
import org.anuyat.workflow.payment.receipt.ReceiptXml;
import org.anuyat.workflow.thai.BahtText;
import org.anuyat.workflow.thai.BuddhistDate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The papers about a fee: pay-in slip and receipt. */
@Component
class FeePapers {

    private static final String XML_NAME = "receipt.xml";

    private final Typesetter typesetter;
    private final ReceiptXml xml;
    private final JsonMapper json;
    private final boolean demonstration;
    private final String slip = template("pay-in-slip");
    private final String receiptTemplate = template("receipt");

    FeePapers(
            Typesetter typesetter, ReceiptXml xml, JsonMapper json, @Value("${anuyat.mode:production}") String mode) {
        this.typesetter = typesetter;
        this.xml = xml;
        this.json = json;
        this.demonstration = mode.equals("demonstration");
    }

    byte[] payInSlip(Agency agency, FeeBill bill, Map<String, ?> more) {
        return typesetter.typeset(source(slip, "ใบแจ้งการชำระเงิน " + bill.reference1(), agency, bill, more)
                .build());
    }

    /**
     * The paper of a receipt with what machines read in it; a cancelled one says so across the page, and carries no XML that could be taken for
     * a valid receipt.
     *
     * @param payer as the receipt names the payer
     * @param madeAt when the paper is made
     */
    byte[] receipt(Agency agency, FeeBill bill, Receipt receipt, String payer, Instant madeAt) {
        Map<String, @Nullable Object> data = new LinkedHashMap<>();
        data.put("receiptNumber", receipt.number());
        data.put("issuedOn", BuddhistDate.dateOf(receipt.issuedAt()));
        data.put("payer", payer);
        data.put("payerAddress", receipt.payerAddress());
        data.put("paidAt", bill.paidByStatement() ? paidOn(bill) : bill.paidAt());
        data.put("bank", bill.bank());
        data.put("transactionId", bill.transactionId());
        Receipt.@Nullable Replacing replacing = receipt.replacing();
        data.put("replaces", replacing == null ? null : replacing.number());
        data.put("replacesReason", replacing == null ? null : replacing.text());
        Receipt.@Nullable Cancellation cancellation = receipt.cancellation();
        data.put("cancelledAt", cancellation == null ? null : cancellation.at());
        data.put("cancelledBy", cancellation == null ? null : cancellation.officerName());
        data.put("cancelReason", cancellation == null ? null : cancellation.reason());
        ReceiptSettings.@Nullable Issuer issuer = xml.issuer(agency.code()).orElse(null);
        data.put("receiver", issuer == null ? null : issuer.receiver());
        data.put("receiverPosition", issuer == null ? null : issuer.receiverPosition());
        Optional<byte[]> embedded = receipt.isValid()
                ? xml.write(new ReceiptXml.Facts(
                        receipt, agency.code(), agency.nameTh(), payer, "ค่าธรรมเนียม" + bill.description(), bill.amountSatang(), madeAt))
                : Optional.empty();
        data.put("attached", embedded.isPresent() ? XML_NAME + ", receipt.json" : "receipt.json");
        String title = "ใบเสร็จรับเงิน เลขที่ " + receipt.number() + (receipt.isValid() ? "" : " (ยกเลิก)");
        DocumentSource.Builder paper = source(receiptTemplate, title, agency, bill, data);
        // first, for programs that know of one associated file only
        embedded.ifPresent(content -> paper
                .attach(new EmbeddedFile(
                        XML_NAME, "text/xml", "ใบเสร็จรับเงินตามมาตรฐาน ETDA ER3-2560", content, EmbeddedFile.Relationship.ALTERNATIVE))
                .electronic(new DocumentSource.ElectronicDocument(
                        XML_NAME, xml.schemaVersion(), receipt.number(), xml.documentOid())));
        paper.attach(new EmbeddedFile(
                "receipt.json", "application/json", "ข้อมูลใบเสร็จรับเงิน", json.writeValueAsBytes(facts(agency, bill, receipt))));
        if (!receipt.isValid()) {
            paper.watermark(demonstration ? "ยกเลิก · ตัวอย่าง ไม่ใช่เอกสารราชการ" : "ยกเลิก");
        }
        return typesetter.typeset(paper.build());
    }

    private static @Nullable LocalDate paidOn(FeeBill bill) {
        return bill.paidAt() == null ? null : BuddhistDate.dateOf(bill.paidAt());
    }

    private static Map<String, Object> facts(Agency agency, FeeBill bill, Receipt receipt) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("receiptNumber", receipt.number());
        facts.put("agency", agency.code());
        facts.put("applicationNumber", bill.applicationNumber());
        facts.put("amountSatang", bill.amountSatang());
        facts.put("currency", "THB");
        facts.put("bank", String.valueOf(bill.bank()));
        facts.put("transactionId", String.valueOf(bill.transactionId()));
        if (bill.paidByStatement()) {
            facts.put("paidOn", String.valueOf(paidOn(bill)));
        } else {
            facts.put("paidAt", String.valueOf(bill.paidAt()));
        }
        facts.put("issuedAt", receipt.issuedAt().toString());
        if (receipt.replacing() != null) {
            facts.put("replaces", receipt.replacing().number());
            facts.put("purposeCode", receipt.replacing().purpose().code());
            facts.put("purpose", receipt.replacing().text());
        }
        if (receipt.cancellation() != null) {
            facts.put("cancelledAt", receipt.cancellation().at().toString());
            facts.put("cancelReason", receipt.cancellation().reason());
        }
        return facts;
    }

    private DocumentSource.Builder source(
            String template, String title, Agency agency, FeeBill bill, Map<String, ? extends @Nullable Object> more) {
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
