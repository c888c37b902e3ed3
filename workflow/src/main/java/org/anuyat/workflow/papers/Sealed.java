package org.anuyat.workflow.papers;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.anuyat.workflow.acts.Actor;
import org.anuyat.workflow.acts.Deed;

/**
 * A paper got the agency's seal (ประทับตราอิเล็กทรอนิกส์): from now on this is what is given out.
 *
 * @param unsealedSha256 of the paper as it was made
 * @param documentSha256 of the sealed paper
 */
public record Sealed(
        String applicationNumber,
        String agency,
        Actor actor,
        Instant at,
        PaperKind paper,
        String signer,
        String unsealedSha256,
        String documentSha256)
        implements Deed {

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("paper", paper.name());
        details.put("signer", signer);
        details.put("unsealedSha256", unsealedSha256);
        details.put("documentSha256", documentSha256);
        return details;
    }
}
