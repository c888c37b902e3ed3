package org.anuyat.workflow.issuance.signature;

import java.time.Instant;
import java.util.Map;
import org.anuyat.workflow.acts.Actor;
import org.anuyat.workflow.acts.Deed;

/**
 * An officer entered a picture of the own signature, having had none (บันทึกภาพลายมือชื่อ).
 *
 * @param sha256 of the picture as it was kept
 */
public record PictureEntered(String agency, Actor actor, Instant at, String sha256) implements Deed {

    @Override
    public Map<String, Object> details() {
        return Map.of("sha256", sha256);
    }
}
