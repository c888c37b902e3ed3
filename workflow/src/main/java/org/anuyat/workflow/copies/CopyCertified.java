package org.anuyat.workflow.copies;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.anuyat.workflow.acts.Act;
import org.anuyat.workflow.acts.Actor;

/**
 * An officer certified that a copy is what the case file holds (รับรองสำเนาถูกต้อง).
 *
 * @param document the file name of the document
 * @param originalSha256 of the document
 * @param copySha256 of the copy before its seal
 */
public record CopyCertified(
        String applicationNumber,
        String agency,
        Actor actor,
        Instant at,
        String document,
        String originalSha256,
        String copySha256)
        implements Act {

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("document", document);
        details.put("originalSha256", originalSha256);
        details.put("documentSha256", copySha256);
        return details;
    }
}
