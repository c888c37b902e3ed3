package org.anuyat.workflow.payment.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** What is known of ETDA's receipt: order, namespaces, lengths and codes by a schema, the rules between elements one by one. */
class ReceiptXmlTest {

    private static final ReceiptSettings SETTINGS = new ReceiptSettings(
            "ใบรับ (ใบเสร็จรับเงิน)",
            "v2.0",
            "",
            Map.of("TYM", issuer("1")));
    private static final Instant ISSUED = Instant.parse("2026-11-21T03:00:00Z");

    private static ReceiptSettings.Issuer issuer(String buildingNumber) {
        return new ReceiptSettings.Issuer("0994000999992", "00000", buildingNumber, "100101", "1001", "10", "10000", null, null);
    }

    static Receipt original() {
        return new Receipt("TYM70/0000001", "TYM", "TYM70-000001-18", ISSUED, null, null, null, null, null, null);
    }

    static Receipt replacement(Purpose purpose, String text, String address) {
        return new Receipt(
                "TYM70/0000002", "TYM", "TYM70-000001-18", ISSUED.plusSeconds(86_400), "นางสาวสมหญิง รักดี <ใหม่>", address,
                new Receipt.Replacing("TYM70/0000001", ISSUED, purpose, text), null, null, null);
    }

    private static byte[] write(Receipt receipt) {
        return new ReceiptXml(SETTINGS)
                .write(new ReceiptXml.Facts(
                        receipt, "TYM", "เทศบาลเมืองตัวอย่าง", receipt.payer() == null ? "นาย ก" : receipt.payer(),
                        "ค่าธรรมเนียมใบอนุญาต\u0007", 200_050, ISSUED.plusSeconds(60)))
                .orElseThrow();
    }

    private static void assertValid(byte[] xml) throws Exception {
        Schema schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(ReceiptXmlTest.class.getResource("/receipt/receipt.xsd"));
        assertThatCode(() -> schema.newValidator().validate(new StreamSource(new ByteArrayInputStream(xml))))
                .as(new String(xml, StandardCharsets.UTF_8))
                .doesNotThrowAnyException();
    }

    /** The text at a path of local names. */
    private static String at(byte[] xml, String path) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
        XPath xpath = XPathFactory.newInstance().newXPath();
        return xpath.evaluate("/" + path.replaceAll("/?([A-Za-z_]+)(?=[/\\[]|$)", "/*[local-name()='$1']"), document);
    }

    @Test
    void a_receipt_says_who_took_what_for_which_fee() throws Exception {
        byte[] xml = write(original());
        assertValid(xml);
        assertThat(at(xml, "Receipt_CrossIndustryInvoice/ExchangedDocument/ID")).isEqualTo("TYM70/0000001");
        assertThat(at(xml, "Receipt_CrossIndustryInvoice/ExchangedDocument/TypeCode")).isEqualTo("T01");
        assertThat(at(xml, "Receipt_CrossIndustryInvoice/ExchangedDocument/IssueDateTime")).isEqualTo("2026-11-21T10:00:00.000");
        assertThat(at(xml, "Receipt_CrossIndustryInvoice/ExchangedDocument/PurposeCode")).isEmpty();
        String agreement = "Receipt_CrossIndustryInvoice/SupplyChainTradeTransaction/ApplicableHeaderTradeAgreement/";
        // tax ID of 13 digits and branch of 5
        assertThat(at(xml, agreement + "SellerTradeParty/SpecifiedTaxRegistration/ID")).isEqualTo("099400099999200000");
        assertThat(at(xml, agreement + "BuyerTradeParty/SpecifiedTaxRegistration/ID")).isEqualTo("N/A");
        assertThat(at(xml, agreement + "AdditionalReferencedDocument")).isEmpty();
        assertThat(at(
                        xml,
                        "Receipt_CrossIndustryInvoice/SupplyChainTradeTransaction/ApplicableHeaderTradeSettlement/"
                                + "SpecifiedTradeSettlementHeaderMonetarySummation/GrandTotalAmount"))
                .isEqualTo("2000.50");
    }

    @Test
    void a_replacement_names_the_cancelled_receipt_and_why() throws Exception {
        for (Purpose purpose : Purpose.values()) {
            byte[] xml = write(replacement(purpose, "ชื่อ & ที่อยู่", "9 หมู่ 2 ตำบลตัวอย่าง อำเภอเมือง จังหวัดตัวอย่าง 10110"));
            assertValid(xml);
            assertThat(at(xml, "Receipt_CrossIndustryInvoice/ExchangedDocument/PurposeCode")).isEqualTo(purpose.code());
            assertThat(at(xml, "Receipt_CrossIndustryInvoice/ExchangedDocument/Purpose")).isEqualTo("ชื่อ & ที่อยู่");
            String agreement = "Receipt_CrossIndustryInvoice/SupplyChainTradeTransaction/ApplicableHeaderTradeAgreement/";
            assertThat(at(xml, agreement + "AdditionalReferencedDocument/IssuerAssignedID")).isEqualTo("TYM70/0000001");
            assertThat(at(xml, agreement + "AdditionalReferencedDocument/ReferenceTypeCode")).isEqualTo("T01");
            assertThat(at(xml, agreement + "AdditionalReferencedDocument/IssueDateTime")).isEqualTo("2026-11-21T10:00:00.000");
            assertThat(at(xml, agreement + "BuyerTradeParty/Name")).isEqualTo("นางสาวสมหญิง รักดี <ใหม่>");
            assertThat(at(xml, agreement + "BuyerTradeParty/PostalTradeAddress/PostcodeCode")).isEqualTo("10110");
        }
    }

    @Test
    void an_agency_that_is_not_set_up_has_no_xml() {
        ReceiptXml.Facts facts = new ReceiptXml.Facts(original(), "TYN", "เทศบาล", "นาย ก", "ค่าธรรมเนียม", 100, ISSUED);
        assertThat(new ReceiptXml(SETTINGS).write(facts)).isEmpty();
    }

    @Test
    void what_is_longer_than_an_element_takes_is_cut_or_goes_on() throws Exception {
        // a consonant with vowel and tone mark: 3 characters that belong together
        String name = "ที่".repeat(100);
        String item = "ก" + "ที่".repeat(250);
        byte[] xml = new ReceiptXml(SETTINGS)
                .write(new ReceiptXml.Facts(original(), "TYM", name, name, item, 100, ISSUED))
                .orElseThrow();
        assertValid(xml);
        String transaction = "Receipt_CrossIndustryInvoice/SupplyChainTradeTransaction/";
        String cut = "ที่".repeat(85) + "…";
        assertThat(at(xml, transaction + "ApplicableHeaderTradeAgreement/SellerTradeParty/Name")).isEqualTo(cut);
        assertThat(at(xml, transaction + "ApplicableHeaderTradeAgreement/BuyerTradeParty/Name")).isEqualTo(cut);
        String product = transaction + "IncludedSupplyChainTradeLineItem/SpecifiedTradeProduct/";
        assertThat(at(xml, product + "Name")).isEqualTo("ก" + "ที่".repeat(85));
        assertThat(at(xml, product + "Name") + at(xml, product + "Description[1]") + at(xml, product + "Description[2]"))
                .isEqualTo(item);
    }

    @Test
    void as_much_as_an_element_takes_stays_as_it_is() throws Exception {
        String name = "ก".repeat(256);
        String address = "9 หมู่ 2  " + "ก".repeat(240) + "\n10110";
        assertThat(Replacement.isAddress(address)).isTrue();
        byte[] xml = new ReceiptXml(SETTINGS)
                .write(new ReceiptXml.Facts(
                        replacement(Purpose.OTHER, name, address), "TYM", name, name, name, 100, ISSUED))
                .orElseThrow();
        assertValid(xml);
        assertThat(at(xml, "Receipt_CrossIndustryInvoice/ExchangedDocument/Purpose")).isEqualTo(name);
        String agreement = "Receipt_CrossIndustryInvoice/SupplyChainTradeTransaction/ApplicableHeaderTradeAgreement/";
        assertThat(at(xml, agreement + "SellerTradeParty/Name")).isEqualTo(name);
        assertThat(at(xml, agreement + "BuyerTradeParty/PostalTradeAddress/LineOne"))
                .isEqualTo("9 หมู่ 2 " + "ก".repeat(240) + " 10110");
    }

    @Test
    void settings_that_no_receipt_could_say_are_refused() {
        assertThat(issuer("1/23-25 อาคาร ก").buildingNumber()).hasSize(15);
        for (String number : new String[] {"", " ", "เลขที่ 123/45 ชั้น 6"}) {
            assertThatIllegalArgumentException().isThrownBy(() -> issuer(number)).withMessageContaining("building-number");
        }
        for (String name : new String[] {"", "ใ".repeat(36)}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new ReceiptSettings(name, "v2.0", "", Map.of()))
                    .withMessageContaining("document-name");
        }
    }
}
