package org.anuyat.payments.service.banks.ktb;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import javax.xml.stream.XMLStreamWriter;
import org.anuyat.payments.service.banks.calls.UnreadableReport;
import org.jspecify.annotations.Nullable;

/**
 * A SOAP message with one element of flat fields in its body. The namespaces are read and sent back as they come: those of the bank's
 * description aren't public.
 *
 * @param envelope namespace of the envelope, which tells SOAP 1.1 from 1.2
 * @param namespace of the element; empty when it has none
 * @param element local name of the element
 * @param fields by local name
 */
record KtbEnvelope(String envelope, String namespace, String element, Map<String, String> fields) {

    /** Depth of the element in the body, and of its fields. */
    private static final int ELEMENT = 3;
    private static final int FIELD = 4;

    /**
     * Reads a message. Document types are refused, and with them all entities.
     *
     * @throws UnreadableReport when it isn't such a message
     */
    static KtbEnvelope read(byte[] message) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(message));
            try {
                return read(xml);
            } finally {
                xml.close();
            }
        } catch (XMLStreamException e) {
            throw new UnreadableReport("the message is not well-formed XML", e);
        }
    }

    private static KtbEnvelope read(XMLStreamReader xml) throws XMLStreamException {
        String envelope = "";
        String namespace = "";
        String element = "";
        String field = "";
        boolean body = false;
        Map<String, String> fields = new HashMap<>();
        int depth = 0;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamReader.START_ELEMENT -> {
                    depth++;
                    if (depth == 1) {
                        must(xml.getLocalName(), "Envelope");
                        envelope = text(xml.getNamespaceURI());
                    } else if (depth == 2) {
                        body = xml.getLocalName().equals("Body");
                    } else if (body && depth == ELEMENT && element.isEmpty()) {
                        namespace = text(xml.getNamespaceURI());
                        element = xml.getLocalName();
                    } else if (body && depth == FIELD) {
                        field = xml.getLocalName();
                    }
                }
                case XMLStreamReader.CHARACTERS -> {
                    if (body && depth == FIELD) {
                        fields.put(field, xml.getText().strip());
                    }
                }
                case XMLStreamReader.END_ELEMENT -> depth--;
                case XMLStreamReader.DTD -> throw new UnreadableReport("the message must have no document type");
                default -> { }
            }
        }
        if (element.isEmpty()) {
            throw new UnreadableReport("the message has no SOAP body with an element in it");
        }
        return new KtbEnvelope(envelope, namespace, element, Map.copyOf(fields));
    }

    private static void must(String name, String expected) {
        if (!name.equals(expected)) {
            throw new UnreadableReport("the message is no SOAP " + expected);
        }
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** A field; null when the message hasn't got it. */
    @Nullable String field(String name) {
        return fields.get(name);
    }

    /** Writes an answer in this message's namespaces, its fields in the map's order. */
    byte[] answer(String name, Map<String, String> answers) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("soap", "Envelope", envelope);
            xml.writeNamespace("soap", envelope);
            xml.writeStartElement("soap", "Body", envelope);
            xml.writeStartElement("", name, namespace);
            xml.writeDefaultNamespace(namespace);
            for (Map.Entry<String, String> answer : answers.entrySet()) {
                xml.writeStartElement("", answer.getKey(), namespace);
                xml.writeCharacters(answer.getValue());
                xml.writeEndElement();
            }
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("an answer is written in memory", e);
        }
        return bytes.toByteArray();
    }
}
