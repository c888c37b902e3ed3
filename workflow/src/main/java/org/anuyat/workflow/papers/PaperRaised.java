package org.anuyat.workflow.papers;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.anuyat.workflow.acts.Actor;
import org.anuyat.workflow.acts.Deed;

/**
 * The seal of a paper was raised or renewed (ต่ออายุหลักฐานของตราประทับอิเล็กทรอนิกส์): the same paper, with proof of time and of its
 * certificates added behind it.
 */
public record PaperRaised(
        String applicationNumber, String agency, Actor actor, Instant at, PaperKind paper, String documentSha256)
        implements Deed {

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("paper", paper.name());
        details.put("documentSha256", documentSha256);
        return details;
    }
}
