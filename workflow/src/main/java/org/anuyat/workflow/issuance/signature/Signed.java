package org.anuyat.workflow.issuance.signature;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.anuyat.workflow.acts.Act;
import org.anuyat.workflow.acts.Actor;

/**
 * The last approver's digital signature was put on a permit (ลงลายมือชื่อดิจิทัลของผู้อนุมัติ), as they had authorised it.
 *
 * @param officer user name of the approver
 * @param signer the certificate's common name
 * @param statementSha256 of the decision that they confirmed with a one-time code
 * @param documentSha256 of the signed document, not sealed yet
 */
public record Signed(
        String applicationNumber,
        String agency,
        Actor actor,
        Instant at,
        String permitNumber,
        String officer,
        String signer,
        String statementSha256,
        String documentSha256)
        implements Act {

    @Override
    public Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        details.put("permitNumber", permitNumber);
        details.put("officer", officer);
        details.put("signer", signer);
        details.put("statementSha256", statementSha256);
        details.put("documentSha256", documentSha256);
        return details;
    }
}
