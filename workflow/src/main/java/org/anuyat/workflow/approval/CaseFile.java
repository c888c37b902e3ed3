package org.anuyat.workflow.approval;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Everything that lies before an approver, frozen.
 *
 * @param json in a fixed order, so that the same case gives the same bytes
 */
record CaseFile(String json) {

    /** Lower-case hexadecimal, over the UTF-8 bytes. */
    String sha256() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(json.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
