package org.anuyat.workflow.issuance.signature;

import java.time.Instant;
import java.util.Map;
import org.anuyat.workflow.acts.Actor;
import org.anuyat.workflow.acts.Deed;

/**
 * An officer removed the picture of the own signature (ลบภาพลายมือชื่อ); permits that bear it keep it.
 *
 * @param sha256 of the picture that was removed
 */
public record PictureRemoved(String agency, Actor actor, Instant at, String sha256) implements Deed {

    @Override
    public Map<String, Object> details() {
        return Map.of("sha256", sha256);
    }
}
