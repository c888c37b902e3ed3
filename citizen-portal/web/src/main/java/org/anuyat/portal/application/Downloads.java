package org.anuyat.portal.application;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.anuyat.workflow.files.Files;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/**
 * Sends files so that they can do nothing in the browser: as a download, of the type that was found when they came in, not to
 * be guessed at, not to be kept by anybody on the way.
 */
@Component
public class Downloads {

    private final Files files;

    Downloads(Files files) {
        this.files = files;
    }

    /** The file as an answer. Whether the reader may have it is for the caller to know. */
    public ResponseEntity<Resource> of(UUID file, String name, String mediaType, long size) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(mediaType))
                .contentLength(size)
                .cacheControl(CacheControl.noStore().cachePrivate())
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(new InputStreamResource(files.open(file)));
    }
}
