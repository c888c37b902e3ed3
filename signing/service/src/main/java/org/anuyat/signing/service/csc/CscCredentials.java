package org.anuyat.signing.service.csc;

import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import org.anuyat.signing.service.OnlyOverHttp;
import org.anuyat.signing.service.keys.AgencyKey;
import org.anuyat.signing.service.keys.KeyUse;
import org.anuyat.signing.service.keys.SealKeyring;
import org.anuyat.signing.service.keys.SigningKey;
import org.anuyat.signing.validation.certificates.CertificateInfos;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** The offered keys as credentials: the agency's code, a colon, and the beginning of the certificate's SHA-256. */
@Component
@OnlyOverHttp
@EnableConfigurationProperties(OfferedKeys.class)
class CscCredentials {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int NAME_LENGTH = 16;
    static final int MOST_HASHES = 100;

    private final OfferedKeys offers;
    private final SealKeyring keys;
    private final Clock clock;

    CscCredentials(OfferedKeys offers, SealKeyring keys, Clock clock) {
        this.offers = offers;
        this.keys = keys;
        this.clock = clock;
    }

    /** The identifiers of the credentials whose keys are on duty. */
    List<String> ids() {
        Instant now = clock.instant();
        return offers.offered().keySet().stream()
                .sorted()
                .flatMap(agency -> keys.history(agency, KeyUse.SEAL).stream())
                .filter(key -> keys.isOnDuty(key, now))
                .map(CscCredentials::id)
                .toList();
    }

    /** Whether the key of a credential signs now. */
    boolean isOnDuty(AgencyKey key) {
        return keys.isOnDuty(key, clock.instant());
    }

    /** The key of a credential, on duty or not. */
    AgencyKey key(String id) {
        String agency = id.substring(0, Math.max(id.lastIndexOf(':'), 0));
        if (!offers.offered().containsKey(agency)) {
            throw unknown();
        }
        return keys.history(agency, KeyUse.SEAL).stream()
                .filter(key -> id(key).equals(id))
                .findFirst()
                .orElseThrow(CscCredentials::unknown);
    }

    private static CscProblem unknown() {
        return CscProblem.invalid("There is no such credential");
    }

    /** The PIN of a credential. */
    String pin(AgencyKey key) {
        return String.valueOf(offers.offered().get(key.agency()).pin());
    }

    Csc.Credential describe(AgencyKey agencyKey, String certificates) {
        SigningKey key = agencyKey.key();
        X509Certificate certificate = key.certificate();
        boolean curve = key.algorithm().endsWith("ECDSA");
        List<String> encoded =
                switch (certificates) {
                    case "none" -> List.of();
                    case "single" -> List.of(encoded(certificate));
                    default -> key.chain().stream().map(CscCredentials::encoded).toList();
                };
        Instant now = clock.instant();
        return new Csc.Credential(
                CertificateInfos.commonName(certificate.getSubjectX500Principal()),
                new Csc.Key(
                        keys.isOnDuty(agencyKey, now) ? "enabled" : "disabled",
                        curve ? List.of(Csc.ECDSA_SHA256) : List.of(Csc.RSA, Csc.RSA_SHA256),
                        key.bits(),
                        curve ? Csc.P256 : null),
                new Csc.Certificate(
                        now.isAfter(certificate.getNotAfter().toInstant()) ? "expired" : "valid",
                        encoded,
                        certificate.getIssuerX500Principal().getName(),
                        certificate.getSerialNumber().toString(16),
                        certificate.getSubjectX500Principal().getName(),
                        TIME.format(certificate.getNotBefore().toInstant()),
                        TIME.format(certificate.getNotAfter().toInstant())),
                new Csc.Authorization(
                        "explicit", "PIN", List.of(new Csc.AuthorizationObject("Password", "PIN", "A", "PIN"))),
                "2",
                MOST_HASHES,
                "th");
    }

    private static String id(AgencyKey key) {
        return key.agency() + ":" + CertificateInfos.sha256(key.key().certificate()).substring(0, NAME_LENGTH);
    }

    private static String encoded(X509Certificate certificate) {
        try {
            return Base64.getEncoder().encodeToString(certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("A certificate can't be encoded", e);
        }
    }
}
