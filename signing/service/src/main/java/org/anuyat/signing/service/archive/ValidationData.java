package org.anuyat.signing.service.archive;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What goes into a document security store, each thing once, DER. */
final class ValidationData {

    private final Set<X509Certificate> certificates = new LinkedHashSet<>();
    private final List<byte[]> lists = new ArrayList<>();
    private final List<byte[]> responses = new ArrayList<>();

    void addCertificate(X509Certificate certificate) {
        certificates.add(certificate);
    }

    /** Adds a certificate revocation list (RFC 5280). */
    void addList(byte[] list) {
        addOnce(lists, list);
    }

    /** Adds an OCSP response (RFC 6960), whole as it came. */
    void addResponse(byte[] response) {
        addOnce(responses, response);
    }

    private static void addOnce(List<byte[]> all, byte[] one) {
        if (all.stream().noneMatch(other -> Arrays.equals(other, one))) {
            all.add(one);
        }
    }

    List<byte[]> certificates() {
        return certificates.stream().map(ValidationData::der).toList();
    }

    List<byte[]> lists() {
        return List.copyOf(lists);
    }

    List<byte[]> responses() {
        return List.copyOf(responses);
    }

    private static byte[] der(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("A certificate that was read", e);
        }
    }
}
