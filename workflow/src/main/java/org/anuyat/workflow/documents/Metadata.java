package org.anuyat.workflow.documents;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.GregorianCalendar;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDMetadata;

/**
 * What a document says of itself: the information dictionary, and the same in XMP (ISO 16684-1) with the marks of PDF/A-3a
 * (ISO 19005-3, 6.6) and PDF/UA-1 (ISO 14289-1, 5). Written as text: an XMP tree would cost more time than the pages.
 */
final class Metadata {

    private static final String PRODUCER = "Anuyat";

    private static final String XMP = """
            <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            <rdf:Description rdf:about=""
              xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
              xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
              xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
              xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
            <pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
            <dc:format>application/pdf</dc:format>
            <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%1$s</rdf:li></rdf:Alt></dc:title>
            <dc:description><rdf:Alt><rdf:li xml:lang="x-default">%2$s</rdf:li></rdf:Alt></dc:description>
            %3$s<dc:language><rdf:Bag><rdf:li>%4$s</rdf:li></rdf:Bag></dc:language>
            <xmp:CreateDate>%5$s</xmp:CreateDate><xmp:ModifyDate>%5$s</xmp:ModifyDate>
            <pdf:Producer>%6$s</pdf:Producer>
            <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
            <pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
            <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
            <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
            <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
            <pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
            <pdfaProperty:category>internal</pdfaProperty:category>
            <pdfaProperty:description>Which part of ISO 14289 the document follows</pdfaProperty:description>
            </rdf:li></rdf:Seq></pdfaSchema:property>
            </rdf:li>%7$s</rdf:Bag></pdfaExtension:schemas>
            </rdf:Description>%8$s
            </rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="w"?>
            """;

    private static final String ELECTRONIC_SCHEMA = """
            <rdf:li rdf:parseType="Resource">
            <pdfaSchema:schema>Electronic Document Schema</pdfaSchema:schema>
            <pdfaSchema:namespaceURI>urn:etda:pdfa:ElectronicDocument:1p0:standard#</pdfaSchema:namespaceURI>
            <pdfaSchema:prefix>ed</pdfaSchema:prefix>
            <pdfaSchema:property><rdf:Seq>%s</rdf:Seq></pdfaSchema:property>
            </rdf:li>""";

    private static final String ELECTRONIC_PROPERTY = """
            <rdf:li rdf:parseType="Resource"><pdfaProperty:name>%s</pdfaProperty:name><pdfaProperty:valueType>Text</pdfaProperty:valueType>\
            <pdfaProperty:category>external</pdfaProperty:category><pdfaProperty:description>%s</pdfaProperty:description></rdf:li>
            """;

    private static final String ELECTRONIC = """

            <rdf:Description rdf:about="" xmlns:ed="urn:etda:pdfa:ElectronicDocument:1p0:standard#">
            <ed:DocumentFileName>%s</ed:DocumentFileName><ed:DocumentVersion>%s</ed:DocumentVersion>
            <ed:DocumentReferenceID>%s</ed:DocumentReferenceID><ed:DocumentOID>%s</ed:DocumentOID>
            </rdf:Description>""";

    private Metadata() {
    }

    static void write(PDDocument document, DocumentSource source, ZonedDateTime now) throws IOException {
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle(source.title());
        information.setSubject(source.description());
        if (!source.author().isBlank()) {
            information.setAuthor(source.author());
        }
        information.setProducer(PRODUCER);
        information.setCreationDate(GregorianCalendar.from(now));
        information.setModificationDate(GregorianCalendar.from(now));
        document.setDocumentInformation(information);

        String author = source.author().isBlank() ? ""
                : "<dc:creator><rdf:Seq><rdf:li>" + escape(source.author()) + "</rdf:li></rdf:Seq></dc:creator>\n";
        String xmp = XMP.formatted(escape(source.title()), escape(source.description()), author, source.language().toLanguageTag(),
                now.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME), PRODUCER, electronicSchema(source), electronic(source));
        PDMetadata metadata = new PDMetadata(document);
        metadata.importXMPMetadata(xmp.getBytes(StandardCharsets.UTF_8));
        document.getDocumentCatalog().setMetadata(metadata);
    }

    private static String electronicSchema(DocumentSource source) {
        return source.electronic() == null ? "" : ELECTRONIC_SCHEMA.formatted(
                ELECTRONIC_PROPERTY.formatted("DocumentFileName", "Name of the embedded electronic document")
                        + ELECTRONIC_PROPERTY.formatted("DocumentVersion", "Version of its message standard")
                        + ELECTRONIC_PROPERTY.formatted("DocumentReferenceID", "Number of the document")
                        + ELECTRONIC_PROPERTY.formatted("DocumentOID", "Object identifier of the kind of document"));
    }

    private static String electronic(DocumentSource source) {
        DocumentSource.ElectronicDocument document = source.electronic();
        return document == null ? "" : ELECTRONIC.formatted(escape(document.fileName()), escape(document.version()),
                escape(document.referenceId()), escape(document.oid()));
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replaceAll("[\\p{Cntrl}\\uFFFE\\uFFFF]", " ");
    }
}
