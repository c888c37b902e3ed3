package org.anuyat.workflow.documents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What a document is made of.
 *
 * @param template    HTML with Mustache tags; a whole page or just the inside of its body. Values are escaped, always. Dates and
 *                    instants among the data come out as people write them, {@code {{#thaiDigits}}…{{/thaiDigits}}} turns
 *                    digits into Thai ones, {@code <object type="application/x-qr" data="…" title="…">} draws a QR code,
 *                    {@code application/x-code128} a barcode,
 *                    {@code <img src="resource:name">} an image of {@code resources}, a block with {@code data-field="name"} and a
 *                    title that says whose it is becomes an empty signature field with that look. The style starts from documents/base.css, whose class
 *                    {@code thai-digits} does the same for whole passages and for the numbers of lists
 * @param data        maps, lists, strings, numbers, booleans, dates and instants, as the template names them; a name that is
 *                    there with a null value prints nothing, a name that isn't there is an error
 * @param title       what the document is, for window titles and lists
 * @param description what it is about, in a sentence
 * @param author      the agency that issues it
 * @param language    of the text
 * @param attachments files inside of the document
 * @param resources   PNG and JPEG images by name
 * @param watermark   text across each page, for demonstrations, or null
 * @param electronic  which electronic document of ETDA's standards it carries, or null
 */
public record DocumentSource(String template, Map<String, ?> data, String title, String description, String author,
        Locale language, List<EmbeddedFile> attachments, Map<String, byte[]> resources, @Nullable String watermark,
        @Nullable ElectronicDocument electronic) {

    /**
     * The electronic document inside, as the metadata name it (ETDA's schema {@code urn:etda:pdfa:ElectronicDocument:1p0:standard#}).
     *
     * @param fileName    of the attachment
     * @param version     of its message standard
     * @param referenceId the document's number
     * @param oid         object identifier of the kind of document; empty where none was given out
     */
    public record ElectronicDocument(String fileName, String version, String referenceId, String oid) {
    }

    /** @throws IllegalArgumentException if there is no title: PDF/UA-1 (7.1) wants one */
    public DocumentSource {
        if (title.isBlank()) {
            throw new IllegalArgumentException("A document needs a title");
        }
        attachments = List.copyOf(attachments);
        resources = Map.copyOf(resources);
    }

    /** Starts a Thai document without attachments, resources and watermark. */
    public static Builder of(String template, String title) {
        return new Builder(template, title);
    }

    /** Collects what a document is made of. */
    public static final class Builder {

        private final String template;
        private final String title;
        private final Map<String, @Nullable Object> data = new LinkedHashMap<>();
        private final List<EmbeddedFile> attachments = new ArrayList<>();
        private final Map<String, byte[]> resources = new LinkedHashMap<>();
        private String description;
        private String author = "";
        private Locale language = Locale.forLanguageTag("th-TH");
        private @Nullable String watermark;
        private @Nullable ElectronicDocument electronic;

        private Builder(String template, String title) {
            this.template = template;
            this.title = title;
            this.description = title;
        }

        /** Adds all of the data. */
        public Builder data(Map<String, ?> values) {
            data.putAll(values);
            return this;
        }

        /** Adds one value; null prints nothing. */
        public Builder data(String name, @Nullable Object value) {
            data.put(name, value);
            return this;
        }

        /** What the document is about, in a sentence; the title unless told. */
        public Builder description(String sentence) {
            this.description = sentence;
            return this;
        }

        /** The agency that issues it. */
        public Builder author(String agency) {
            this.author = agency;
            return this;
        }

        /** The language of the text; Thai unless told. */
        public Builder language(Locale locale) {
            this.language = locale;
            return this;
        }

        /**
         * Puts a file inside. Programs that know of one file take the first.
         *
         * @throws IllegalArgumentException if there is a file of that name already
         */
        public Builder attach(EmbeddedFile file) {
            if (attachments.stream().anyMatch(other -> other.name().equals(file.name()))) {
                throw new IllegalArgumentException("two attachments are called " + file.name());
            }
            attachments.add(file);
            return this;
        }

        /** Offers a PNG or JPEG image to the template as {@code resource:name}. */
        public Builder resource(String name, byte[] image) {
            resources.put(name, image);
            return this;
        }

        /** Writes a text across each page, for example "ตัวอย่าง ไม่ใช่เอกสารราชการ". */
        public Builder watermark(@Nullable String text) {
            this.watermark = text;
            return this;
        }

        /** Names the electronic document among the attachments. */
        public Builder electronic(ElectronicDocument document) {
            this.electronic = document;
            return this;
        }

        /** The source, complete. */
        public DocumentSource build() {
            return new DocumentSource(template, data, title, description, author, language, attachments, resources, watermark,
                    electronic);
        }
    }
}
