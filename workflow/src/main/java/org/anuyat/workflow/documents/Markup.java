package org.anuyat.workflow.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import org.anuyat.workflow.documents.DocumentException.Code;
import org.anuyat.workflow.documents.field.SignatureField;
import org.jsoup.Jsoup;
import org.jsoup.helper.W3CDom;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/**
 * The HTML of a filled template, made fit for paper: checked for what may not be in it, completed with what an accessible
 * document needs, our base style put before its own, its text prepared for the fonts.
 */
final class Markup {

    /** Paper can't run, play or fetch anything, and isn't filled in (ISO 19005-3 forbids most of it anyway). */
    private static final Set<String> FORBIDDEN = Set.of("script", "iframe", "frame", "embed", "applet", "audio", "video", "link",
            "base", "form", "input", "select", "textarea", "button", "svg", "math", "canvas", "template", "noscript");
    private static final Pattern LINK = Pattern.compile("(https?://|mailto:|tel:|#).*", Pattern.CASE_INSENSITIVE);
    private static final Pattern FIELD = Pattern.compile("[a-z][A-Za-z0-9]{0,39}");
    private static final int MOST_NESTING = 100;
    private static final String STYLE = style("base.css");
    private static final String ENGLISH_STYLE = STYLE + style("base.en.css");

    private Markup() {
    }

    /** A page with the signature fields that are to stand on it. */
    record Prepared(org.w3c.dom.Document page, List<SignatureField> fields) {
    }

    /**
     * @param html what the template was filled to: a page, or the inside of its body
     * @param text prepares each piece of text for the fonts; also applied to styles, for their generated content
     */
    static Prepared prepare(String html, DocumentSource source, UnaryOperator<String> text) {
        Document page = Jsoup.parse(html);
        page.outputSettings().prettyPrint(false);
        Element root = page.selectFirst("html");
        if (root == null) {
            throw new DocumentException(Code.TEMPLATE, "Not an HTML page");
        }
        NodeTraversor.traverse(new Check(), root);
        root.attr("lang", source.language().toLanguageTag());
        page.head().select("title, meta").remove();
        page.title(source.title());
        page.head().prependElement("style").appendChild(new DataNode(
                source.language().getLanguage().equals("en") ? ENGLISH_STYLE : STYLE));
        completeTables(page);
        NodeTraversor.traverse(new Preparation(text), root);
        List<SignatureField> fields = SignatureField.hideIn(page);
        return new Prepared(new W3CDom().namespaceAware(false).fromJsoup(page), fields);
    }

    /** Readers must be told which cells a head belongs to (ISO 14289-1, 7.5). */
    private static void completeTables(Document page) {
        for (Element head : page.select("th:not([scope])")) {
            head.attr("scope", head.closest("thead") != null ? "col" : "row");
        }
    }

    private static String style(String name) {
        try (InputStream in = Markup.class.getResourceAsStream("/documents/" + name)) {
            if (in == null) {
                throw new IllegalStateException("documents/" + name + " isn't on the class path");
            }
            // comments would go through the fonts' tokens for each document
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?s)/\\*.*?\\*/\\s*", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Check implements NodeVisitor {

        private final Set<String> fields = new HashSet<>();

        @Override
        public void head(Node node, int depth) {
            if (depth > MOST_NESTING) {
                throw new DocumentException(Code.TOO_LARGE, "Elements are nested deeper than " + MOST_NESTING);
            }
            if (node instanceof Element element) {
                check(element);
            }
        }

        private void check(Element element) {
            String name = element.normalName();
            if (element.hasAttr(SignatureField.ATTRIBUTE)) {
                checkField(element);
            }
            if (FORBIDDEN.contains(name)) {
                throw new DocumentException(Code.TEMPLATE, "<" + name + "> has no place in a document");
            }
            switch (name) {
                case "img" -> {
                    needText(element, "alt", "says what the picture shows");
                    if (!Resources.mayBeLoaded(element.attr("src"))) {
                        throw Resources.forbidden(element.attr("src"));
                    }
                }
                case "object" -> {
                    if (!CodeDrawer.TYPES.contains(element.attr("type"))) {
                        throw new DocumentException(Code.TEMPLATE, "<object> may only be of one of the types " + CodeDrawer.TYPES);
                    }
                    needText(element, "title", "says what the code is for");
                    needText(element, "data", "is what the code says");
                    element.attr("alt", element.attr("title"));
                }
                case "a" -> {
                    if (element.hasAttr("href") && !LINK.matcher(element.attr("href").strip()).matches()) {
                        throw new DocumentException(Code.TEMPLATE, "A link may not lead to " + element.attr("href"));
                    }
                    if (element.attr("title").isBlank()) {
                        element.attr("title", element.text().isBlank() ? element.attr("href") : element.text());
                    }
                }
                default -> { }
            }
        }

        private void checkField(Element block) {
            String name = block.attr(SignatureField.ATTRIBUTE);
            if (!FIELD.matcher(name).matches() || !fields.add(name)) {
                throw new DocumentException(Code.TEMPLATE, "A signature field can't be called \"" + name + "\", or not twice");
            }
            needText(block, "title", "says whose signature it is");
        }

        private static void needText(Element element, String attribute, String why) {
            if (element.attr(attribute).isBlank()) {
                throw new DocumentException(Code.TEMPLATE, String.format(Locale.ROOT, "<%s> needs the attribute %s, which %s",
                        element.normalName(), attribute, why));
            }
        }
    }

    private record Preparation(UnaryOperator<String> text) implements NodeVisitor {

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words && !(node.parent() instanceof Element parent && parent.normalName().equals("title"))) {
                words.text(text.apply(words.getWholeText()));
            } else if (node instanceof DataNode style) {
                style.setWholeData(text.apply(style.getWholeData()));
            }
        }
    }
}
