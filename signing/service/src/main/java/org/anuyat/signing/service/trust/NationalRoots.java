package org.anuyat.signing.service.trust;

import java.security.cert.X509Certificate;
import java.util.Locale;
import java.util.Set;
import org.anuyat.signing.validation.certificates.CertificateInfos;

/**
 * The roots of Thailand's national root certification authority, NRCA, run by ETDA (สำนักงานพัฒนาธุรกรรมทางอิเล็กทรอนิกส์). They
 * aren't trusted because of this list: the installer provides them, and what bears their name must be them.
 */
final class NationalRoots {

    private static final String NAME = "thailand national root";

    /** SHA-256 of G1 (2013 to 2036) and G3 (2023 to 2043), as the Common CA Database has them; there is no G2. */
    private static final Set<String> FINGERPRINTS = Set.of(
            "2a8da2f8d23e0cd3b5871ecfb0f42276ca73230667f474eede71c5ee32cc3ec6",
            "3d2794a0539486a83e8032cf14fe886553e52239cbaec1b9cfef5595adbbf444");

    private NationalRoots() {}

    /**
     * Refuses a certificate that only claims to be NRCA's.
     *
     * @throws IllegalStateException when its subject names NRCA and its fingerprint isn't one of NRCA's
     */
    static void requireGenuine(X509Certificate certificate) {
        String sha256 = CertificateInfos.sha256(certificate);
        if (namesNationalRoot(certificate) && !FINGERPRINTS.contains(sha256)) {
            throw new IllegalStateException(
                    "A file in anuyat.signing.trust-anchors bears the name of Thailand's national root (%s), "
                                    .formatted(certificate.getSubjectX500Principal())
                            + "but its SHA-256 fingerprint " + sha256 + " isn't one of NRCA's: it is refused");
        }
    }

    private static boolean namesNationalRoot(X509Certificate certificate) {
        String name = CertificateInfos.commonName(certificate.getSubjectX500Principal());
        return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT).startsWith(NAME);
    }
}
