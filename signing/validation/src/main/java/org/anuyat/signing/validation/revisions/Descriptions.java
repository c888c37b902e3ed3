package org.anuyat.signing.validation.revisions;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * What a document says of itself: title, author, subject. A later signer's program may note its name and the time; a permit with
 * another title in the window isn't what was signed.
 */
final class Descriptions {

    private static final Set<COSName> OF_PROGRAMS =
            Set.of(COSName.MOD_DATE, COSName.PRODUCER, COSName.CREATOR, COSName.getPDFName("Trapped"));
    private static final Set<String> NAMESPACES_OF_PROGRAMS = Set.of("http://ns.adobe.com/xap/1.0/mm/");
    private static final Set<String> NAMES_OF_PROGRAMS =
            Set.of("ModifyDate", "MetadataDate", "CreatorTool", "Producer");

    private Descriptions() {}

    /** Whether two information dictionaries (ISO 32000-1, 14.3.3) say the same. */
    static boolean sameInformation(COSDictionary before, COSDictionary after, Sameness sameness) {
        Set<COSName> names = new HashSet<>(before.keySet());
        names.addAll(after.keySet());
        names.removeAll(OF_PROGRAMS);
        return names.stream().allMatch(name -> sameness.of(before.getItem(name), after.getItem(name)));
    }

    /** Whether two metadata streams (XMP) say the same. */
    static boolean sameMetadata(@Nullable COSBase before, @Nullable COSBase after) {
        if (!(before instanceof COSStream one) || !(after instanceof COSStream other)) {
            return false;
        }
        try {
            return statements(one).equals(statements(other));
        } catch (IOException | SAXException | ParserConfigurationException e) {
            return false;
        }
    }

    private static List<String> statements(COSStream metadata)
            throws IOException, SAXException, ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setNamespaceAware(true);
        List<String> statements = new ArrayList<>();
        try (InputStream xmp = metadata.createInputStream()) {
            DocumentBuilder builder = factory.newDocumentBuilder();
            // its own one prints
            builder.setErrorHandler(new DefaultHandler());
            collect(builder.parse(xmp).getDocumentElement(), statements);
        }
        return statements;
    }

    private static void collect(Node node, List<String> statements) {
        if (isOfPrograms(node)) {
            return;
        }
        if (node.getNodeType() == Node.TEXT_NODE || node.getNodeType() == Node.CDATA_SECTION_NODE) {
            String text = node.getNodeValue().strip();
            if (!text.isEmpty()) {
                statements.add(text);
            }
            return;
        }
        if (node.getNodeType() != Node.ELEMENT_NODE) {
            return;
        }
        statements.add("{" + node.getNamespaceURI() + "}" + node.getLocalName());
        NamedNodeMap attributes = node.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Node attribute = attributes.item(i);
            if (!isOfPrograms(attribute) && !XMLConstants.XMLNS_ATTRIBUTE_NS_URI.equals(attribute.getNamespaceURI())) {
                statements.add(attribute.getLocalName() + "=" + attribute.getNodeValue());
            }
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            collect(child, statements);
        }
        statements.add("/");
    }

    private static boolean isOfPrograms(Node node) {
        return node.getNamespaceURI() != null
                && (NAMESPACES_OF_PROGRAMS.contains(node.getNamespaceURI())
                        || node.getNamespaceURI().startsWith("http://ns.adobe.com/")
                                && NAMES_OF_PROGRAMS.contains(node.getLocalName()));
    }
}
