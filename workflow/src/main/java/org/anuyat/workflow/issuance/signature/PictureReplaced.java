package org.anuyat.workflow.issuance.signature;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.anuyat.workflow.acts.Actor;
import org.anuyat.workflow.acts.Deed;

/**
 * An officer put another picture of the own signature in the place of the one before (เปลี่ยนภาพลายมือชื่อ).
 *
 * @param sha256 of the picture as it was kept
 * @param sha256Before of the one that it replaces
 */
public record PictureReplaced(String agency, Actor actor, Instant at, String sha256, String sha256Before)
        implements Deed {

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("sha256", sha256);
        details.put("sha256Before", sha256Before);
        return details;
    }
}
