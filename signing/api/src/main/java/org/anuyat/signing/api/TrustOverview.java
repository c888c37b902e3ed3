package org.anuyat.signing.api;

import java.util.List;

/**
 * Whom the service trusts.
 *
 * @param demonstration whether the demonstration authority is among them
 * @param anchors the root certificates, in the order of their names
 */
public record TrustOverview(boolean demonstration, List<CertificateInfo> anchors) {

    /** Copies the list. */
    public TrustOverview {
        anchors = List.copyOf(anchors);
    }
}
