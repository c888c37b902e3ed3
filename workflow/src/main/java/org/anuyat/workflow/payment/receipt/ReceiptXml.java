package org.anuyat.workflow.payment.receipt;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.anuyat.workflow.payment.receipt.ReceiptSettings.Issuer;
import org.anuyat.workflow.thai.BuddhistDate;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Writes a receipt as ETDA's XML: document standard ER3-2560, type T01, schema Receipt_CrossIndustryInvoice 2. The payer's national ID isn't
 * written: a fee's receipt needs none, and the standard has a way to say so. Elements hold limited text: a name that is longer is cut where the
 * paper says all of it, and what was paid for goes on in descriptions.
 */
@Component
@EnableConfigurationProperties(ReceiptSettings.class)
public class ReceiptXml {

    static final String RSM = "urn:etda:uncefact:data:standard:Receipt_CrossIndustryInvoice:2";
    static final String RAM = "urn:etda:uncefact:data:standard:Receipt_ReusableAggregateBusinessInformationEntity:2";

    private static final String RECEIPT = "T01";
    private static final String BAHT = "THB";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS", Locale.ROOT);

    private final ReceiptSettings settings;
    private final XMLOutputFactory factory = XMLOutputFactory.newDefaultFactory();

    public ReceiptXml(ReceiptSettings settings) {
        this.settings = settings;
    }

    /**
     * What the XML says.
     *
     * @param agency its code
     * @param seller the agency's name
     * @param item what was paid for
     * @param amountSatang what was paid, above 0
     * @param madeAt when the document is made
     */
    public record Facts(
            Receipt receipt, String agency, String seller, String payer, String item, long amountSatang, Instant madeAt) {}

    /** The agency as receipts name it; empty when it isn't set up for the XML. */
    public Optional<Issuer> issuer(String agency) {
        return Optional.ofNullable(settings.agencies().get(agency));
    }

    /** Object identifier of the document for the PDF's metadata; may be empty. */
    public String documentOid() {
        return settings.documentOid();
    }

    /** Version of the message standard. */
    public String schemaVersion() {
        return settings.schemaVersion();
    }

    /** Writes the XML in UTF-8; empty when the agency isn't set up for it. */
    public Optional<byte[]> write(Facts facts) {
        return issuer(facts.agency()).map(issuer -> {
            ByteArrayOutputStream out = new ByteArrayOutputStream(4_096);
            try {
                Element root = new Element(factory.createXMLStreamWriter(out, StandardCharsets.UTF_8.name()));
                write(root, facts, issuer);
            } catch (XMLStreamException e) {
                throw new IllegalStateException("XML that is made in memory", e);
            }
            return out.toByteArray();
        });
    }

    private void write(Element to, Facts facts, Issuer issuer) throws XMLStreamException {
        to.begin();
        to.open("rsm:ExchangedDocumentContext");
        to.open("GuidelineSpecifiedDocumentContextParameter");
        to.text("ID", "ER3-2560", "schemeAgencyID", "ETDA", "schemeVersionID", settings.schemaVersion());
        to.close(2);
        document(to, facts);
        to.open("rsm:SupplyChainTradeTransaction");
        agreement(to, facts, issuer);
        to.open("ApplicableHeaderTradeDelivery");
        to.close(1);
        to.open("ApplicableHeaderTradeSettlement");
        to.text("InvoiceCurrencyCode", BAHT, "listID", "ISO 4217 3A");
        to.open("SpecifiedTradeSettlementHeaderMonetarySummation");
        to.text("GrandTotalAmount", baht(facts.amountSatang()), "currencyID", BAHT);
        to.close(2);
        line(to, facts);
        to.close(1);
        to.end();
    }

    private void document(Element to, Facts facts) throws XMLStreamException {
        Receipt receipt = facts.receipt();
        to.open("rsm:ExchangedDocument");
        to.text("ID", receipt.number());
        to.text("Name", settings.documentName());
        to.text("TypeCode", RECEIPT);
        to.text("IssueDateTime", time(receipt.issuedAt()));
        if (receipt.replacing() != null) {
            to.text("Purpose", LimitedText.shortened(receipt.replacing().text()));
            to.text("PurposeCode", receipt.replacing().purpose().code());
        }
        to.text("CreationDateTime", time(facts.madeAt()));
        to.close(1);
    }

    private static void agreement(Element to, Facts facts, Issuer issuer) throws XMLStreamException {
        to.open("ApplicableHeaderTradeAgreement");
        to.open("SellerTradeParty");
        to.text("Name", LimitedText.shortened(facts.seller()));
        to.open("SpecifiedTaxRegistration");
        to.text("ID", issuer.taxId() + issuer.branch(), "schemeID", "TXID");
        to.close(1);
        to.open("PostalTradeAddress");
        to.text("PostcodeCode", issuer.postcode());
        to.text("CityName", issuer.district());
        to.text("CitySubDivisionName", issuer.subDistrict());
        to.text("CountryID", "TH", "schemeID", "3166-1 alpha-2");
        to.text("CountrySubDivisionID", issuer.province());
        to.text("BuildingNumber", issuer.buildingNumber());
        to.close(2);
        buyer(to, facts.payer(), facts.receipt().payerAddress());
        Receipt.Replacing replacing = facts.receipt().replacing();
        if (replacing != null) {
            to.open("AdditionalReferencedDocument");
            to.text("IssuerAssignedID", replacing.number());
            to.text("IssueDateTime", time(replacing.issuedAt()));
            to.text("ReferenceTypeCode", RECEIPT);
            to.close(1);
        }
        to.close(1);
    }

    private static void buyer(Element to, String payer, @Nullable String address) throws XMLStreamException {
        to.open("BuyerTradeParty");
        to.text("Name", LimitedText.shortened(payer));
        to.open("SpecifiedTaxRegistration");
        to.text("ID", "N/A", "schemeID", "OTHR");
        to.close(1);
        if (address != null) {
            to.open("PostalTradeAddress");
            to.text("PostcodeCode", address.substring(address.length() - 5));
            to.text("LineOne", LimitedText.shortened(address));
            to.text("CountryID", "TH", "schemeID", "3166-1 alpha-2");
            to.close(1);
        }
        to.close(1);
    }

    private static void line(Element to, Facts facts) throws XMLStreamException {
        to.open("IncludedSupplyChainTradeLineItem");
        to.open("AssociatedDocumentLineDocument");
        to.text("LineID", "1");
        to.close(1);
        to.open("SpecifiedTradeProduct");
        List<String> item = LimitedText.pieces(facts.item());
        to.text("Name", item.get(0));
        for (String more : item.subList(1, item.size())) {
            to.text("Description", more);
        }
        to.close(1);
        to.open("SpecifiedLineTradeAgreement");
        to.open("GrossPriceProductTradePrice");
        to.text("ChargeAmount", baht(facts.amountSatang()), "currencyID", BAHT);
        to.close(2);
        to.open("SpecifiedLineTradeDelivery");
        to.text("BilledQuantity", "1");
        to.close(1);
        to.open("SpecifiedLineTradeSettlement");
        to.open("SpecifiedTradeSettlementLineMonetarySummation");
        to.text("NetIncludingTaxesLineTotalAmount", baht(facts.amountSatang()), "currencyID", BAHT);
        to.close(3);
    }

    private static String baht(long satang) {
        return BigDecimal.valueOf(satang, 2).toPlainString();
    }

    /** The wall clock of Thailand, as the standard's samples write it. */
    private static String time(Instant instant) {
        return instant.atZone(BuddhistDate.ZONE).format(TIME);
    }

    /** Elements one after another; a name without a prefix is one of the business entities. */
    private record Element(XMLStreamWriter xml) {

        void begin() throws XMLStreamException {
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("rsm:Receipt_CrossIndustryInvoice");
            xml.writeNamespace("rsm", RSM);
            xml.writeNamespace("ram", RAM);
        }

        void open(String name) throws XMLStreamException {
            xml.writeStartElement(name.contains(":") ? name : "ram:" + name);
        }

        void text(String name, String value, String... attributes) throws XMLStreamException {
            open(name);
            for (int i = 0; i < attributes.length; i += 2) {
                xml.writeAttribute(attributes[i], attributes[i + 1]);
            }
            xml.writeCharacters(LimitedText.plain(value));
            close(1);
        }

        void close(int levels) throws XMLStreamException {
            for (int i = 0; i < levels; i++) {
                xml.writeEndElement();
            }
        }

        void end() throws XMLStreamException {
            xml.writeEndDocument();
            xml.flush();
            xml.close();
        }
    }
}
