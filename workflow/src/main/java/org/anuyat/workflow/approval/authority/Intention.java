package org.anuyat.workflow.approval.authority;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import tools.jackson.databind.json.JsonMapper;

/**
 * A decision that an approver is about to make.
 *
 * @param opinion the opinion that it is over
 * @param level from 1
 * @param remark as typed, without blanks around it
 * @param overSha256 of everything that lies before the approver
 */
public record Intention(String applicationNumber, String agency, int opinion, int level, String remark, String overSha256) {

    /** What the approver authorises: the decision as JSON in a fixed order. */
    String statement(JsonMapper json, String officer) {
        return json.writeValueAsString(json.createObjectNode()
                .put("act", "APPROVE")
                .put("application", applicationNumber)
                .put("agency", agency)
                .put("opinion", opinion)
                .put("level", level)
                .put("officer", officer)
                .put("remark", remark)
                .put("over", overSha256));
    }

    static String sha256(String statement) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(statement.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
