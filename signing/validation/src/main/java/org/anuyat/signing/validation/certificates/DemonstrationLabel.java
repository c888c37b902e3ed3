package org.anuyat.signing.validation.certificates;

import java.security.cert.X509Certificate;

/** The words in the names of every demonstration certificate, by which it is recognised anywhere. */
public final class DemonstrationLabel {

    /** The label, as the certificate's organisation. */
    public static final String TEXT = "DEMONSTRATION – NOT TRUSTED";

    private DemonstrationLabel() {}

    /** Whether a certificate bears the label, or its issuer does. */
    public static boolean isOn(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().getName().contains(TEXT)
                || certificate.getIssuerX500Principal().getName().contains(TEXT);
    }
}
