package org.anuyat.workflow.documents;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

import com.openhtmltopdf.extend.FSStream;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import org.anuyat.workflow.documents.DocumentException.Code;
import org.jspecify.annotations.Nullable;

/**
 * All that a template may load: images that its caller gave, and PNG or JPEG images within the HTML itself. Anything else, above all
 * the network and the file system, is refused by name, so a template can't be used to look around.
 */
final class Resources {

    private static final String GIVEN = "resource:";
    private static final String INLINE = "data:image/";
    private static final Set<String> FORMATS = Set.of("png", "jpeg");
    /** A small file can hold an enormous picture: 40 million pixels take 160 MB. */
    private static final long MOST_PIXELS = 40_000_000;

    private final Map<String, byte[]> given;

    private @Nullable DocumentException refusal;

    private Resources(Map<String, byte[]> given) {
        this.given = given;
    }

    /** Makes this the only way in which the builder's document gets at anything. */
    static Resources only(Map<String, byte[]> given, PdfRendererBuilder builder) {
        Resources resources = new Resources(given);
        builder.useUriResolver((base, uri) -> uri);
        for (ExternalResourceControlPriority moment : ExternalResourceControlPriority.values()) {
            builder.useExternalResourceAccessControl((uri, type) -> resources.allowed(uri), moment);
        }
        builder.useProtocolsStreamImplementation(resources::open, "resource", "data", "http", "https", "file", "jar", "classpath");
        return resources;
    }

    /** Whether an address is one of those that may be loaded. */
    static boolean mayBeLoaded(String uri) {
        return uri.startsWith(GIVEN) || uri.startsWith(INLINE);
    }

    static DocumentException forbidden(String uri) {
        return new DocumentException(Code.RESOURCE, "Only resource: and data:image/ may be loaded, not " + shortened(uri));
    }

    /** openhtmltopdf swallows some exceptions and goes on without the picture: this tells them in the end. */
    void throwIfRefused() {
        if (refusal != null) {
            throw refusal;
        }
    }

    private boolean allowed(String uri) {
        if (!mayBeLoaded(uri)) {
            throw refuse(forbidden(uri));
        }
        return true;
    }

    private FSStream open(String uri) {
        try {
            return new Content(checked(uri, bytes(uri)));
        } catch (DocumentException e) {
            throw refuse(e);
        }
    }

    private DocumentException refuse(DocumentException why) {
        refusal = why;
        return why;
    }

    private byte[] bytes(String uri) {
        if (uri.startsWith(GIVEN)) {
            byte[] content = given.get(uri.substring(GIVEN.length()));
            if (content == null) {
                throw new DocumentException(Code.RESOURCE, "No resource was given for " + shortened(uri));
            }
            return content;
        }
        int comma = uri.indexOf(";base64,");
        if (!uri.startsWith(INLINE) || comma < 0) {
            throw forbidden(uri);
        }
        try {
            return Base64.getMimeDecoder().decode(uri.substring(comma + ";base64,".length()));
        } catch (IllegalArgumentException e) {
            throw new DocumentException(Code.RESOURCE, "Not an image in base64: " + shortened(uri), e);
        }
    }

    private static byte[] checked(String uri, byte[] image) {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(image))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            while (readers.hasNext()) {
                ImageReader reader = readers.next();
                try {
                    if (FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                        reader.setInput(in, true, true);
                        if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                            throw new DocumentException(Code.RESOURCE, "More than " + MOST_PIXELS + " pixels: " + shortened(uri));
                        }
                        return image;
                    }
                } finally {
                    reader.dispose();
                }
            }
        } catch (IOException e) {
            throw new DocumentException(Code.RESOURCE, "A broken image: " + shortened(uri), e);
        }
        throw new DocumentException(Code.RESOURCE, "Neither PNG nor JPEG: " + shortened(uri));
    }

    private static String shortened(String uri) {
        return uri.length() > 80 ? uri.substring(0, 80) + "…" : uri;
    }

    private record Content(byte[] bytes) implements FSStream {
        @Override
        public @Nullable InputStream getStream() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public @Nullable Reader getReader() {
            return new InputStreamReader(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8);
        }
    }
}
