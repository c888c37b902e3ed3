package org.anuyat.portal.verification;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import org.anuyat.kit.error.Refusal;
import org.anuyat.signing.api.CertificateInfo;
import org.anuyat.signing.api.SigningProblem;
import org.anuyat.signing.api.SigningRefusal;
import org.anuyat.signing.api.token.PermitTokens;
import org.anuyat.workflow.agency.Agencies;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * What whoever verifies QR codes without a network needs: the certificates of an agency's token keys and of their issuers, PEM (RFC 7468). They
 * are worth as much as the root at the end, whose fingerprint has to be checked elsewhere.
 */
@RestController
class TokenCertificates {

    private static final MediaType PEM = MediaType.parseMediaType("application/x-pem-file");
    private static final Base64.Encoder LINES =
            Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII));

    private final PermitTokens tokens;
    private final Agencies agencies;

    TokenCertificates(PermitTokens tokens, Agencies agencies) {
        this.tokens = tokens;
        this.agencies = agencies;
    }

    @GetMapping("/api/public/agencies/{agency}/token-certificates")
    ResponseEntity<String> of(@PathVariable String agency) {
        // the demonstration makes keys for whoever is asked for: only agencies that there are
        agencies.find(agency).orElseThrow(Refusal::notFound);
        List<CertificateInfo> certificates;
        try {
            certificates = tokens.certificates(agency);
        } catch (SigningRefusal refusal) {
            if (refusal.problem() == SigningProblem.UNKNOWN_AGENCY) {
                throw Refusal.notFound();
            }
            throw refusal;
        }
        return ResponseEntity.ok()
                .contentType(PEM)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("token-certificates-" + agency + ".pem", StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(certificates.stream().map(TokenCertificates::pem).collect(Collectors.joining()));
    }

    private static String pem(CertificateInfo certificate) {
        return "-----BEGIN CERTIFICATE-----\n" + LINES.encodeToString(certificate.der()) + "\n-----END CERTIFICATE-----\n";
    }
}
