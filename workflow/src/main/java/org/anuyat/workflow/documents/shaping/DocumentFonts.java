package org.anuyat.workflow.documents.shaping;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;

import com.openhtmltopdf.css.constants.IdentValue;
import com.openhtmltopdf.extend.FSTextBreaker;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxFontResolver;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import org.anuyat.workflow.thai.ThaiDigits;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;

/**
 * The fonts of one document, used by one thread: "Sarabun" in regular and bold, behind it DejaVu Sans for symbols and other
 * alphabets, and "Sarabun Thai Digits", which draws (and is copied as) ๐ to ๙ for 0 to 9 and serves page counters, since CSS
 * counts in Arabic digits only. Whatever family a style asks for, the text ends up in one of these.
 *
 * <p>In a container without fontconfig the Java runtime needs {@code -Dsun.awt.fontconfig=<file>} to shape at all, with the lines
 * {@code version=1} and {@code sequence.allfonts=default} in the file, and libfreetype.
 */
public final class DocumentFonts {

    private static final int NORMAL = 400;
    private static final int BOLD = 700;

    private final Tokens tokens;
    private final List<EmbeddedFont> embedded;
    private final PDFont regular;
    private final PDFont bold;
    private final PDFont symbols;
    private final PDFont thaiDigits;
    private final PDFont boldThaiDigits;
    private final Set<Integer> missing = new TreeSet<>();

    /** Starts a document. The faces themselves are loaded once for the whole process. */
    public DocumentFonts() {
        tokens = new Tokens(DocumentFonts::covered);
        EmbeddedFont regularFont = new EmbeddedFont(Faces.REGULAR);
        EmbeddedFont boldFont = new EmbeddedFont(Faces.BOLD);
        EmbeddedFont symbolFont = new EmbeddedFont(Faces.SYMBOLS);
        embedded = List.of(regularFont, boldFont, symbolFont);
        IntFunction<String> digits = codePoint -> ThaiDigits.toThai(text(codePoint));
        regular = new ShapedFont(regularFont, this::text);
        bold = new ShapedFont(boldFont, this::text);
        symbols = new ShapedFont(symbolFont, this::text);
        thaiDigits = new ShapedFont(regularFont, digits);
        boldThaiDigits = new ShapedFont(boldFont, digits);
    }

    /**
     * Prepares text for the layout; every text that is to be drawn must pass here first.
     *
     * @throws UnsupportedCharacterException if a character has no business on paper or no font has it
     * @throws TooManyClustersException if the document has too many different clusters
     */
    public String encode(String text) {
        return tokens.encode(text);
    }

    /** Makes the builder use these fonts and Thai line breaks. */
    public void registerWith(PdfRendererBuilder builder) {
        builder.useFont(new PDFontSupplier(regular), "Sarabun", NORMAL, FontStyle.NORMAL, false);
        builder.useFont(new PDFontSupplier(bold), "Sarabun", BOLD, FontStyle.NORMAL, false);
        builder.useFont(new PDFontSupplier(thaiDigits), "Sarabun Thai Digits", NORMAL, FontStyle.NORMAL, false);
        builder.useFont(new PDFontSupplier(boldThaiDigits), "Sarabun Thai Digits", BOLD, FontStyle.NORMAL, false);
        FSTextBreaker breaks = new LineBreaks(tokens::cluster);
        builder.useUnicodeLineBreaker(breaks);
    }

    /** Puts the fonts behind any family that a style may name. */
    public void fallBackIn(PdfBoxFontResolver resolver) {
        resolver.addFont(new PDFontSupplier(regular), "Sarabun", NORMAL, IdentValue.NORMAL, false, PdfBoxFontResolver.FontGroup.PRE_BUILT_IN_FALLBACK);
        resolver.addFont(new PDFontSupplier(bold), "Sarabun", BOLD, IdentValue.NORMAL, false, PdfBoxFontResolver.FontGroup.PRE_BUILT_IN_FALLBACK);
        resolver.addFont(new PDFontSupplier(symbols), "DejaVu Sans", NORMAL, IdentValue.NORMAL, false, PdfBoxFontResolver.FontGroup.PRE_BUILT_IN_FALLBACK);
    }

    /** The regular font, to write {@link #encode encoded} text with PDFBox itself. */
    public PDFont regular() {
        return regular;
    }

    /**
     * Embeds what was used. Nothing may be drawn afterwards.
     *
     * @throws UnsupportedCharacterException if the style sheet itself brought in a character that no font has
     */
    public void embed(PDDocument document) throws IOException {
        if (!missing.isEmpty()) {
            throw new UnsupportedCharacterException(missing.iterator().next());
        }
        for (EmbeddedFont font : embedded) {
            if (font.isUsed()) {
                font.embed(document);
            }
        }
    }

    private String text(int codePoint) {
        String cluster = tokens.cluster(codePoint);
        if (cluster != null) {
            return cluster;
        }
        String character = Character.toString(codePoint);
        if (!Character.isWhitespace(codePoint) && !covered(character)) {
            missing.add(codePoint);
        }
        return character;
    }

    private static boolean covered(String cluster) {
        return Faces.REGULAR.covers(cluster) || Faces.SYMBOLS.covers(cluster);
    }

    /** Loaded at the first document, not at the start of the process. */
    private static final class Faces {
        static final Face REGULAR = Face.load("/fonts/Sarabun-Regular.ttf", "Sarabun-Regular");
        static final Face BOLD = Face.load("/fonts/Sarabun-Bold.ttf", "Sarabun-Bold");
        static final Face SYMBOLS = Face.load("/fonts/DejaVuSans-Symbols.ttf", "DejaVuSans");
    }
}
