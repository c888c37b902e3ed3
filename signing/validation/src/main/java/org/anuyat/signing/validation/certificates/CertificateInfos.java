package org.anuyat.signing.validation.certificates;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.security.auth.x500.X500Principal;
import org.anuyat.signing.api.CertificateInfo;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x500.style.IETFUtils;

/** Puts certificates into the words of the contract. */
public final class CertificateInfos {

    /** Attributes that certificates of persons and organisations have, and whose names RFC 2253 doesn't know. */
    private static final Map<String, String> NAMES = Map.of(
            "2.5.4.4", "SN",
            "2.5.4.5", "serialNumber",
            "2.5.4.12", "title",
            "2.5.4.42", "givenName",
            "2.5.4.97", "organizationIdentifier",
            "1.2.840.113549.1.9.1", "emailAddress");

    private CertificateInfos() {}

    /** A distinguished name (RFC 2253) that people can read: no value of a usual attribute is left in hexadecimal digits. */
    public static String readable(X500Principal name) {
        return name.getName(X500Principal.RFC2253, NAMES);
    }

    /** Describes a certificate. */
    public static CertificateInfo of(X509Certificate certificate) {
        return new CertificateInfo(
                readable(certificate.getSubjectX500Principal()),
                commonName(certificate.getSubjectX500Principal()),
                readable(certificate.getIssuerX500Principal()),
                certificate.getSerialNumber().toString(16),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(),
                sha256(certificate),
                encoded(certificate));
    }

    /** Describes a chain. */
    public static List<CertificateInfo> of(List<X509Certificate> chain) {
        return chain.stream().map(CertificateInfos::of).toList();
    }

    /** The common name; empty when there is none. */
    public static String commonName(X500Principal name) {
        return part(name, BCStyle.CN);
    }

    /** The title, which is a person's position; empty when there is none. */
    public static String title(X500Principal name) {
        return part(name, BCStyle.T);
    }

    /** The organisation; empty when there is none. */
    public static String organisation(X500Principal name) {
        return part(name, BCStyle.O);
    }

    /** SHA-256 over the DER, in lower-case hexadecimal digits. */
    public static String sha256(X509Certificate certificate) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(encoded(certificate)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String part(X500Principal name, ASN1ObjectIdentifier type) {
        RDN[] parts = X500Name.getInstance(name.getEncoded()).getRDNs(type);
        return parts.length == 0 ? "" : IETFUtils.valueToString(parts[0].getFirst().getValue());
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("A certificate can't be encoded", e);
        }
    }
}
